import { verificationOf, type FlowAction } from '@phoneproof/hooks/internal/verification-flow'
import type { Exploration } from './explore.ts'
import { arrive, beginning, type Position } from './position.ts'

/** Says how much was explored. */
export function printSize({ places, moves, layers }: Exploration<FlowAction>): void {
  const depth = layers.length - 1
  const counts = `${places.toLocaleString('en')} positions, ${moves.toLocaleString('en')} moves`
  console.info(`The exploration, ${depth} moves deep: ${counts}.`)
}

/** The way to a position, one line for each move and what it led to. */
export function wayText(way: readonly FlowAction[]): string {
  let position = beginning
  const lines = way.map((action) => {
    const { position: next, requests } = arrive(position, action)
    position = next
    const sent = requests.map(({ operation }) => ` → ${operation}`).join('')
    const seconds = ((action.at - beginning.now) / 1000).toFixed(1).padStart(7)
    return `${seconds} s  ${actionText(action)}${sent}\n           ${positionText(position)}`
  })
  return lines.join('\n')
}

function actionText(action: FlowAction): string {
  const { type, at: _, ...details } = action
  if (type === 'CONFIGURE') {
    const { maxCodes, maxAttempts, defersCancel } = action.settings
    return `${type} ${JSON.stringify({ maxCodes, maxAttempts, defersCancel })}`
  }
  const { verification, ...others } = { verification: undefined, ...details }
  const words = Object.values(others).map((each) =>
    typeof each === 'object' ? JSON.stringify(each) : String(each),
  )
  const id =
    verification === undefined ? '' : ` of ${(verification as { verifyId: string }).verifyId}`
  return `${type} ${words.join(' ')}${id}`.trim()
}

function positionText({ state }: Position): string {
  const { step, error, notice, cancelQueue, inFlight, notBefore } = state
  const id = verificationOf(state)?.verifyId
  const words = [`[${step.name}${id === undefined ? '' : ` ${id}`}]`]
  if (error) words.push(`error ${error.kind}`)
  if (notice) words.push(`notice ${notice.kind}`)
  for (const { verification, isLocked } of cancelQueue)
    words.push(`abandoned ${verification.verifyId}${isLocked ? ', locked' : ''}`)
  if (inFlight.length > 0)
    words.push(`starts on their way: ${inFlight.map(({ token }) => token).join(', ')}`)
  for (const [action, until] of Object.entries(notBefore))
    if (until !== undefined)
      words.push(`no ${action} before ${((until - beginning.now) / 1000).toFixed(1)} s`)
  return words.join(', ')
}
