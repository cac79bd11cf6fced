import { loadNumberMetadata, PhoneproofProvider } from '@phoneproof/hooks'
import { Profiler, type ComponentType, type ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { createFlowWorld } from '../../../../test/support/flow-world.ts'
import {
  useVerificationFlowContext,
  VerificationFlow,
  VerificationFlowCancel,
  VerificationFlowCode,
  VerificationFlowCodeForm,
  VerificationFlowHeading,
  VerificationFlowIntro,
  VerificationFlowNewCode,
  VerificationFlowNextDelivery,
  VerificationFlowPhone,
  VerificationFlowRoot,
  VerificationFlowSecurityNote,
  VerificationFlowTime,
  VerificationFlowValidity,
  VerificationFlowCooldown,
} from './index.ts'

// What the clock costs while nobody does anything; test/bench/verification-flow measures all of it.

async function setUp() {
  // The number is written anew when its metadata come: not what is counted here.
  await loadNumberMetadata()
  const world = createFlowWorld()
  const onRender = vi.fn()
  await render(
    <Profiler id="flow" onRender={onRender}>
      <PhoneproofProvider client={world.client} clock={world.clock}>
        <VerificationFlow
          brand="Acme"
          flowId={crypto.randomUUID()}
          storage="none"
          defaultPhone="+447400123456"
        />
      </PhoneproofProvider>
    </Profiler>,
  )
  const frame = () => new Promise((done) => requestAnimationFrame(done))
  /** Commits in each of some seconds. */
  async function commits(seconds: number) {
    const counts: number[] = []
    for (let second = 0; second < seconds; second += 1) {
      onRender.mockClear()
      await world.clock.advance('1s')
      await frame()
      await frame()
      counts.push(onRender.mock.calls.length)
    }
    return counts
  }
  expect(world.clock.pendingTimers).toBe(0)
  await userEvent.click(page.getByRole('button', { name: 'Send code' }))
  // The code field has been drawn with its caret: nothing is left to draw but time.
  await expect.poll(() => document.querySelector('[data-part="slot"][data-active]')).not.toBeNull()
  return { world, commits }
}

test('commits once a second, also where the flow itself passes a moment', async () => {
  const { commits } = await setUp()
  // The window opens at 30 s, a call is announced at 50 s and made at 60 s.
  expect(await commits(62)).toEqual(Array.from({ length: 62 }, () => 1))
})

test('renders nothing but the countdowns when a second passes', async () => {
  await loadNumberMetadata()
  const world = createFlowWorld()
  const rendered = vi.fn<(part: string) => void>()
  const parts: Record<string, ComponentType> = {
    heading: VerificationFlowHeading,
    intro: VerificationFlowIntro,
    form: VerificationFlowCodeForm,
    validity: VerificationFlowValidity,
    window: VerificationFlowCooldown,
    next: VerificationFlowNextDelivery,
    'all clocks': VerificationFlowTime,
    'new code': VerificationFlowNewCode,
    cancel: VerificationFlowCancel,
    safety: VerificationFlowSecurityNote,
  }
  /** A component around the Profiler: by itself it misses what renders because a context changed. */
  const Counted = ({ name, children }: { name: string; children: ReactNode }) => (
    <Profiler id={name} onRender={() => rendered(name)}>
      {children}
    </Profiler>
  )
  /** A part of an app, which hears of all changes of the flow. */
  function Own() {
    rendered(`own part at ${useVerificationFlowContext().step}`)
    return null
  }
  await render(
    <PhoneproofProvider client={world.client} clock={world.clock}>
      <VerificationFlowRoot
        brand="Acme"
        flowId={crypto.randomUUID()}
        storage="none"
        defaultPhone="+447400123456"
      >
        <Own />
        <VerificationFlowPhone />
        <VerificationFlowCode>
          {Object.entries(parts).map(([name, Part]) => (
            <Counted key={name} name={name}>
              <Part />
            </Counted>
          ))}
        </VerificationFlowCode>
      </VerificationFlowRoot>
    </PhoneproofProvider>,
  )
  await userEvent.click(page.getByRole('button', { name: 'Send code' }))
  await expect.poll(() => document.querySelector('[data-part="slot"][data-active]')).not.toBeNull()
  const renderedIn = async (seconds: string) => {
    rendered.mockClear()
    await world.clock.advance(seconds)
    await new Promise((done) => requestAnimationFrame(done))
    const counts: Record<string, number> = {}
    for (const [part] of rendered.mock.calls) counts[part] = (counts[part] ?? 0) + 1
    return counts
  }
  const clocks = { validity: 5, 'all clocks': 5, next: 5 }
  expect(await renderedIn('5s')).toEqual({ ...clocks, window: 5, 'new code': 5 })
  // The flow itself changes here: its parts render, once.
  expect(await renderedIn('27s')).toMatchObject({ heading: 1, form: 1, 'own part at entering': 1 })
  expect(await renderedIn('5s')).toEqual(clocks)

  using visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  expect(await renderedIn('60s')).toEqual({})
  visibility.mockReturnValue('visible')
})

test('commits nothing while the page is hidden, and is right when it is seen again (E-1)', async () => {
  const { commits } = await setUp()
  using visibility = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  document.dispatchEvent(new Event('visibilitychange'))
  expect(new Set(await commits(62))).toEqual(new Set([0]))
  visibility.mockReturnValue('visible')
  document.dispatchEvent(new Event('visibilitychange'))
  await expect.element(page.getByText('Code valid for 3:58')).toBeInTheDocument()
})

test('has no timer left after success', async () => {
  const { world } = await setUp()
  await userEvent.keyboard(world.simulator.lastCode('+447400123456') ?? '')
  await expect
    .element(page.getByRole('heading', { name: 'Phone number verified' }))
    .toBeInTheDocument()
  expect(world.clock.pendingTimers).toBe(0)
})
