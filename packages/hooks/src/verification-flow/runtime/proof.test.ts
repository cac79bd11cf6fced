import type { CheckResult, RunningVerification, VerifyClient } from '@phoneproof/client'
import { QueryClient } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import {
  environmentWithStorage,
  setUpFlow as setUp,
  T0,
  tabsOfOneDevice,
} from '../../../../../test/support/flow-setup.ts'
import type { FlowEvent } from '../machine/flow-events.ts'
import type { FlowTransition } from '../machine/flow-transition.ts'
import { viewOf } from '../view/flow-view.ts'

const proof = 'eyJhbGciOiJFZERTQSJ9.eyJwdXJwb3NlIjoic2lnbi11cCJ9.c2lnbmF0dXJl'
const check: VerifyClient['check'] = async () => ({ proof })

it('gives the proof of a right code to the page, and keeps it with the success (E-20)', async () => {
  const onVerified = vi.fn()
  const flow = setUp({ client: { check }, callbacks: { onVerified } })
  await flow.start()
  expect(viewOf(flow.controller.getSnapshot()).proof).toBeUndefined()
  await flow.check('123456')
  const [{ verifyId }] = onVerified.mock.calls[0] ?? expect.fail()
  const told = { phone: '+447400123456', verifyId, source: 'this-tab', proof }
  expect(onVerified.mock.calls).toEqual([[told]])
  expect(viewOf(flow.controller.getSnapshot()).proof).toBe(proof)
})

it('is as right without a proof, and then has none (E-20)', async () => {
  const onVerified = vi.fn()
  const flow = setUp({ client: { check: async () => {} }, callbacks: { onVerified } })
  await flow.start()
  await flow.check('123456')
  expect(onVerified.mock.calls[0]).toMatchObject([{ proof: undefined }])
  expect(viewOf(flow.controller.getSnapshot()).proof).toBeUndefined()
})

it.each([
  { proof: true },
  { proof: '' },
  { proof: 'yes' },
  { proof, success: false },
  { data: { proof } },
  [{ proof }],
  { status: 200, data: { proof } },
  proof,
])('does not take a check that resolves with %j for a right code (E-20)', async (answer) => {
  using _warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  // SAFETY: what a client written in JavaScript may return.
  const flow = setUp({ client: { check: async () => answer as unknown as CheckResult } })
  await flow.start()
  await flow.check('123456')
  expect(flow.state()).toMatchObject({
    step: { name: 'entering' },
    error: { kind: 'checkUncertain' },
  })
})

it('gets the proof of a check whose answer was lost from the backend’s session (E-20)', async () => {
  const session: { running?: RunningVerification } = {}
  const onVerified = vi.fn()
  const lost = () => Promise.reject(new TypeError('Failed to fetch'))
  const resume = async () => session.running
  const flow = setUp({ client: { check: lost, resume }, callbacks: { onVerified } })
  await flow.start()
  const { step } = flow.state()
  const { verifyId } = 'verification' in step ? step.verification : expect.fail()
  session.running = {
    verifyId,
    phone: undefined,
    codeLength: undefined,
    attemptsLeft: undefined,
    serverTime: { startedAt: T0, now: T0 },
    isVerified: true,
    proof,
  }
  await flow.check('123456')
  expect(onVerified.mock.calls).toMatchObject([[{ verifyId, proof }]])
})

it('leaves no proof in storage, events, logs, other tabs or the app’s QueryClient (E-20, SEC-9)', async () => {
  const openEnvironment = tabsOfOneDevice()
  const environment = openEnvironment()
  const written: string[] = []
  const { storage } = environment
  if (storage) {
    const { setItem } = storage
    storage.setItem = (key, value) => {
      written.push(value)
      setItem(key, value)
    }
  }
  const queryClient = new QueryClient()
  const cached: unknown[] = []
  queryClient.getMutationCache().subscribe(({ mutation }) => cached.push(mutation?.state.data))
  const events: FlowEvent[] = []
  const transitions: FlowTransition[] = []
  const heard: unknown[] = []
  const channel = openEnvironment().openChannel('phoneproof:test')
  if (channel) channel.onmessage = ({ data }) => heard.push(data)
  const onVerified = vi.fn()
  const flow = setUp({
    client: { check },
    environment,
    options: { queryClient },
    callbacks: {
      onVerified,
      onEvent: (event) => events.push(event),
      onTransition: (transition) => transitions.push(transition),
    },
  })
  await flow.start()
  await flow.check('123456')
  environment.setHidden(true)
  flow.release()

  expect(onVerified).toHaveBeenCalledOnce()
  expect(events.map(({ type }) => type)).toContain('verified')
  expect(transitions.map(({ action }) => action)).toContain('CHECK_OK')
  expect(heard).toMatchObject([{ type: 'started' }, { type: 'verified' }])
  expect(written).not.toEqual([])
  expect(cached).not.toEqual([])
  const left = { written, events, transitions, heard, cached }
  expect(JSON.stringify(left)).not.toContain(proof)
})

it('has no proof for a success in another tab (E-20)', async () => {
  const openEnvironment = tabsOfOneDevice()
  const first = setUp({ client: { check }, environment: openEnvironment() })
  await first.start()
  const onVerified = vi.fn()
  const second = setUp({ environment: openEnvironment(), callbacks: { onVerified } })
  await first.check('123456')
  expect(second.step()).toBe('verified')
  expect(onVerified.mock.calls).toMatchObject([[{ source: 'other-tab', proof: undefined }]])
})

it('forgets the proof when the flow begins again, or is loaded again (E-20)', async () => {
  const environment = environmentWithStorage()
  const flow = setUp({ client: { check }, environment })
  await flow.start()
  await flow.check('123456')
  const reloaded = flow.open(environment)
  expect(JSON.stringify(reloaded.getSnapshot())).not.toContain(proof)
  flow.controller.send({ type: 'RESET' })
  expect(JSON.stringify(flow.state())).not.toContain(proof)
})

it('asks for as many digits as the backend says, of those that the service has (E-19)', async () => {
  const lengthOf = async (codeLength: unknown) => {
    const started = { verifyId: 'v1', price: undefined, serverTime: undefined, codeLength }
    // SAFETY: what a client written in JavaScript may return.
    const start = async () => started as Awaited<ReturnType<VerifyClient['start']>>
    const flow = setUp({ client: { start } })
    await flow.start()
    return viewOf(flow.controller.getSnapshot()).verification?.codeLength
  }
  await expect(lengthOf(4)).resolves.toBe(4)
  for (const other of [undefined, 5, 100_000, '4', Number.NaN]) {
    // oxlint-disable-next-line no-await-in-loop -- one flow after another
    await expect(lengthOf(other)).resolves.toBe(6)
  }
})
