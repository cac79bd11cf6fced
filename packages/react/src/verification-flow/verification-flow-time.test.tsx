import { loadNumberMetadata, PhoneproofProvider } from '@phoneproof/hooks'
import { QueryClient } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { createFlowWorld } from '../../../../test/support/flow-world.ts'
import { VerificationFlow, type VerificationFlowProps } from './verification-flow.tsx'

// The clocks on the screen: what they say, and what stands still.

const phone = '+447400123456'

async function setUp(props: Partial<VerificationFlowProps> = {}) {
  // The number is written anew when its metadata come: not what is looked at here.
  await loadNumberMetadata()
  const world = createFlowWorld()
  const user = userEvent.setup()
  const queryClient = new QueryClient()
  const flow = (changes: Partial<VerificationFlowProps> = {}) => (
    <PhoneproofProvider client={world.client} clock={world.clock} queryClient={queryClient}>
      <VerificationFlow brand="Acme" storage="none" defaultPhone={phone} {...props} {...changes} />
    </PhoneproofProvider>
  )
  const view = render(flow())
  const setProps = (changes: Partial<VerificationFlowProps>) => view.rerender(flow(changes))
  const start = world.clock.now()
  const advance = (by: number | string) => act(() => world.clock.advance(by))
  const advanceTo = (second: number) => act(() => world.clock.advanceTo(start + second * 1000))
  const press = async (name: string | RegExp) => {
    await user.click(screen.getByRole('button', { name }))
    await advance(0)
  }
  const clocks = () => screen.queryAllByRole('timer').map(({ textContent }) => textContent)
  const box = () => view.container.querySelector('[data-part="time"]')
  /** The lines of the box of clocks that are seen, and the wait in a button. */
  const lines = () =>
    [
      ...(box()?.querySelectorAll('p:not([data-part="cooldown"])') ?? []),
      ...view.container.querySelectorAll('button > [data-part="wait"]:not([data-over])'),
    ].map((line) => line.textContent.replace(/\u2066.*\u2069/, 'NUMBER'))
  /** What the screen says anew in some seconds. */
  async function changes(seconds: number) {
    const seen: (string | null)[] = []
    const observer = new MutationObserver((records) =>
      seen.push(...records.map(({ target }) => target.textContent)),
    )
    observer.observe(view.container, { subtree: true, childList: true, characterData: true })
    for (let second = 0; second < seconds; second += 1) await advance('1s')
    observer.disconnect()
    // What was said is taken back, which says nothing.
    return seen.filter((text) => text !== '')
  }
  await press('Send code')
  return { ...view, world, user, advance, advanceTo, press, clocks, lines, changes, setProps }
}

it('shows the three countdowns, each where it belongs (E-6, E-8)', async () => {
  const flow = await setUp()
  const seen: [second: number, lines: string[]][] = []
  for (const second of [0, 29, 30, 59, 60, 89, 90, 119, 120, 149, 150, 299]) {
    await flow.advanceTo(second)
    seen.push([second, flow.lines()])
  }
  expect(new Map(seen)).toEqual(
    new Map([
      [0, ['Code valid for 5:00', 'We’ll call you in 1:00 with the same code', '· 0:30']],
      [29, ['Code valid for 4:31', 'We’ll call you in 0:31 with the same code', '· 0:01']],
      [30, ['Code valid for 4:30', 'We’ll call you in 0:30 with the same code']],
      [59, ['Code valid for 4:01', 'We’ll call you in 0:01 with the same code']],
      [60, ['Code valid for 4:00', 'Calling NUMBER now. The call reads out the same code.']],
      [89, ['Code valid for 3:31', 'Calling NUMBER now. The call reads out the same code.']],
      [90, ['Code valid for 3:30', 'We’ll call you in 0:30 with the same code']],
      [119, ['Code valid for 3:01', 'We’ll call you in 0:01 with the same code']],
      [120, ['Code valid for 3:00', 'Calling NUMBER now. The call reads out the same code.']],
      [149, ['Code valid for 2:31', 'Calling NUMBER now. The call reads out the same code.']],
      [150, ['Code valid for 2:30', 'Didn’t get it? Send a new code.']],
      [299, ['Code valid for 0:01', 'Didn’t get it? Send a new code.']],
    ]),
  )
})

it('keeps its lines while a code is checked or sent, and has as many in between (E-6)', async () => {
  const flow = await setUp()
  const { faults } = flow.world.simulator
  await flow.advance('5s')
  faults.next({ operation: 'check', latencyMs: 5_000 })
  await flow.user.keyboard('123456')
  await flow.advance('1s')
  const [valid, next, wait] = flow.lines()
  expect(valid).toBe('Code valid for 4:54')
  expect(next).toBe('We’ll call you in 0:54 with the same code')
  expect(wait).toBe('· 0:24')
  await flow.advanceTo(40)
  faults.next({ operation: 'cancel', latencyMs: 1_000 })
  faults.next({ operation: 'start', latencyMs: 2_000 })
  await flow.press('Send a new code')
  expect(flow.lines()[0]).toBe('Code valid for 4:20')
  await flow.advance('2s')
  // Nothing is valid now: the old code is stopped, the new one not there.
  expect(flow.lines()).toEqual(['Sending a new code…'])
  await flow.advance('2s')
  expect(flow.lines()[0]).toMatch(/^Code valid for 4:5\d$/)
})

it('lets a person hide all clocks, and says without them what comes (A11Y-3, A11Y-19)', async () => {
  const flow = await setUp()
  await flow.press('Hide timer')
  expect(flow.lines()).toEqual([
    'We’ll call you in less than a minute with the same code',
    '· less than a minute',
  ])
  expect(screen.getByRole('button', { name: 'Cancel' })).toHaveAccessibleDescription(
    'You can cancel or get a new code in less than a minute',
  )
  expect(await flow.changes(29)).toEqual([])
  await flow.advanceTo(31)
  expect(flow.lines()).toEqual(['We’ll call you in less than a minute with the same code'])
  // The call is announced, for those who cannot see it.
  const heard = await flow.changes(28)
  expect(new Set(heard)).toEqual(new Set(['We’ll call you in 10 seconds with the same code.']))
  await flow.press('Show timer')
  expect(flow.lines()[0]).toBe('Code valid for 4:01')
})

it('counts minutes, and only the last one in seconds, where a slow clock is wanted (A11Y-3)', async () => {
  const flow = await setUp({ countdown: 'coarse' })
  expect(flow.lines()).toEqual([
    'Code valid for 5 minutes',
    'We’ll call you in less than a minute with the same code',
    '· less than a minute',
  ])
  expect(await flow.changes(29)).toEqual([])
  await flow.advanceTo(59)
  expect(flow.lines()).toEqual([
    'Code valid for 5 minutes',
    'We’ll call you in less than a minute with the same code',
  ])
  await flow.advanceTo(60)
  expect(flow.lines()[0]).toBe('Code valid for 4 minutes')
  await flow.advanceTo(241)
  expect(flow.lines()[0]).toBe('Code valid for 0:59')
})

it('shows again the clock that was chosen (A11Y-3)', async () => {
  const flow = await setUp({ countdown: 'coarse' })
  await flow.press('Hide timer')
  await flow.press('Show timer')
  expect(flow.lines()[0]).toBe('Code valid for 5 minutes')
  flow.unmount()
  const hidden = await setUp({ countdown: 'hidden', flowId: 'hidden' })
  await hidden.press('Show timer')
  expect(hidden.lines()[0]).toBe('Code valid for 5:00')
})

it('has its clocks in no live region (A11Y-4)', async () => {
  const flow = await setUp()
  expect(flow.clocks()).toHaveLength(3)
  for (const clock of screen.getAllByRole('timer')) {
    expect(clock.closest('[aria-live], [role="status"], [role="alert"]')).toBe(null)
  }
})

it('has no clock at all before a code was sent, and none after success', async () => {
  const flow = await setUp()
  await flow.user.keyboard(flow.world.simulator.lastCode(phone) ?? '')
  await flow.advance(0)
  expect(screen.getByRole('heading', { name: 'Phone number verified' })).toBeVisible()
  expect(flow.world.clock.pendingTimers).toBe(0)
  flow.unmount()
  using setTimeout = vi.spyOn(flow.world.clock, 'setTimeout')
  render(
    <PhoneproofProvider client={flow.world.client} clock={flow.world.clock}>
      <VerificationFlow brand="Acme" storage="none" flowId="other" />
    </PhoneproofProvider>,
  )
  expect(setTimeout).not.toHaveBeenCalled()
})

it('follows a page that changes its mind about the time, and a person until then', async () => {
  const flow = await setUp({ countdown: 'precise' })
  const isShown = () => flow.clocks().some((text) => text.includes('valid'))
  await flow.press('Hide timer')
  flow.setProps({ countdown: 'coarse' })
  expect(isShown()).toBe(false)
  await flow.press('Show timer')
  expect(isShown()).toBe(true)
  flow.setProps({ countdown: 'hidden' })
  expect(isShown()).toBe(false)
  await flow.press('Show timer')
  expect(isShown()).toBe(true)
  flow.setProps({ countdown: 'coarse' })
  expect(isShown()).toBe(true)
})
