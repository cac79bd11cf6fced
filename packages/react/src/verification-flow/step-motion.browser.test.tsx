import { loadNumberMetadata, PhoneproofProvider } from '@phoneproof/hooks'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '@phoneproof/react/styles.css'
import { createFlowWorld } from '../../../../test/support/flow-world.ts'
import { VerificationFlow } from './verification-flow.tsx'

// From one screen to the next: how high the flow is on the way, and what is there already.

beforeAll(() => loadNumberMetadata())

const phone = '+447400123456'

// So long that no change ends by itself: the tests say how far it has got to.
const wholeWay = 1_000_000
beforeEach(() => document.documentElement.style.setProperty('--pp-duration', `${wholeWay}ms`))
afterEach(() => document.documentElement.style.removeProperty('--pp-duration'))

async function setUp() {
  const world = createFlowWorld()
  await page.viewport(900, 700)
  await render(
    <PhoneproofProvider client={world.client} clock={world.clock}>
      <VerificationFlow
        brand="Acme"
        flowId={crypto.randomUUID()}
        storage="none"
        defaultPhone={phone}
      />
    </PhoneproofProvider>,
  )
  return world
}

const part = (name: string) =>
  document.querySelector<HTMLElement>(`[data-scope="verification-flow"][data-part="${name}"]`)
const root = () => part('root') as HTMLElement
const leaving = () => document.querySelector<HTMLElement>('[data-leaving]')
/** Of the change: a caret that blinks is none. */
const animations = () =>
  root()
    .getAnimations({ subtree: true })
    .filter(
      (each) =>
        each instanceof CSSAnimation && /-(height|step|step-rtl|leave)$/.test(each.animationName),
    )
const click = (name: string) => {
  const button = page.getByRole('button', { name }).element()
  if (button instanceof HTMLElement) button.click()
}
const code = page.getByRole('textbox', { name: 'Verification code' })

/** As far as that part of the way. */
const stopAt = (part: number) => {
  for (const each of animations()) {
    each.currentTime = part * wholeWay
  }
}
const goOn = () => {
  for (const each of animations()) each.finish()
}

/** The heights of the flow while it moves, a frame of 120 a second apart, and before and after. */
async function heightsOver(change: () => Promise<void> | void) {
  const heights = [root().getBoundingClientRect().height]
  await change()
  await expect.poll(() => root().hasAttribute('data-moving')).toBe(true)
  for (let ms = 0; ms < 160; ms += 1000 / 120) {
    stopAt(ms / 160)
    heights.push(root().getBoundingClientRect().height)
  }
  goOn()
  await expect.poll(() => leaving()).toBeNull()
  heights.push(root().getBoundingClientRect().height)
  return heights
}

/** The longest way in a frame, for a way that takes 160 ms: eased, it is no more than three times the mean. */
const isSmooth = (heights: number[]) => {
  const [first = 0] = heights
  const last = heights.at(-1) ?? 0
  const most = Math.max(2, (3 * Math.abs(last - first)) / (0.16 * 120))
  return heights.every((height, index) => Math.abs(height - (heights[index - 1] ?? height)) <= most)
}

test('the height follows from one screen to the next, and jumps in no frame', async () => {
  await setUp()
  const toCode = await heightsOver(() => click('Send code'))
  expect(toCode.at(-1)).toBeGreaterThan((toCode[0] ?? 0) + 50)
  expect(toCode.filter((height) => !Number.isFinite(height))).toEqual([])
  expect(isSmooth(toCode)).toBe(true)
  const toPhone = await heightsOver(() => click('Change number'))
  expect(isSmooth(toPhone)).toBe(true)
  expect(toPhone.at(-1)).toBeLessThan(toCode.at(-1) ?? 0)
  const back = await heightsOver(() => click('Send code'))
  expect(isSmooth(back)).toBe(true)
})

test('from the code to success the height follows as well', async () => {
  const world = await setUp()
  await heightsOver(() => click('Send code'))
  const right = world.simulator.lastCode(phone) ?? ''
  const heights = await heightsOver(() => userEvent.fill(code, right))
  expect(isSmooth(heights)).toBe(true)
})

test('the old screen fades where it stood, out of reach, while the new one has the focus', async () => {
  await setUp()
  click('Send code')
  await expect.poll(() => leaving()).not.toBeNull()
  stopAt(0.5)
  await expect.element(code).toHaveFocus()
  expect(document.querySelectorAll('[data-part="screen"]')).toHaveLength(2)
  const old = leaving() as HTMLElement
  expect(old.inert).toBe(true)
  expect(page.getByRole('heading').elements()).toHaveLength(1)
  // The first one that ids and selectors find is the new one.
  expect(part('screen')).not.toBe(old)
  expect(part('heading')).toHaveTextContent('Enter the code')
  expect(old.getBoundingClientRect().top).toBe(part('screen')?.getBoundingClientRect().top)
  expect(old.getBoundingClientRect().width).toBe(part('screen')?.getBoundingClientRect().width)
  const opacities = [old, part('screen')].map((each) =>
    Number(each && getComputedStyle(each).opacity),
  )
  for (const opacity of opacities) {
    expect(opacity).toBeGreaterThan(0)
    expect(opacity).toBeLessThan(1)
  }
  goOn()
  await expect.poll(() => leaving()).toBeNull()
  expect(root()).not.toHaveAttribute('data-moving')
})

test('another change begins where the first has got to, and ends as without it', async () => {
  await setUp()
  click('Send code')
  await expect.poll(() => leaving()).not.toBeNull()
  stopAt(0.4)
  const height = root().getBoundingClientRect().height
  const opacity = getComputedStyle(part('screen') as HTMLElement).opacity
  click('Change number')
  await expect.poll(() => part('heading')?.textContent).toBe('Verify your phone number')
  stopAt(0)
  expect(Math.abs(root().getBoundingClientRect().height - height)).toBeLessThanOrEqual(1)
  expect(document.querySelectorAll('[data-leaving]')).toHaveLength(1)
  expect(Number(getComputedStyle(leaving() as HTMLElement).opacity)).toBeCloseTo(Number(opacity), 1)
  goOn()
  await expect.poll(() => leaving()).toBeNull()
  expect(document.querySelectorAll('[data-part="screen"]')).toHaveLength(1)
  expect(root().getAnimations()).toEqual([])
})

test('nothing moves under reduced motion: the next screen is there, and the old one is gone', async () => {
  const media = (value: string) =>
    cdp().send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-reduced-motion', value }],
    })
  await media('reduce')
  await setUp()
  const seen: string[] = []
  const observer = new MutationObserver(() =>
    seen.push(root().getAnimations({ subtree: true }).length.toString()),
  )
  observer.observe(document.body, { subtree: true, childList: true })
  click('Send code')
  await expect.element(code).toHaveFocus()
  observer.disconnect()
  expect(leaving()).toBeNull()
  expect(root()).not.toHaveAttribute('data-moving')
  await media('')
})

test('a start that is over at once shows no other button, and a long one has it after a second', async () => {
  document.documentElement.style.removeProperty('--pp-duration')
  const world = await setUp()
  const before = root().getBoundingClientRect().height
  world.simulator.faults.next({ operation: 'start', latencyMs: 5_000 })
  click('Send code')
  await expect.element(page.getByRole('button', { name: 'Sending code…' })).toBeVisible()
  const change = part('change-number') as HTMLElement
  const [late] = change.parentElement?.getAnimations() ?? []
  if (!late) throw new Error('nothing comes late')
  late.pause()
  for (const [ms, isThere] of [
    [0, false],
    [74, false],
    [990, false],
    [1160, true],
  ] as const) {
    late.currentTime = ms
    expect([ms, change.checkVisibility({ visibilityProperty: true })]).toEqual([ms, isThere])
    if (!isThere)
      expect(Math.abs(root().getBoundingClientRect().height - before)).toBeLessThanOrEqual(2)
  }
})
