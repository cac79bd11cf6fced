import { loadNumberMetadata, PhoneproofProvider } from '@phoneproof/hooks'
import { expect, test } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '@phoneproof/react/styles.css'
import { createFlowWorld } from '../../../../test/support/flow-world.ts'
import { VerificationFlow } from './verification-flow.tsx'

// What people need who see, move or read otherwise: sizes, motion, colours, direction, focus.

interface Options {
  dir?: 'rtl'
  /** What is above and below the flow. */
  height?: number
  /** Of bars that stay at the top and the bottom of the window. */
  bars?: number
}

async function setUp({ dir, height = 0, bars = 0 }: Options = {}) {
  const world = createFlowWorld()
  const bar = { position: 'fixed', zIndex: 1, insetInline: 0, blockSize: bars } as const
  await render(
    <PhoneproofProvider client={world.client} clock={world.clock}>
      <div dir={dir}>
        <div style={{ ...bar, insetBlockStart: 0 }} />
        <div style={{ ...bar, insetBlockEnd: 0 }} />
        <div style={{ blockSize: height }} />
        <VerificationFlow
          brand="Acme"
          flowId={crypto.randomUUID()}
          storage="none"
          defaultPhone="+447400123456"
        />
        <div style={{ blockSize: height }} />
      </div>
    </PhoneproofProvider>,
  )
  const sendCode = async () => {
    await userEvent.click(page.getByRole('button', { name: 'Send code' }))
    await expect.element(page.getByRole('textbox', { name: 'Verification code' })).toHaveFocus()
    await expect.poll(() => root()?.hasAttribute('data-moving')).toBe(false)
  }
  return { world, sendCode }
}

const root = () =>
  document.querySelector<HTMLElement>('[data-scope="verification-flow"][data-part="root"]')
const slots = () => [...document.querySelectorAll<HTMLElement>('[data-part="slot"]')]
const emulate = (name: string, value: string) =>
  cdp().send('Emulation.setEmulatedMedia', { features: [{ name, value }] })

test('says the limit at the start, and that the code is checked by itself (A11Y-2, A11Y-12)', async () => {
  const { sendCode } = await setUp()
  await sendCode()
  await expect.element(page.getByText('Code valid for 5:00')).toBeVisible()
  expect(
    page.getByRole('textbox', { name: 'Verification code' }).element(),
  ).toHaveAccessibleDescription(
    /^We check it as soon as it is complete\. We sent a code to .*123456.*\. Codes are valid for 5 minutes\.$/,
  )
  await expect.element(page.getByRole('button', { name: 'Verify' })).toBeVisible()
  const sentence = page.getByText('Codes are valid for 5 minutes.').element()
  const { width } = sentence.getBoundingClientRect()
  expect(width).toBe(1)
  await userEvent.click(page.getByRole('button', { name: 'Hide timer' }))
  await expect.poll(() => sentence.getBoundingClientRect().width).toBeGreaterThan(100)
})

test('names what belongs into its fields, for browsers and keyboards (A11Y-9)', async () => {
  const { sendCode } = await setUp()
  const phone = page.getByRole('textbox', { name: 'Phone number' }).element()
  expect([phone.getAttribute('type'), phone.getAttribute('autocomplete')]).toEqual(['tel', 'tel'])
  await sendCode()
  const code = page.getByRole('textbox', { name: 'Verification code' }).element()
  const attributes = ['type', 'inputmode', 'autocomplete'].map((name) => code.getAttribute(name))
  expect(attributes).toEqual(['text', 'numeric', 'one-time-code'])
})

test('has targets of 44 px for its main actions and 24 px for all (A11Y-15)', async () => {
  const { sendCode } = await setUp()
  await sendCode()
  for (const button of page.getByRole('button').elements()) {
    const { height, width } = button.getBoundingClientRect()
    const isMain = button.matches('[data-variant]:not([data-inline])')
    expect([button.textContent, height >= (isMain ? 44 : 24), width >= 24]).toEqual([
      button.textContent,
      true,
      true,
    ])
  }
})

test('fits 320 px, and twice the text size (A11Y-16)', async () => {
  await emulate('prefers-reduced-motion', 'reduce')
  const { sendCode } = await setUp()
  await sendCode()
  await page.viewport(320, 640)
  const overflow = () => document.documentElement.scrollWidth - document.documentElement.clientWidth
  expect(overflow()).toBe(0)
  document.documentElement.style.fontSize = '200%'
  expect(overflow()).toBe(0)
  document.documentElement.style.fontSize = ''
  await emulate('prefers-reduced-motion', '')
  await page.viewport(900, 700)
})

// WCAG 1.4.12, all four at once.
const spacing = `* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important
}
p { margin-block-end: 2em !important }`

test('loses nothing when text is spaced, at 320 px, whatever comes (A11Y-16)', async () => {
  await emulate('prefers-reduced-motion', 'reduce')
  await page.viewport(320, 640)
  const style = document.createElement('style')
  style.textContent = spacing
  document.head.append(style)
  const { world, sendCode } = await setUp()
  await sendCode()
  for (const by of ['0s', '31s', '30s', '100s']) {
    await world.clock.advance(by)
    const texts = [...(root()?.querySelectorAll<HTMLElement>('p, h2, button, label') ?? [])]
    const cut = texts.filter((each) => {
      const { left, right } = each.getBoundingClientRect()
      // One that is a pixel wide is for screen readers.
      const isClipped = each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 1
      return isClipped || left < 0 || right > 320
    })
    expect(cut.map(({ textContent }) => textContent)).toEqual([])
    expect(document.documentElement.scrollWidth).toBe(document.documentElement.clientWidth)
  }
  style.remove()
  await emulate('prefers-reduced-motion', '')
  await page.viewport(900, 700)
})

test('moves nothing under reduced motion, and shows that it is busy all the same (A11Y-17)', async () => {
  const { world, sendCode } = await setUp()
  await sendCode()
  world.simulator.faults.next({ operation: 'check', latencyMs: 5_000 })
  await userEvent.keyboard('123456')
  await expect.element(page.getByRole('button', { name: 'Checking…' })).toBeVisible()
  const spinner = root()?.querySelector('[data-part="spinner"]')
  const shown = (mark: string) => {
    const path = spinner?.querySelector(mark)
    return path && getComputedStyle(path).display
  }
  const moving = () =>
    [...(root()?.querySelectorAll('*') ?? [])]
      .flatMap((element) => element.getAnimations({ subtree: true }))
      .filter(({ playState }) => playState === 'running')
  expect([shown('[data-arc]'), shown('[data-still]')]).toEqual(['inline', 'none'])
  expect(moving().length).toBeGreaterThan(0)
  await emulate('prefers-reduced-motion', 'reduce')
  expect([shown('[data-arc]'), shown('[data-still]')]).toEqual(['none', 'inline'])
  expect(moving()).toEqual([])
  await emulate('prefers-reduced-motion', '')
})

test('keeps borders and the caret in forced colours (A11Y-18)', async () => {
  const { sendCode } = await setUp()
  await sendCode()
  await emulate('forced-colors', 'active')
  for (const slot of slots()) {
    const { borderTopStyle, borderTopWidth } = getComputedStyle(slot)
    expect([borderTopStyle, Number.parseFloat(borderTopWidth) >= 1]).toEqual(['solid', true])
  }
  const active = slots().find((slot) => slot.hasAttribute('data-active'))
  expect(active && getComputedStyle(active).outlineStyle).toBe('solid')
  await emulate('forced-colors', '')
})

test('mirrors the layout on a page from right to left, and neither code nor number (A11Y-21)', async () => {
  const { sendCode } = await setUp({ dir: 'rtl' })
  await sendCode()
  await userEvent.keyboard('12')
  const [first, second] = slots().map((slot) => slot.getBoundingClientRect().left)
  expect(first).toBeLessThan(second ?? 0)
  expect(root()?.textContent).toContain('\u2066+44')
  const ring = root()?.querySelector('[data-part="validity-ring"]')?.getBoundingClientRect()
  const timer = root()?.querySelector('[data-part="timer"]')?.getBoundingClientRect()
  expect(ring?.left).toBeGreaterThan(timer?.left ?? 0)
})

test('reads as one field with figures of one width (A11Y-20)', async () => {
  const { sendCode } = await setUp()
  await sendCode()
  expect(page.getByRole('textbox').elements()).toHaveLength(1)
  for (const slot of slots()) {
    expect(slot).toHaveAttribute('aria-hidden', 'true')
    expect(getComputedStyle(slot).fontVariantNumeric).toMatch(/tabular-nums.*slashed-zero/)
  }
  const timer = root()?.querySelector('[data-part="timer"]')
  expect(timer && getComputedStyle(timer).fontVariantNumeric).toContain('tabular-nums')
})

test('brings what takes the focus into view (A11Y-14)', async () => {
  const { sendCode } = await setUp({ height: 3_000 })
  await page.viewport(400, 500)
  await sendCode()
  await expect.element(page.getByRole('textbox', { name: 'Verification code' })).toBeInViewport()
  await page.viewport(900, 700)
})

test('brings what takes the focus out from under bars that stay (A11Y-14)', async () => {
  const { world, sendCode } = await setUp({ height: 3_000, bars: 64 })
  await page.viewport(400, 500)
  await sendCode()
  /** The one that has the focus is where a click would hit it, on all of its height. */
  const isFree = () => {
    const focused = document.activeElement
    const { left, width, top, bottom } = focused?.getBoundingClientRect() ?? new DOMRect()
    return [top + 1, bottom - 1].every((y) => {
      const hit = document.elementFromPoint(left + width / 2, y)
      return hit === focused || focused?.contains(hit) === true
    })
  }
  const code = page.getByRole('textbox', { name: 'Verification code' })
  // A wrong code, while the field lies under the bar at the top, then under the one at the bottom.
  for (const [y, wrong] of [
    [10, '111111'],
    [430, '222222'],
  ] as const) {
    world.simulator.faults.next({ operation: 'check', latencyMs: 1_000 })
    await userEvent.fill(code, wrong)
    ;(document.activeElement as HTMLElement).blur()
    window.scrollBy(0, code.element().getBoundingClientRect().top - y)
    await world.clock.advance('1s')
    expect([y, document.activeElement === code.element(), isFree()]).toEqual([y, true, true])
  }
  world.simulator.faults.next({ operation: 'check', status: 423, latencyMs: 1_000 })
  await userEvent.fill(code, '333333')
  window.scrollBy(0, page.getByRole('heading').element().getBoundingClientRect().top - 350)
  await world.clock.advance('1s')
  const newCode = page.getByRole('button', { name: 'Send a new code' }).element()
  expect([document.activeElement === newCode, isFree()]).toEqual([true, true])
  await page.viewport(900, 700)
})

test.each([320, 390, 1280])(
  'moves nothing on a screen of %i px in the five minutes: not at 30 s, not when a call comes or ends (E-8)',
  async (width) => {
    await page.viewport(width, 800)
    const { world, sendCode } = await setUp()
    const start = world.clock.now()
    await sendCode()
    // Its number is written anew, once, when its metadata are there.
    await loadNumberMetadata()
    const places = () =>
      [...(root()?.querySelectorAll('h2, form, button, [data-part="security-note"]') ?? [])].map(
        (each) => [each.getAttribute('data-part'), Math.round(each.getBoundingClientRect().top)],
      )
    const atFirst = places()
    for (const second of [5, 29, 30, 50, 60, 61, 90, 110, 120, 150, 151, 240, 299]) {
      await world.clock.advanceTo(start + second * 1000)
      expect([second, places()]).toEqual([second, atFirst])
    }
    await page.viewport(900, 700)
  },
)

test('moves nothing on screen when the buttons open at 30 s, nor the focus when a call comes (E-8, A11Y-11, A11Y-13)', async () => {
  const { world, sendCode } = await setUp()
  await sendCode()
  const button = page.getByRole('button', { name: 'Send a new code' }).element()
  const before = button.getBoundingClientRect().top
  await world.clock.advance('31s')
  await expect.poll(() => button.getAttribute('aria-disabled')).toBeNull()
  expect(button.getBoundingClientRect().top).toBe(before)
  await userEvent.keyboard('12')
  await world.clock.advance('30s')
  await expect.element(page.getByText(/^Calling/).first()).toBeVisible()
  const code = page.getByRole('textbox', { name: 'Verification code' })
  await expect.element(code).toHaveFocus()
  await expect.element(code).toHaveValue('12')
})
