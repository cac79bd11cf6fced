import type { FlowState } from '@phoneproof/hooks'
import {
  deadlinesOf,
  nextWakeUp,
  verificationOf,
  type FlowAction,
} from '@phoneproof/hooks/internal/verification-flow'
import type { Position } from './position.ts'

type Verification = NonNullable<ReturnType<typeof verificationOf>>
type Failure = Extract<FlowAction, { type: 'CHECK_FAILED' }>['error']

export const numbers = ['+447400123456', '+12133734253'] as const
const codes = ['111111', '222222', '333333', '444444', '555555', '666666', '777777']

/** Everything that can happen at a position, in the same order each time. */
export function movesFrom(position: Position): FlowAction[] {
  const moves: FlowAction[] = []
  addPeople(position, moves)
  addAnswers(position, moves)
  addSurroundings(position, moves)
  addInstants(position, moves)
  return moves
}

function addPeople({ state, now: at, outside }: Position, moves: FlowAction[]): void {
  const startId = `press ${outside.idsGiven + 1}`
  for (const phone of numbers) moves.push({ type: 'SUBMIT_PHONE', phone, startId, at })
  moves.push(
    { type: 'SUBMIT_PHONE', phone: '0740', startId, at },
    { type: 'PHONE_CHANGED', phone: state.phone === numbers[0] ? numbers[1] : numbers[0], at },
    { type: 'RESUME_NUMBER', at },
    { type: 'CHANGE_NUMBER', at },
    { type: 'CODE_CHANGED', code: '12', at },
    { type: 'CODE_REJECTED', at },
    { type: 'NEW_CODE', startId, at },
    { type: 'CANCEL', at },
    { type: 'RETRY', startId, at },
    { type: 'RESET', at },
    { type: 'SUBMIT_CODE', code: state.code, at },
    { type: 'SUBMIT_CODE', code: newCode(state), at },
  )
  // One that was judged, and one that nobody has judged.
  const refused = state.refusedCodes.at(-1)?.code
  if (refused !== undefined) moves.push({ type: 'SUBMIT_CODE', code: refused, at })
  const { uncheckedCode } = state
  if (uncheckedCode !== undefined) moves.push({ type: 'SUBMIT_CODE', code: uncheckedCode, at })
}

const newCode = ({ code, refusedCodes, uncheckedCode }: FlowState): string =>
  codes.find(
    (each) =>
      each !== code && each !== uncheckedCode && !refusedCodes.some((known) => known.code === each),
  ) ?? '000000'

/** What the service, or the backend before it, may answer to all that is on its way. */
function addAnswers({ state, now: at, outside }: Position, moves: FlowAction[]): void {
  const verifyId = `v${outside.idsGiven + 1}`
  for (const { token, start } of state.inFlight) {
    const { phone, firstSentAt = at } = start
    const runs = outside.alive.find((each) => each.phone === phone)
    if (!runs) {
      // Whole seconds apart, as the controller reckons.
      const latestStart = firstSentAt + Math.ceil((at - firstSentAt) / 1000) * 1000
      const verification = verificationFrom(state, {
        verifyId,
        phone,
        earliestStart: firstSentAt,
        latestStart,
      })
      moves.push({ type: 'START_OK', token, verification, at })
    }
    const others = { verifyId, phone, earliestStart: at - 40_000, latestStart: at - 40_000 }
    const verification = runs ?? verificationFrom(state, others)
    moves.push(
      { type: 'ADOPT', token, verification, at },
      { type: 'START_CONFLICT', token, at },
      { type: 'START_ENDED', token, at },
    )
    for (const error of startFailures(at)) moves.push({ type: 'START_FAILED', token, error, at })
  }
  for (const { verification, code } of outside.checks) {
    const ofCheck = { verifyId: verification.verifyId, code, at }
    moves.push({ type: 'CHECK_OK', verification, at })
    for (const error of checkFailures(at)) moves.push({ type: 'CHECK_FAILED', ...ofCheck, error })
  }
  // A backend with a session may tell of a success whose answer was lost.
  const shown = verificationOf(state)
  if (shown && state.uncheckedCode !== undefined && outside.checks.length === 0) {
    moves.push({ type: 'CHECK_OK', verification: shown, at })
  }
  for (const each of outside.cancels) {
    moves.push({ type: 'CANCEL_OK', verifyId: each.verifyId, at })
    for (const error of cancelFailures(at))
      moves.push({ type: 'CANCEL_FAILED', verifyId: each.verifyId, error, at })
  }
}

const verificationFrom = (
  { settings }: FlowState,
  known: Omit<Verification, 'codeLength' | 'terms'>,
): Verification => ({ ...known, codeLength: settings.codeLength, terms: settings.terms })

// SAFETY: the machine looks at no more of a failure than these members.
const failure = (
  kind: Failure['kind'],
  details: { retryAt?: number; attemptsLeft?: number } = {},
): Failure => ({ kind, ...details }) as Failure

const sureFailures = (['uncertain', 'unavailable', 'rateLimited'] as const).map((kind) =>
  failure(kind),
)
const startFailures = (at: number): Failure[] => [
  failure('invalidPhone'),
  failure('limitReached', { retryAt: at + 60_000 }),
  ...sureFailures,
]
const checkFailures = (at: number): Failure[] => [
  failure('wrongCode'),
  failure('wrongCode', { attemptsLeft: 1 }),
  failure('notActive'),
  failure('locked'),
  failure('limitReached', { retryAt: at + 60_000 }),
  ...sureFailures,
]
const cancelFailures = (at: number): Failure[] => [
  failure('notCancellable'),
  failure('limitReached', { retryAt: at + 60_000 }),
  ...sureFailures,
]

/** Other tabs, the connection, and the app around the flow. */
function addSurroundings({ state, now: at, outside }: Position, moves: FlowAction[]): void {
  moves.push(state.online ? { type: 'OFFLINE', at } : { type: 'ONLINE', at })
  const { settings } = state
  const [maxCodes, maxAttempts] = settings.maxCodes === 1 ? [3, undefined] : [1, 1]
  moves.push({ type: 'CONFIGURE', settings: { ...settings, maxCodes, maxAttempts }, at })
  // A backend does not change while it is used.
  const isUsed = state.startRequests > 0 || state.step.name !== 'phone'
  if (!isUsed) {
    const defersCancel = !settings.defersCancel
    moves.push({ type: 'CONFIGURE', settings: { ...settings, defersCancel }, at })
  }

  const shown = verificationOf(state)
  const phone = shown?.phone ?? ('start' in state.step ? state.step.start.phone : state.phone)
  if (phone === undefined) return
  const verifyId = `v${outside.idsGiven + 1}`
  const theirs = verificationFrom(state, { verifyId, phone, earliestStart: at, latestStart: at })
  moves.push(
    { type: 'TAB_STARTED', verification: theirs, at },
    { type: 'TAB_VERIFIED', verification: shown ?? theirs, at },
  )
  if (shown) moves.push({ type: 'TAB_VERIFIED', verification: theirs, at })
  const replaced = shown?.verifyId ?? 'v0'
  moves.push({ type: 'TAB_REPLACED', verifyId: replaced, verification: theirs, at })
  if (shown) moves.push({ type: 'TAB_CANCELLED', verifyId: shown.verifyId, at })
  for (const { verification } of state.cancelQueue)
    if (verification !== shown)
      moves.push({ type: 'TAB_CANCELLED', verifyId: verification.verifyId, at })
}

/**
 * Time goes on to the next instant at which the flow wakes up, or sleeps on to one at which a code
 * can be cancelled or has ended; and to a second before and after each.
 */
function addInstants({ state, now }: Position, moves: FlowAction[]): void {
  const instants = new Set([now])
  const around = (instant: number): void => {
    for (const each of [instant - 1000, instant, instant + 1000]) if (each > now) instants.add(each)
  }
  const next = nextWakeUp(state, now)
  if (next !== undefined) around(next)
  const shown = state.step.name === 'verified' ? undefined : verificationOf(state)
  if (shown) around(deadlinesOf(shown).cancelAt)
  for (const each of [shown, ...state.cancelQueue.map(({ verification }) => verification)]) {
    if (!each) continue
    const { expiresAt, startAgainAt } = deadlinesOf(each)
    around(expiresAt)
    if (startAgainAt !== expiresAt) around(startAgainAt)
  }
  for (const at of instants) moves.push({ type: 'CLOCK', at })
}
