// Faults that the exploration and 100,000 random sessions found, each by the shortest way to it.
import { VerifyHttpError, VerifyNetworkError } from '@phoneproof/client'
import { expect, it, vi } from 'vitest'
import { setUpFlow, tabsOfOneDevice } from '../../../../../test/support/flow-setup.ts'
import { takeDue } from './due-requests.ts'
import type { Verification } from './deadlines.ts'
import type { FlowAction, UndatedAction } from './flow-action.ts'
import { defaultSettings, initialState, verificationOf, type FlowState } from './flow-state.ts'
import { transition } from './transition.ts'

const T0 = 1_800_000_000_000
const phone = '+447400123456'

const verification = (verifyId: string, at: number, latestStart = at): Verification => ({
  verifyId,
  phone,
  codeLength: 6,
  terms: defaultSettings.terms,
  earliestStart: at,
  latestStart,
})
const first = verification('v1', T0)

/** As the flow controller does: each action at its second, and what is due after it goes out. */
function play(...actions: [second: number, action: UndatedAction][]) {
  const sent: string[] = []
  const state = actions.reduce((current: FlowState, [second, undated]) => {
    const at = T0 + second * 1000
    // SAFETY: adding `at` makes it the action that `at` was taken from.
    const due = takeDue(transition(current, { ...undated, at } as FlowAction), at, true)
    sent.push(...due.requests.map(({ operation }) => `${operation} at ${second} s`))
    return due.state
  }, initialState())
  return { state, sent }
}

const submit: UndatedAction = { type: 'SUBMIT_PHONE', phone, startId: 'a1' }
const accepted: UndatedAction = { type: 'START_OK', token: 1, verification: first }
const code: UndatedAction = { type: 'SUBMIT_CODE', code: '111111' }
const wrong = { kind: 'wrongCode' } as Extract<FlowAction, { type: 'CHECK_FAILED' }>['error']
const refused = { kind: 'notCancellable' } as typeof wrong

/** Time has ended something at this instant that is still there. */
const isSettled = (state: FlowState, second: number): boolean =>
  transition(state, { type: 'CLOCK', at: T0 + second * 1000 }) === state

it('shows no code that had ended when the answer to its start came', () => {
  const late = verification('v1', T0, T0 + 301_000)
  const { state } = play([0, submit], [301, { type: 'START_OK', token: 1, verification: late }])
  expect(isSettled(state, 301)).toBe(true)
})

it('cancels no code that has ended, though its unanswered check may be sent again', () => {
  const ways: UndatedAction[] = [{ type: 'NEW_CODE', startId: 'a2' }, { type: 'CANCEL' }]
  for (const way of ways) {
    const { state, sent } = play(
      [0, submit],
      [0, accepted],
      [295, code],
      [305, { type: 'CLOCK' }],
      [306, way],
    )
    expect(sent).not.toContain('cancel at 306 s')
    expect(isSettled(state, 306)).toBe(true)
  }
})

it('sends no cancel again that was pressed more than 15 s ago', () => {
  const { sent } = play(
    [0, submit],
    [0, accepted],
    [30, { type: 'CANCEL' }],
    [31, { type: 'CANCEL_FAILED', verifyId: 'v1', error: refused }],
    [120, { type: 'CLOCK' }],
  )
  expect(sent).toEqual(['start at 0 s', 'cancel at 30 s'])
})

it('forgets no verification that was being cancelled when another one was verified', () => {
  const { state } = play(
    [0, submit],
    [0, accepted],
    [1, code],
    [2, { type: 'TAB_REPLACED', verifyId: 'v1', verification: verification('v2', T0 + 2_000) }],
    [40, { type: 'NEW_CODE', startId: 'a2' }],
    [41, { type: 'CHECK_OK', verification: first }],
  )
  expect(verificationOf(state)?.verifyId).toBe('v1')
  expect(state.cancelQueue).toMatchObject([{ verification: { verifyId: 'v2' } }])
})

it('knows after a success and a reset which codes of an abandoned number were judged', () => {
  const { sent } = play(
    [0, submit],
    [0, accepted],
    [1, code],
    [2, { type: 'CHECK_FAILED', verifyId: 'v1', code: '111111', error: wrong }],
    [3, { type: 'TAB_VERIFIED', verification: verification('v2', T0) }],
    [4, { type: 'RESET' }],
    [5, submit],
    [6, code],
  )
  expect(sent).not.toContain('check at 6 s')
})

it('is not verified again after a reset, by a late answer to the check before it', () => {
  const { state } = play(
    [0, submit],
    [0, accepted],
    [1, code],
    [2, { type: 'TAB_VERIFIED', verification: first }],
    [3, { type: 'RESET' }],
    [4, { type: 'CHECK_OK', verification: first }],
  )
  expect(state.step.name).toBe('phone')
})

it('shows no verified number as one with a code, when its start is answered after a reset', () => {
  const { state } = play(
    [0, submit],
    [1, { type: 'TAB_STARTED', verification: first }],
    [2, code],
    [3, { type: 'CHECK_OK', verification: first }],
    [4, { type: 'RESET' }],
    [5, submit],
    [6, accepted],
  )
  expect(verificationOf(state)).toBeUndefined()
})

it('shows no code as valid that has ended while its check was turned away', () => {
  const limit = { kind: 'limitReached', retryAt: T0 + 360_000 } as typeof wrong
  const { state } = play(
    [0, submit],
    [0, accepted],
    [280, code],
    [300, { type: 'CLOCK' }],
    [300, code],
    [300, { type: 'CHECK_FAILED', verifyId: 'v1', code: '111111', error: limit }],
  )
  expect(state.step).toMatchObject({ name: 'expired', cause: 'unconfirmed' })
  expect(isSettled(state, 300)).toBe(true)
})

it('wakes after a long sleep to the end of a code, not to its unanswered check', () => {
  const { state } = play(
    [0, submit],
    [0, accepted],
    [280, code],
    [300, { type: 'CLOCK' }],
    [300, code],
    [599, { type: 'CLOCK' }],
  )
  expect(state.step).toMatchObject({ name: 'expired', cause: 'unconfirmed' })
  expect(isSettled(state, 599)).toBe(true)
})

it('asks for a busy number again under a key that no duplicate of its tab has sent', async () => {
  const busy = new VerifyHttpError('busy', { kind: 'active', operation: 'start' })
  const lost = new VerifyNetworkError('lost', { kind: 'uncertain', operation: 'start' })
  const keys: (string | undefined)[] = []
  const answers = [() => Promise.reject(busy), () => Promise.reject(lost)]
  const start = vi.fn((_request: unknown, options?: { idempotencyKey?: string | undefined }) => {
    keys.push(options?.idempotencyKey)
    return (
      answers.shift()?.() ??
      Promise.resolve({ verifyId: 'v1', price: undefined, serverTime: undefined })
    )
  })
  const openEnvironment = tabsOfOneDevice()
  const environment = openEnvironment()
  const flow = setUpFlow({ environment, client: { start } })
  await flow.start()
  await flow.clock.advance(1_000)
  const copy = openEnvironment()
  for (const [key, value] of environment.stored) copy.stored.set(key, value)
  const duplicate = flow.open(copy)
  duplicate.retain({})

  await flow.clock.advance(40_000)
  duplicate.retry()
  await flow.clock.advance(60_000)
  flow.controller.retry()
  await flow.settle()
  expect(new Set(keys).size).toBe(3)
})

it('cancels a number that was left, whose code has expired only by the most careful count', () => {
  const careful = verification('v1', T0, T0 + 230_000)
  const { sent } = play(
    [0, submit],
    [230, { type: 'START_OK', token: 1, verification: careful }],
    [300, { type: 'CLOCK' }],
    [300, { type: 'CHANGE_NUMBER' }],
  )
  expect(sent).toEqual(['start at 0 s', 'cancel at 300 s'])
})

it('cancels such a code before a new one is asked for, as it would block its number', () => {
  const careful = verification('v1', T0, T0 + 230_000)
  const { sent } = play(
    [0, submit],
    [230, { type: 'START_OK', token: 1, verification: careful }],
    [300, { type: 'CLOCK' }],
    [320, { type: 'NEW_CODE', startId: 'a2' }],
    [321, { type: 'CANCEL_OK', verifyId: 'v1' }],
  )
  expect(sent).toEqual(['start at 0 s', 'cancel at 320 s', 'start at 321 s'])
})

it('is not verified again after a reset, by another tab that tells of the same success', () => {
  const verified: UndatedAction = { type: 'TAB_VERIFIED', verification: first }
  const { state } = play(
    [0, submit],
    [0, accepted],
    [2, verified],
    [3, { type: 'RESET' }],
    [4, verified],
  )
  expect(state.step.name).toBe('phone')
})
