import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isAvailableWhenItSays } from '../../../../../test/support/flow-exploration/place-rules.ts'
import { arrive, type Position } from '../../../../../test/support/flow-exploration/position.ts'
import { randomWalks } from '../../../../../test/support/flow-exploration/random-walk.ts'
import { wayText } from '../../../../../test/support/flow-exploration/way-text.ts'
import {
  T0,
  failure,
  play,
  entering,
  code,
  wrong,
  cancelSent,
} from '../../../../../test/support/flow-play.ts'
import { flowProps, type ActionProps, type FlowPropGetters } from '../verification-flow.props.ts'
import { verificationFlowMessages as messages } from '../view/verification-flow.messages.ts'
import { availabilityOf, type UserAction } from './availability.ts'
import type { FlowAction, UndatedAction } from './flow-action.ts'
import type { FlowState } from './flow-state.ts'

const sessions = 10_000

it('is one and the same for the buttons, their reasons and the machine, in 10,000 sessions (I-13, A11Y-13)', () => {
  const property = fc.property(randomWalks(12), ({ way, positions }) => {
    for (const [index, position] of positions.entries()) {
      const complaint = complaintAbout(position)
      if (complaint !== undefined) {
        throw new Error(`${complaint}\n${wayText(way.slice(0, index))}`)
      }
    }
  })
  const { failed, errorInstance } = fc.check(property, { numRuns: sessions })
  // The way is told in the message, so that nothing else need be.
  if (failed) throw errorInstance
})

it('waits for the end of a locked code whose cancel was refused, before it offers a new one', () => {
  const locked = play(
    entering,
    [70, code('123456')],
    [71, wrong('123456', 'locked')],
    [71, { type: 'CANCEL_SENT', verifyId: 'v1' }],
    [72, { type: 'CANCEL_FAILED', verifyId: 'v1', error: failure('notCancellable') }],
  )
  const at = (second: number) =>
    availabilityOf({ state: locked, now: T0 + second * 1000 }, 'newCode')
  expect(at(73)).toEqual({ isAvailable: false, from: T0 + 300_000, reason: 'newCodeIn' })
  expect(at(300)).toMatchObject({ isAvailable: true })
  const again: UndatedAction = { type: 'NEW_CODE', startId: 'a2' }
  expect(play(locked, [73, again])).toBe(locked)
  expect(play(locked, [300, again]).step.name).toBe('starting')
})

it('counts down to the cancel of a locked code once, and then says only that it is stopped (E-13)', () => {
  const at = (state: FlowState, second: number) =>
    availabilityOf({ state, now: T0 + second * 1000 }, 'newCode')
  const locked = play(entering, [5, code('123456')], [6, wrong('123456', 'locked')])
  expect(at(locked, 6)).toMatchObject({ reason: 'newCodeIn', from: T0 + 30_000 })
  const lost: UndatedAction = { type: 'CANCEL_FAILED', verifyId: 'v1', error: failure('uncertain') }
  const failedOnce = play(locked, [30, cancelSent], [31, lost])
  expect(failedOnce.cancelQueue[0]?.request.sendAt).toBe(T0 + 33_000)
  expect(at(failedOnce, 31)).toMatchObject({ reason: 'stopping', from: undefined })
})

function complaintAbout(position: Position): string | undefined {
  for (const [action, button] of Object.entries(buttons)) {
    // SAFETY: the keys of `buttons` are the actions.
    const complaint = judgeButton(position, action as UserAction, button)
    if (complaint !== undefined) return `${action} ${complaint}`
  }
  return isAvailableWhenItSays(position)
}

interface Button {
  readonly props: (getters: FlowPropGetters) => ActionProps
  /** The form that it submits. */
  readonly form?: (getters: FlowPropGetters) => ReturnType<FlowPropGetters['getCodeFormProps']>
  /** What it sends, when nothing keeps it from that. */
  readonly sends: (state: FlowState) => UndatedAction
}

const startId = 'press'
const buttons: Readonly<Record<UserAction, Button>> = {
  sendCode: {
    props: (getters) => getters.getSendCodeProps(),
    form: (getters) => getters.getPhoneFormProps(),
    sends: ({ phone }) => ({ type: 'SUBMIT_PHONE', phone, startId }),
  },
  verify: {
    props: (getters) => getters.getVerifyProps(),
    form: (getters) => getters.getCodeFormProps(),
    sends: ({ code }) => ({ type: 'SUBMIT_CODE', code }),
  },
  newCode: {
    props: (getters) => getters.getNewCodeProps(),
    sends: () => ({ type: 'NEW_CODE', startId }),
  },
  cancel: { props: (getters) => getters.getCancelProps(), sends: () => ({ type: 'CANCEL' }) },
  retry: {
    props: (getters) => getters.getRetryProps(),
    sends: () => ({ type: 'RETRY', startId }),
  },
  changeNumber: {
    props: (getters) => getters.getChangeNumberProps(),
    sends: () => ({ type: 'CHANGE_NUMBER' }),
  },
  resumeNumber: {
    props: (getters) => getters.getResumeNumberProps(),
    sends: () => ({ type: 'RESUME_NUMBER' }),
  },
}

function judgeButton(position: Position, action: UserAction, button: Button): string | undefined {
  // What time has ended is over before anything is pressed, and drawn so.
  const from = arrive(position, { type: 'CLOCK', at: position.now }).position
  const { state, now } = from
  const sent: UndatedAction[] = []
  const getters = gettersFor(from, (each) => sent.push(each))
  const props = button.props(getters)
  const { isAvailable, reason } = availabilityOf(from, action)
  if (props['aria-disabled'] === isAvailable) return 'does not look as it is'
  if ((props['aria-describedby'] === undefined) !== (reason === undefined))
    return 'waits, and does not say why'

  press(button, getters, props)
  if (isAvailable && sent.length !== 1) return 'looks available, and sends nothing'
  if (!isAvailable && props.onClick && sent.length > 0) return 'looks unavailable, and sends'
  // Also where an app sends it past the button.
  const pressed = { ...button.sends(state), at: now } as FlowAction
  if (sent[0] && JSON.stringify({ ...sent[0], at: now }) !== JSON.stringify(pressed))
    return 'sends something else'
  const after = arrive(from, pressed).position.state
  if (isAvailable) return after === state ? 'looks available, and does nothing' : undefined
  const { error, notice } = after
  const isOnlySaid = isEqual({ ...state, error, notice }, after)
  return isOnlySaid ? undefined : 'looks unavailable, and does something'
}

const isEqual = (one: FlowState, two: FlowState): boolean =>
  one === two || JSON.stringify(one) === JSON.stringify(two)

function press(button: Button, getters: FlowPropGetters, { onClick }: ActionProps): void {
  const event = { preventDefault() {}, currentTarget: { checkValidity: () => true } }
  // SAFETY: no handler looks at more of the event than this.
  if (onClick) onClick(event as unknown as Parameters<typeof onClick>[0])
  else button.form?.(getters).onSubmit(event as unknown as FormSubmission)
}
type FormSubmission = Parameters<ReturnType<FlowPropGetters['getCodeFormProps']>['onSubmit']>[0]

function gettersFor(position: Position, send: (action: UndatedAction) => void): FlowPropGetters {
  const { state, now } = position
  const snapshot = { state, now, announcement: undefined }
  const controller = {
    getSnapshot: () => snapshot,
    send,
    submitPhone: (phone: string | undefined) => send({ type: 'SUBMIT_PHONE', phone, startId }),
    requestNewCode: () => send({ type: 'NEW_CODE', startId }),
    retry: () => send({ type: 'RETRY', startId }),
  }
  // SAFETY: the prop getters use no more of a controller.
  type Controller = Parameters<typeof flowProps>[0]['controller']
  return flowProps({
    controller: controller as unknown as Controller,
    snapshot,
    messages,
    id: 'flow',
    autoSubmit: true,
  })
}
