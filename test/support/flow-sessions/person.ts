import { verificationFlowMessages, type FlowErrorKind } from '@phoneproof/hooks'
import {
  hasCodesLeft,
  verificationOf,
  flowProps,
  screenKeyOf,
  type ActionProps,
  type FlowPropGetters,
} from '@phoneproof/hooks/internal/verification-flow'
import { numbers } from './actions.ts'
import type { Harness } from './harness.ts'

/** Presses the first enabled way out of a step, and waits where there is none. */
export async function findsOut(harness: Harness, withinMs: number): Promise<boolean> {
  const { state: first } = harness.controller.getSnapshot()
  const shown = verificationOf(first)?.verifyId
  const end = harness.world.now() + withinMs
  let presses = 0
  for (;;) {
    const { state } = harness.controller.getSnapshot()
    const { name } = state.step
    const verifyId = verificationOf(state)?.verifyId
    if (name === 'phone' || name === 'verified') return true
    if (name === 'entering' && verifyId !== shown) return true
    if (harness.world.now() >= end || presses > 100) return false
    presses += 1
    await pressFirst(harness)
  }
}

async function pressFirst(harness: Harness): Promise<void> {
  const { step } = harness.controller.getSnapshot().state
  for (const { name, props } of waysOut(harness)) {
    if (props['aria-disabled']) continue
    harness.notePress(`presses the first way out: ${name}`)
    press(props)
    await harness.world.advance(0)
    if (harness.controller.getSnapshot().state.step !== step) return
  }
  await harness.world.advance(5_000)
}

/**
 * Presses each button that looks unavailable, and then one of those that look available. What is wrong with what
 * came of it, or undefined.
 */
export async function pressesEveryButton(
  harness: Harness,
  which: number,
): Promise<string | undefined> {
  const { controller } = harness
  const look = () => controller.getSnapshot().state
  for (const button of buttonsOf(harness)) {
    const { name, props } = button
    if (!props['aria-disabled']) continue
    const before = look()
    const sent = harness.requests.length
    harness.notePress(`presses ${name}, which looks unavailable`)
    button.press()
    await harness.world.advance(0)
    const after = look()
    // A code that cannot be checked yet is told why, once more.
    const said = name === 'Verify' ? { error: after.error, notice: after.notice } : {}
    const isSame = JSON.stringify({ ...before, ...said }) === JSON.stringify(after)
    if (!isSame || harness.requests.length > sent)
      return `${name} looked unavailable, and did something`
  }
  const alive = buttonsOf(harness).filter(({ props }) => !props['aria-disabled'])
  const chosen = alive[which % Math.max(1, alive.length)]
  if (!chosen) return undefined
  const before = look()
  harness.notePress(`presses ${chosen.name}, which looks available`)
  chosen.press()
  const after = look()
  // It may have to wait for another answer, but a refusal must be one that the person can do something about.
  const isRefused = after.step === before.step && !mendable.includes(after.error?.kind)
  return after === before || (isRefused && after.error !== undefined)
    ? `${chosen.name} looked available, and did nothing`
    : undefined
}

const mendable: readonly (FlowErrorKind | undefined)[] = [
  'invalidPhone',
  'offline',
  'checkOffline',
  'incompleteCode',
  'alreadyTried',
  'codeExpired',
]

interface Pressable extends Way {
  press(): void
}

/** All that a screen may have, whether or not it can be used; forms as their submit button. */
function buttonsOf(harness: Harness): Pressable[] {
  const props = propsOf(harness)
  const ways = ({ name, props: each }: Way): Pressable => ({
    name,
    props: each,
    press: () => press(each),
  })
  const { state } = harness.controller.getSnapshot()
  const view = screenKeyOf(state)
  const others = waysOut(harness).map(ways)
  if (view === 'phone') {
    const keep = { name: 'Keep using', props: props.getResumeNumberProps() }
    const send = { name: 'Send code', props: props.getSendCodeProps() }
    return [...others, ways(keep), { ...send, press: () => submit(props.getPhoneFormProps()) }]
  }
  if (view !== 'code') return others
  const verify = { name: 'Verify', props: props.getVerifyProps() }
  return [...others, { ...verify, press: () => submit(props.getCodeFormProps()) }]
}

type FormProps = ReturnType<FlowPropGetters['getCodeFormProps']>

// SAFETY: no more of the event is looked at, and the field has found nothing wrong.
const submit = (form: FormProps): void =>
  form.onSubmit({
    preventDefault() {},
    currentTarget: { checkValidity: () => true },
  } as unknown as Parameters<FormProps['onSubmit']>[0])

interface Way {
  name: string
  props: ActionProps
}

const propsOf = ({ controller }: Harness): FlowPropGetters =>
  flowProps({
    controller,
    snapshot: controller.getSnapshot(),
    messages: verificationFlowMessages,
    id: 'flow',
    autoSubmit: true,
  })

/** In the order in which they are on the screen. */
function waysOut(harness: Harness): Way[] {
  const snapshot = harness.controller.getSnapshot()
  const props = propsOf(harness)
  const change: Way = { name: 'Change number', props: props.getChangeNumberProps() }
  const newCode: Way = { name: 'Send a new code', props: props.getNewCodeProps() }
  const retry: Way = { name: 'Try again', props: props.getRetryProps() }
  const cancel: Way = { name: 'Cancel', props: props.getCancelProps() }
  switch (screenKeyOf(snapshot.state)) {
    case 'code':
      return [change, newCode, cancel]
    case 'uncertain':
    case 'blocked':
      return [retry, change]
    case 'expired':
    case 'locked':
      return [newCode, change]
    case 'phone':
      return snapshot.state.step.name === 'starting' ? [change] : []
    case 'verified':
      return []
  }
}

// SAFETY: no handler looks at the event.
const press = ({ onClick }: ActionProps): void => onClick?.({} as Parameters<typeof onClick>[0])

/**
 * Wants a number verified, this one as long as it gets codes, and does nothing but what comes first on
 * each screen. The
 * service works by now, and whoever waits is patient.
 */
export async function insists(harness: Harness, withinMs: number): Promise<boolean> {
  const end = harness.world.now() + withinMs
  for (let turn = 0; turn < 400 && harness.world.now() < end; turn += 1) {
    const { controller } = harness
    const { state } = controller.getSnapshot()
    const { name } = state.step
    if (name === 'verified') return true
    if (name === 'phone') {
      const wanted = state.phone === numbers[1] ? numbers[1] : numbers[0]
      const possible = [wanted, numbers[0], numbers[1]].find((each) => canStart(harness, each))
      // None of them: what is left is the help, and a host that starts over.
      if (possible === undefined) await harness.perform({ do: 'press', button: 'reset' })
      else await harness.perform({ do: 'submit', number: possible })
    } else if (name === 'entering' && canVerify(harness)) {
      await harness.perform({ do: 'code', which: 'right', isAutoSubmitted: true })
    } else await pressOn(harness)
    if (controller.getSnapshot().state.step.name === name)
      await harness.perform({ do: 'wait', ms: 5_000 })
  }
  return false
}

/** It may get a code still, or its own lives and takes tries. */
function canStart({ controller }: Harness, number: string): boolean {
  const { state } = controller.getSnapshot()
  const isLeft = state.cancelQueue.some(
    ({ verification, isLocked }) => verification.phone === number && !isLocked,
  )
  return hasCodesLeft(state, number) || isLeft
}

/** The code on the phone is that of the verification on the screen, and it lives. */
function canVerify({ controller, simulator, world }: Harness): boolean {
  const verification = verificationOf(controller.getSnapshot().state)
  const theirs = simulator.world.latest(verification?.phone)
  return (
    theirs?.verifyId === verification?.verifyId &&
    theirs?.state === 'pending' &&
    world.now() < theirs.startedAt + 300_000
  )
}

/** Onward, not back; but whoever had the last code of a number needs another one. */
async function pressOn(harness: Harness): Promise<void> {
  const { state } = harness.controller.getSnapshot()
  const isOver = ['expired', 'locked'].includes(screenKeyOf(state))
  const isSentBack = isOver && !hasCodesLeft(state)
  const ways = waysOut(harness).filter(({ name }) => (name === 'Change number') === isSentBack)
  const way = ways.find(({ props }) => !props['aria-disabled'])
  if (!way) return
  harness.notePress(`presses ${way.name}`)
  press(way.props)
  await harness.world.advance(0)
}
