import { PhoneproofProvider, VerificationFlow } from '@phoneproof/react'
import { createManualClock } from '@phoneproof/simulator'
import { QueryClient } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { StrictMode } from 'react'
import { expect, it } from 'vitest'
import { createFlowWorld } from '../../../../test/support/flow-world.ts'
import { createRecorder } from './recorder.ts'

const phone = '+447400123456'

/** A flow on the page that a recorder listens to, after a code was sent. */
async function setUp() {
  const { clock, simulator, client } = createFlowWorld()
  const recorder = createRecorder(clock)
  const user = userEvent.setup()
  const t0 = clock.now()
  const advance = (by: number) => act(() => clock.advance(by))
  render(
    <StrictMode>
      <PhoneproofProvider client={client} clock={clock} queryClient={new QueryClient()}>
        <VerificationFlow
          brand="Acme"
          storage="none"
          onTransition={recorder.onTransition}
          onEvent={recorder.onEvent}
        />
      </PhoneproofProvider>
    </StrictMode>,
  )
  await user.type(screen.getByRole('textbox', { name: 'Phone number' }), phone)
  await user.click(screen.getByRole('button', { name: 'Send code' }))
  await advance(0)
  return { user, advance, recorder, t0, code: simulator.lastCode(phone) ?? '' }
}

it('keeps every step with its instant, and no line for a key in a field', async () => {
  const { user, advance, recorder, t0, code } = await setUp()
  await advance(5000)
  await user.keyboard(code)
  await advance(0)
  const { transitions, state } = recorder.getSnapshot()
  expect(transitions.map(({ at, state: { step } }) => [step.name, at - t0])).toEqual([
    ['phone', 0],
    ['starting', 0],
    ['entering', 0],
    ['checking', 5000],
    ['verified', 5000],
  ])
  expect(state?.step.name).toBe('verified')
})

it('knows the state of now even when it came by a key', async () => {
  const { user, recorder } = await setUp()
  await user.keyboard('123')
  expect(recorder.getSnapshot().state?.code).toBe('•••')
})

it('never holds a code', async () => {
  const { user, advance, recorder, code } = await setUp()
  await user.keyboard(code)
  await advance(0)
  expect(code).toHaveLength(6)
  expect(JSON.stringify(recorder.getSnapshot())).not.toContain(code)
})

it('adds the instant to events and announcements, and tells who listens', () => {
  const clock = createManualClock()
  const recorder = createRecorder(clock)
  let calls = 0
  const stop = recorder.subscribe(() => {
    calls += 1
  })
  recorder.onEvent({ type: 'started' })
  recorder.onAnnouncement({ role: 'status', by: 'flow', text: 'Code sent.' })
  stop()
  recorder.onEvent({ type: 'locked' })
  expect(calls).toBe(2)
  const at = clock.now()
  expect(recorder.getSnapshot()).toMatchObject({
    since: { at, by: 'load' },
    events: [
      { at, event: { type: 'started' } },
      { at, event: { type: 'locked' } },
    ],
    announcements: [{ at, text: 'Code sent.' }],
  })
})

it('forgets what was before a restart, and says when that was', async () => {
  const clock = createManualClock()
  const recorder = createRecorder(clock)
  recorder.onEvent({ type: 'started' })
  recorder.onAnnouncement({ role: 'status', by: 'flow', text: 'Code sent.' })
  await clock.advance('5s')
  recorder.restart()
  expect(recorder.getSnapshot()).toEqual({
    since: { at: clock.now(), by: 'restart' },
    state: undefined,
    transitions: [],
    events: [],
    announcements: [],
  })
})

it('forgets the oldest after 500', () => {
  const recorder = createRecorder(createManualClock())
  for (let t = 0; t <= 500; t += 1) recorder.onEvent({ type: 'cancelled', t })
  const { events } = recorder.getSnapshot()
  expect(events).toHaveLength(500)
  expect(events[0]?.event).toEqual({ type: 'cancelled', t: 1 })
})
