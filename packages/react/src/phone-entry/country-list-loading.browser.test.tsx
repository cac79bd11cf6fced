import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { holdRequests } from '../../../../test/support/held-requests.ts'
import { country, field, keys, mount } from '../../../../test/support/phone-field.tsx'
import { countryListPart } from './country-list-part.ts'

// The list and the flags on a network that is slow or gone. In this order: what has come stays.

const chunk = 'country-list.tsx'
const dialog = () => page.getByRole('dialog').query()
const search = () => page.getByRole('combobox').element() as HTMLInputElement
const { load, loaded } = countryListPart

afterEach(() => {
  Object.assign(countryListPart, { load, loaded })
})

test('without a network the platform’s own list takes the place of the button, and its focus (PHONE-42)', async () => {
  const held = await holdRequests(chunk)
  const phone = await mount({ defaultCountry: 'GB' })
  ;(country() as HTMLElement).focus()
  await keys('{Enter}')
  await held.asked()
  expect(country()).toHaveFocus()
  await held.fail()
  const list = page.getByRole('combobox', { name: 'Country' })
  await expect.element(list).toHaveFocus()
  await userEvent.selectOptions(list, 'Germany (+49)')
  expect(phone.details()).toMatchObject({ reason: 'item-press', country: 'DE' })
  await held.release()
})

test('a list that comes late leaves the focus and the keys where somebody has gone (PHONE-42)', async () => {
  const held = await holdRequests(chunk)
  await mount({ defaultCountry: 'GB' })
  ;(country() as HTMLElement).focus()
  await keys('{ArrowDown}')
  await held.asked()
  // Nothing is open yet, and nothing says so.
  expect(country()).toHaveAttribute('aria-expanded', 'false')
  expect(country()).not.toHaveAttribute('aria-controls')
  await userEvent.tab()
  await keys('07400')
  await held.release()
  await load()
  await keys('123456')
  expect(dialog()).toBeNull()
  expect(field()).toHaveFocus()
  expect(field().value).toBe('07400 123456')
})

/** As before the list was loaded. */
function unloaded(): { come: () => void } {
  let isHere = false
  const { promise, resolve } = Promise.withResolvers<void>()
  Object.assign(countryListPart, {
    load: () => promise,
    loaded: () => (isHere ? loaded() : undefined),
  })
  return {
    come() {
      isHere = true
      resolve()
    },
  }
}

test('Escape takes back a press whose list has not come', async () => {
  const list = unloaded()
  await mount({ defaultCountry: 'GB' })
  const onKeyDown = vi.fn()
  document.addEventListener('keydown', onKeyDown)
  ;(country() as HTMLElement).focus()
  await keys('{Enter}{Escape}')
  // A dialog around the field stays open.
  expect(onKeyDown.mock.calls.map(([event]) => event.key)).toEqual(['Enter'])
  document.removeEventListener('keydown', onKeyDown)
  list.come()
  await expect.poll(() => countryListPart.loaded()).toBeDefined()
  expect(dialog()).toBeNull()
  expect(country()).toHaveFocus()
})

test('Enter and the space bar do not take it back, and what is typed is searched', async () => {
  const list = unloaded()
  await mount({ defaultCountry: 'GB' })
  ;(country() as HTMLElement).focus()
  await keys('{Enter}new zea{Enter}')
  expect(dialog()).toBeNull()
  list.come()
  await expect.poll(dialog).not.toBeNull()
  expect(search().value).toBe('new zea')
  expect(search()).toHaveFocus()
  expect(country()).toHaveAttribute('aria-expanded', 'true')
  expect(document.getElementById(country().getAttribute('aria-controls') ?? '')).toBe(dialog())
})
