import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { country, field, keys, mount } from '../../../../test/support/phone-field.tsx'

// What the eye meets: widths, directions, sizes.

afterEach(() => {
  document.documentElement.removeAttribute('dir')
  document.documentElement.style.removeProperty('font-size')
})

const box = (element: Element | null) => element?.getBoundingClientRect() ?? new DOMRect()
const root = () => document.querySelector('[data-scope="phone-entry"][data-part="root"]') as Element

test('a closed field is fewer than 12 elements', async () => {
  await mount({ name: 'phone', defaultValue: '+12133734253' })
  expect(root().querySelectorAll('*').length + 1).toBeLessThan(12)
})

test('the number stays where it is, whatever the country shows', async () => {
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

test('H43 a page from right to left mirrors the field, not the number', async () => {
  document.documentElement.dir = 'rtl'
  await mount({ defaultCountry: 'AE', defaultValue: '+971501234567' }, (node) => (
    <div style={{ padding: 16 }}>{node}</div>
  ))
  expect(box(country()).left).toBeGreaterThan(box(field()).left)
  const { direction, textAlign } = getComputedStyle(field())
  expect([direction, textAlign]).toEqual(['ltr', 'right'])
  await page.viewport(900, 700)
  await userEvent.click(country())
  const dialog = page.getByRole('dialog').element()
  const control = document.querySelector('[data-part="control"]')
  expect(Math.round(box(dialog).right)).toBe(Math.round(box(control).right))
})

test.each([
  [320, '100%'],
  [320, '200%'],
  [1280, '100%'],
])('H44 fits %i px with text at %s, closed and open', async (width, size) => {
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
