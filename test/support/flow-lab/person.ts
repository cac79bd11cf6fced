import {
  verificationMessages,
  verificationOf,
  verificationProps,
  viewOf,
  type ActionProps,
} from '@phoneproof/hooks'
import { numbers } from './acts.ts'
import type { Stage } from './stage.ts'

/** Presses the first enabled way out of a step, and waits where there is none. */
export async function findsOut(stage: Stage, withinMs: number): Promise<boolean> {
  const { state: first } = stage.run.getSnapshot()
  const shown = verificationOf(first)?.verifyId
  const end = stage.world.now() + withinMs
  let presses = 0
  for (;;) {
    const { state } = stage.run.getSnapshot()
    const { step } = state.main
    const verifyId = verificationOf(state)?.verifyId
    if (step === 'phone' || step === 'verified') return true
    if (step === 'entering' && verifyId !== shown) return true
    if (stage.world.now() >= end || presses > 100) return false
    presses += 1
    await pressFirst(stage)
  }
}

async function pressFirst(stage: Stage): Promise<void> {
  const { main } = stage.run.getSnapshot().state
  for (const { name, props } of waysOut(stage)) {
    if (props['aria-disabled']) continue
    stage.note(`presses the first way out: ${name}`)
    press(props)
    await stage.world.advance(0)
    if (stage.run.getSnapshot().state.main !== main) return
  }
  await stage.world.advance(5_000)
}

interface Way {
  name: string
  props: ActionProps
}

/** In the order in which they are on the screen. */
function waysOut(stage: Stage): Way[] {
  const { run } = stage
  const snapshot = run.getSnapshot()
  const props = verificationProps({
    run,
    snapshot,
    messages: verificationMessages,
    id: 'flow',
    autoSubmit: true,
  })
  const change: Way = { name: 'Change number', props: props.getChangeNumberProps() }
  const newCode: Way = { name: 'Send a new code', props: props.getNewCodeProps() }
  const retry: Way = { name: 'Try again', props: props.getRetryProps() }
  const cancel: Way = { name: 'Cancel', props: props.getCancelProps() }
  switch (viewOf(snapshot.state)) {
    case 'code':
      return [change, newCode, cancel]
    case 'uncertain':
    case 'blocked':
      return [retry, change]
    case 'expired':
    case 'locked':
      return [newCode, change]
    case 'phone':
      return snapshot.state.main.step === 'starting' ? [change] : []
    case 'verified':
      return []
  }
}

// SAFETY: no handler looks at the event.
const press = ({ onClick }: ActionProps): void => onClick?.({} as Parameters<typeof onClick>[0])

/**
 * Wants this one number verified, and does nothing but what comes first on each screen. The
 * service works by now, and whoever waits is patient.
 */
export async function insists(stage: Stage, withinMs: number): Promise<boolean> {
  const end = stage.world.now() + withinMs
  for (let turn = 0; turn < 400 && stage.world.now() < end; turn += 1) {
    const { run } = stage
    const { state } = run.getSnapshot()
    const { step } = state.main
    if (step === 'verified') return true
    if (step === 'phone') {
      const number = state.phone?.length === numbers[2].length ? undefined : state.phone
      await stage.perform({ do: 'submit', number: number === numbers[1] ? number : numbers[0] })
    } else if (step === 'entering' && canVerify(stage)) {
      await stage.perform({ do: 'code', which: 'right', isAutoSubmitted: true })
    } else await pressOn(stage)
    if (run.getSnapshot().state.main.step === step) await stage.perform({ do: 'wait', ms: 5_000 })
  }
  return false
}

/** The code on the phone is that of the verification on the screen, and it lives. */
function canVerify({ run, simulator, world }: Stage): boolean {
  const verification = verificationOf(run.getSnapshot().state)
  const theirs = simulator.world.latest(verification?.phone)
  return (
    theirs?.verifyId === verification?.verifyId &&
    theirs?.state === 'pending' &&
    world.now() < theirs.startedAt + 300_000
  )
}

/** Onward, not back; but whoever had three codes is asked to look at the number. */
async function pressOn(stage: Stage): Promise<void> {
  const { state } = stage.run.getSnapshot()
  const isSentBack = state.error?.kind === 'tooManyCodes'
  const ways = waysOut(stage).filter(({ name }) => (name === 'Change number') === isSentBack)
  const way = ways.find(({ props }) => !props['aria-disabled'])
  if (!way) return
  stage.note(`presses ${way.name}`)
  press(way.props)
  await stage.world.advance(0)
}
