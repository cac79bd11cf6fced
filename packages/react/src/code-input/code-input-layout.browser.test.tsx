import { renderToString } from 'react-dom/server'
import { afterEach, expect, test } from 'vitest'
import { cdp, page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import structure from '../styles/structure.css?inline'
import {
  expectCode,
  field,
  focus,
  keys,
  mount,
  mountInside,
  placesWith,
  selection,
  slots,
} from '../../../../test/support/code-field.tsx'
import { CodeInput, type CodeInputProps } from './code-input.tsx'

// The field alone: sizes, narrow pages, large text, forced colours, motion, and server HTML.

const emulate = (features: Record<string, string>) =>
  cdp().send('Emulation.setEmulatedMedia', {
    features: Object.entries(features).map(([name, value]) => ({ name, value })),
  })

afterEach(async () => {
  await emulate({})
  await page.viewport(414, 896)
  document.documentElement.removeAttribute('style')
  document.documentElement.removeAttribute('dir')
})

const styleOf = (node: Element | undefined, pseudo?: string) => {
  if (node === undefined) throw new Error('nothing to look at')
  return getComputedStyle(node, pseudo)
}

const isTransparent = (colour: string) => /^(transparent|rgba\(.*, 0\))$/.test(colour)

test.each([4, 6, 8, 10])(
  'fits a page of 320 px with %i slots, each large enough (CODE-26)',
  async (length) => {
    await page.viewport(320, 640)
    await mount({ length, defaultValue: '4829130576'.slice(0, length) })
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
    expect(field().getBoundingClientRect().height).toBeGreaterThanOrEqual(44)
    const boxes = slots().map((slot) => slot.getBoundingClientRect())
    expect(new Set(boxes.map(({ top }) => top)).size).toBe(1)
    for (const { width, height } of boxes) {
      expect(width).toBeGreaterThanOrEqual(24)
      expect(height).toBeGreaterThanOrEqual(44)
    }
  },
)

test('has slots of 48 by 56 px, 8 px apart, where there is room (CODE-26)', async () => {
  await mount()
  const [first, second] = slots().map((slot) => slot.getBoundingClientRect())
  expect([first?.width, first?.height]).toEqual([48, 56])
  expect((second?.left ?? 0) - (first?.right ?? 0)).toBe(8)
})

test('clips nothing with text of twice the size on a narrow page (CODE-26)', async () => {
  await page.viewport(320, 640)
  document.documentElement.style.fontSize = '200%'
  await mount({
    defaultValue: '888888',
    error: "That code isn't right.",
    description: 'Six digits',
  })
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320)
  for (const slot of slots()) {
    const text = document.createRange()
    text.selectNodeContents(slot)
    const [glyph, box] = [text.getBoundingClientRect(), slot.getBoundingClientRect()]
    expect(glyph.width).toBeLessThanOrEqual(box.width)
    expect(glyph.height).toBeLessThanOrEqual(box.height)
  }
})

test('shows the caret and the selection in forced colours (CODE-26)', async () => {
  await emulate({ 'forced-colors': 'active' })
  await mount({ defaultValue: '482913' })
  await focus()
  const resting = styleOf(slots()[0])
  const active = styleOf(slots()[5])
  expect(active.outlineStyle).toBe('solid')
  expect(Number.parseFloat(active.outlineWidth)).toBeGreaterThanOrEqual(2)
  expect(styleOf(slots()[5], '::after').backgroundColor).not.toBe(resting.backgroundColor)
  await keys('{Shift>}{ArrowLeft}{/Shift}')
  const selected = styleOf(slots()[5])
  expect(placesWith('data-selected')).toEqual([4, 5])
  expect(selected.backgroundColor).not.toBe(resting.backgroundColor)
  expect(selected.color).not.toBe(selected.backgroundColor)
})

test.each<[string, CodeInputProps]>([
  ['invalid', { error: 'No' }],
  ['busy', { busy: true }],
  ['focused', {}],
])('moves while %s, and stands still under reduced motion (CODE-18, CODE-26)', async (_, props) => {
  await mount({ defaultValue: '482', autoFocus: true, ...props })
  const moving = () => document.getAnimations().length
  expect(moving()).toBeGreaterThan(0)
  await emulate({ 'prefers-reduced-motion': 'reduce' })
  await expect.poll(moving).toBe(0)
})

test.each([{ 'prefers-reduced-motion': 'reduce' }, { 'forced-colors': 'active' }])(
  'shows that a check is under way, not only that nothing can be typed (%o) (CODE-18)',
  async (features) => {
    await emulate(features)
    await mountInside(
      ({ children }) => (
        <>
          {children}
          <CodeInput aria-label="Read-only" readOnly defaultValue="482913" />
        </>
      ),
      { busy: true, defaultValue: '482913' },
    )
    const [checking, readOnly] = [slots()[1], slots()[7]]
    expect(styleOf(readOnly, '::after').content).toBe('none')
    const line = styleOf(checking, '::after')
    expect(line.content).not.toBe('none')
    expect(Number.parseFloat(line.inlineSize)).toBeGreaterThanOrEqual(16)
    expect(Number.parseFloat(line.blockSize)).toBeGreaterThanOrEqual(2)
    expect(isTransparent(line.backgroundColor)).toBe(false)
    expect(line.backgroundColor).not.toBe(styleOf(checking).backgroundColor)
  },
)

test('goes left on Left on a page from right to left (CODE-27)', async () => {
  document.documentElement.dir = 'rtl'
  await mount({ defaultValue: '482913' })
  const [first, last] = [slots()[0], slots()[5]].map((slot) => slot?.getBoundingClientRect().x ?? 0)
  expect(first).toBeLessThan(last ?? 0)
  await focus()
  expect(selection()).toEqual([5, 6])
  await keys('{ArrowLeft}')
  expect(placesWith('data-active')).toEqual([4])
  await keys('{Home}{ArrowRight}7')
  expectCode('472913')
})

test('has the focus, and its active slot, from the start when told to (CODE-2)', async () => {
  await mount({ autoFocus: true, defaultValue: '48' })
  expect(document.activeElement).toBe(field())
  expect(placesWith('data-active')).toEqual([2])
  expect(selection()).toEqual([2, 2])
  await keys('2')
  expectCode('482')
})

test('keeps room at its end for the badge of a password manager, when told to (CODE-26)', async () => {
  await mountInside(
    ({ children }) => (
      <>
        <style>{"[data-part='root'] { --pp-code-input-end-space: 40px }"}</style>
        {children}
      </>
    ),
    {},
  )
  const last = slots()[5]?.getBoundingClientRect()
  expect(field().getBoundingClientRect().right - (last?.right ?? 0)).toBe(40)
})

test('paints no placeholder over the slots (CODE-26)', async () => {
  await render(<CodeInput placeholder="000000" />)
  expect(styleOf(field(), '::placeholder').opacity).toBe('0')
})

/** The field of a page whose scripts have not arrived yet. */
function serve(props: CodeInputProps = {}, css = '') {
  const host = document.createElement('div')
  const inside = css === '' ? host : host.attachShadow({ mode: 'open' })
  inside.innerHTML = `<style>${css}</style>${renderToString(<CodeInput {...props} />)}`
  document.body.append(host)
  const input = inside.querySelector('input')
  if (input === null) throw new Error('no input')
  return { input, remove: () => host.remove() }
}

test.each([
  ['styles.css', ''],
  ['structure.css', structure],
])('shows text typed before hydration, and the focus, with %s (CODE-20)', async (_, css) => {
  const { input, remove } = serve({}, css)
  expect(styleOf(input).outlineStyle).toBe('none')
  input.focus()
  await keys('48')
  expect(input.value).toBe('48')
  expect(isTransparent(styleOf(input).color)).toBe(false)
  expect(isTransparent(styleOf(input).webkitTextFillColor)).toBe(false)
  expect(styleOf(input).outlineStyle).toBe('solid')
  remove()
})

test.each([
  ['styles.css', ''],
  ['structure.css', structure],
])('masks text typed before hydration with %s (CODE-20)', (_, css) => {
  const { input, remove } = serve({ mask: true }, css)
  expect(styleOf(input).getPropertyValue('-webkit-text-security')).toBe('disc')
  remove()
})

test.each([6, 10])(
  'scrolls none of %i digits out on a page of 320 px (CODE-20)',
  async (length) => {
    await page.viewport(320, 640)
    const { input, remove } = serve({ length })
    input.focus()
    await keys('4829130576'.slice(0, length))
    expect(input.scrollWidth).toBeLessThanOrEqual(input.clientWidth)
    remove()
  },
)

test('hides its text once React draws it, with structure.css too (CODE-20)', async () => {
  await mount({ defaultValue: '48' })
  expect(isTransparent(styleOf(field()).color)).toBe(true)
  const { input, remove } = serve({ defaultValue: '48' }, structure)
  expect(isTransparent(styleOf(input).color)).toBe(true)
  remove()
})
