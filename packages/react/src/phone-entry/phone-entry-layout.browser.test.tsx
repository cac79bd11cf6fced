import { afterEach, expect, test } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import {
  comeToRest,
  country,
  field,
  keys,
  mount,
  violations,
} from '../../../../test/support/phone-field.tsx'

// What the eye meets: widths, directions, sizes, colours.

afterEach(async () => {
  document.documentElement.removeAttribute('dir')
  document.documentElement.style.removeProperty('font-size')
  document.documentElement.style.removeProperty('color-scheme')
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false })
  await cdp().send('Emulation.setEmulatedMedia', { features: [] })
})

const box = (element: Element | null) => element?.getBoundingClientRect() ?? new DOMRect()
const root = () => document.querySelector('[data-scope="phone-entry"][data-part="root"]') as Element

test('a closed field is fewer than 12 elements, whatever it shows', async () => {
  const phone = await mount({ name: 'phone', defaultValue: '+12133734253' })
  const elements = () => root().querySelectorAll('*').length + 1
  expect(elements()).toBeLessThan(12)
  await phone.rerender({ description: 'We text you.', error: 'In use.', disabled: true })
  field().focus()
  expect(elements()).toBeLessThan(12)
})

test('a status that says nothing takes no room', async () => {
  await mount()
  const bottom = () => box(root()).bottom
  expect(bottom()).toBe(box(document.querySelector('[data-part="control"]')).bottom)
  field().focus()
  await keys('x')
  expect(bottom()).toBeGreaterThan(box(document.querySelector('[data-part="control"]')).bottom)
})

test('the number stays where it is, whatever the country shows (PHONE-23)', async () => {
  await mount({ defaultCountry: 'GB' })
  const left = () => box(field()).left
  const before = left()
  field().focus()
  await keys('+')
  expect(left()).toBe(before)
  await keys('998')
  expect(country()).toHaveAccessibleName('Uzbekistan, change country')
  expect(left()).toBe(before)
})

test('a page from right to left mirrors the field, not the number (PHONE-43)', async () => {
  document.documentElement.dir = 'rtl'
  await mount({ defaultCountry: 'AE', defaultValue: '+971501234567' }, (node) => (
    <div style={{ padding: 16 }}>{node}</div>
  ))
  expect(box(country()).left).toBeGreaterThan(box(field()).left)
  const { direction, textAlign } = getComputedStyle(field())
  expect([direction, textAlign]).toEqual(['ltr', 'right'])
  await page.viewport(900, 700)
  await userEvent.click(country())
  await expect.element(page.getByRole('dialog')).toBeVisible()
  const dialog = page.getByRole('dialog').element()
  const control = document.querySelector('[data-part="control"]')
  expect(Math.round(box(dialog).right)).toBe(Math.round(box(control).right))
})

test('plus and digits of a calling code read from left to right in a page that does not (PHONE-43)', async () => {
  document.documentElement.dir = 'rtl'
  await page.viewport(900, 700)
  await mount({ defaultCountry: 'GB' })
  const readsLeftToRight = (code: Element | null) => {
    const [text] = code?.childNodes ?? []
    const leftOf = (index: number) => {
      const range = document.createRange()
      // Of a row of the list the plus is a text of its own.
      const node = code?.childNodes[index] ?? text
      const at = node === text ? index : 0
      range.setStart(node as Node, at)
      range.setEnd(node as Node, at + 1)
      return range.getBoundingClientRect().left
    }
    return leftOf(0) < leftOf(1)
  }
  expect(readsLeftToRight(document.querySelector('[data-part="country-code"]'))).toBe(true)
  await userEvent.click(country())
  await expect.element(page.getByRole('dialog')).toBeVisible()
  expect(readsLeftToRight(document.querySelector('[data-part="option-code"]'))).toBe(true)
  const { direction } = getComputedStyle(field())
  expect(direction).toBe('ltr')
})

test('what a finger touches is 44 px at least (PHONE-44)', async () => {
  await page.viewport(390, 700)
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true })
  expect(matchMedia('(pointer: coarse)').matches).toBe(true)
  await mount({ defaultCountry: 'GB' })
  const isLarge = (element: Element | null) => box(element).height >= 44 && box(element).width >= 44
  expect([country(), field()].map(isLarge)).toEqual([true, true])
  await userEvent.click(country())
  const dialog = page.getByRole('dialog')
  await expect.element(dialog).toBeVisible()
  const parts = ['search', 'close', 'option'].map((name) =>
    document.querySelector(`[data-part="${name}"]`),
  )
  expect(parts.map(isLarge)).toEqual([true, true, true])
  // No keyboard comes up over the list: the focus is on the dialog, not in its search.
  await expect.element(dialog).toHaveFocus()
  await userEvent.click(page.getByRole('button', { name: 'Close' }))
  expect(dialog.query()).toBeNull()
  expect(country()).toHaveFocus()
})

test('on a phone the list is a sheet, open at the country on show (PHONE-44)', async () => {
  await page.viewport(390, 700)
  await mount({ defaultCountry: 'GB' })
  await userEvent.click(country())
  const picked = page.getByRole('option', { name: 'United Kingdom +44' })
  await expect.element(picked).toBeInViewport()
  await expect.poll(() => page.getByRole('option').elements().length).toBe(246)
  await expect.element(picked).toBeInViewport()
  const sheet = page.getByRole('dialog').element()
  await comeToRest()
  expect([box(sheet).left, box(sheet).right, box(sheet).bottom]).toEqual([0, 390, 700])
  await keys('{Escape}')
  expect(country()).toHaveFocus()
})

test.each([
  ['dark', [{ name: 'prefers-color-scheme', value: 'dark' }]],
  ['forced colours', [{ name: 'forced-colors', value: 'active' }]],
])('axe finds nothing in %s, closed, open and in error (PHONE-37)', async (_, features) => {
  await page.viewport(900, 700)
  await cdp().send('Emulation.setEmulatedMedia', { features })
  await mount({ defaultCountry: 'GB', description: 'We text you.', error: 'Wrong.' }, (node) => (
    <main style={{ background: 'light-dark(#ffffff, #16191d)', padding: 16 }}>{node}</main>
  ))
  expect(await violations()).toEqual([])
  await userEvent.click(country())
  await expect.element(page.getByRole('dialog')).toBeVisible()
  await keys('united')
  expect(await violations()).toEqual([])
})

test('the focus line of the search, and the focus ring of the field, are there (PHONE-37)', async () => {
  await page.viewport(900, 700)
  await mount({ defaultCountry: 'GB' })
  await userEvent.click(country())
  const search = page.getByRole('combobox').element()
  await expect.poll(() => document.activeElement).toBe(search)
  const look = (part: string) => {
    const element = document.querySelector(`[data-part="${part}"]`)
    return element ? getComputedStyle(element) : undefined
  }
  expect(look('picker-head')?.boxShadow).not.toBe('none')
  field().focus()
  expect(look('control')?.outline).toContain('2px')
})

test.each([
  [320, '100%'],
  [320, '200%'],
  [1280, '100%'],
])('fits %i px with text at %s, closed and open (PHONE-44)', async (width, size) => {
  await page.viewport(width, 640)
  document.documentElement.style.fontSize = size
  await mount({
    defaultCountry: 'GB',
    defaultValue: '+447400123456',
    error: 'This number is in use.',
  })
  const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth
  expect(fits()).toBe(true)
  expect(box(country()).height).toBeGreaterThanOrEqual(40)
  await userEvent.click(country())
  await expect.element(page.getByRole('option', { name: /United Kingdom/ })).toBeInViewport()
  await expect.element(page.getByRole('dialog')).toBeVisible()
  const picker = page.getByRole('dialog').element()
  await Promise.all(picker.getAnimations().map(({ finished }) => finished))
  const dialog = box(picker)
  expect(dialog.left).toBeGreaterThanOrEqual(0)
  expect(dialog.right).toBeLessThanOrEqual(width)
  expect(dialog.bottom).toBeLessThanOrEqual(640)
  expect(fits()).toBe(true)
})

test('the list opens above a field at the bottom of the page', async () => {
  await page.viewport(900, 640)
  await mount({ defaultCountry: 'GB' }, (node) => <div style={{ paddingTop: 540 }}>{node}</div>)
  await userEvent.click(country())
  const dialog = page.getByRole('dialog')
  await expect.element(dialog).toHaveAttribute('data-side', 'above')
  expect(box(dialog.element()).bottom).toBeLessThan(box(country()).top)
  expect(box(dialog.element()).top).toBeGreaterThanOrEqual(0)
})

test('the list lies over what would clip it', async () => {
  await page.viewport(900, 640)
  await mount({ defaultCountry: 'GB' }, (node) => (
    <div style={{ overflow: 'hidden', height: 90, transform: 'translateX(10px)' }}>{node}</div>
  ))
  await userEvent.click(country())
  const option = page.getByRole('option', { name: 'United Kingdom +44' }).element()
  await expect.element(page.getByRole('option', { name: 'United Kingdom +44' })).toBeInViewport()
  const { x, y, width, height } = box(option)
  expect(option.contains(document.elementFromPoint(x + width / 2, y + height / 2))).toBe(true)
})
