import { expect, test } from 'vitest'
import { cdp, page } from 'vitest/browser'
import {
  caretAt,
  compose,
  field,
  keys,
  marked,
  mount,
} from '../../../../test/support/phone-field.tsx'
import type { PhoneEntryProps } from './phone-entry.tsx'

// Input methods: what is composed is the keyboard's until it is committed.

const commit = (text: string) => cdp().send('Input.insertText', { text })

/** A key of an on-screen keyboard: it says no more than 229, and composes. */
async function pressUnnamed(text: string): Promise<void> {
  const key = { windowsVirtualKeyCode: 229, key: 'Unidentified' }
  await cdp().send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
  await compose(text)
  await commit(text)
  await cdp().send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
}

test('formats a composition once it is over (PHONE-30)', async () => {
  const phone = await mount({ defaultCountry: 'JP' })
  field().focus()
  for (const part of ['０', '０９', '０９０１２３４５６７８']) await compose(part)
  expect(field().value).toBe('０９０１２３４５６７８')
  expect(phone.onValueChange).not.toHaveBeenCalled()
  await commit('０９０１２３４５６７８')
  expect(field().value).toBe('090-1234-5678')
  expect(phone.value()).toBe('+819012345678')
})

test('a half-width composition that grows leaves each digit once (PHONE-30)', async () => {
  const phone = await mount({ defaultCountry: 'JP' })
  field().focus()
  for (const part of ['0', '09', '090', '0901', '09012', '090123', '0901234']) await compose(part)
  await commit('0901234')
  expect(marked()).toBe('090-1234|')
  for (const part of ['5', '56', '567', '5678']) await compose(part)
  await commit('5678')
  expect(marked()).toBe('090-1234-5678|')
  expect(phone.value()).toBe('+819012345678')
})

test('composes in the middle, with the caret behind what was composed (PHONE-30)', async () => {
  await mount()
  field().focus()
  await keys('2133734253')
  caretAt('(213) |373-4253')
  for (const part of ['9', '98']) await compose(part)
  await commit('98')
  expect(field().value.replace(/\D/g, '')).toBe('213983734253')
  expect(marked().split('|')[0]?.replace(/\D/g, '')).toBe('21398')
})

test.each([
  ['3523312345', '(352) 331-2345'],
  ['6827123456', '(682) 712-3456'],
])(
  '%s, composed digit by digit, is the number that was typed (PHONE-1, PHONE-2, PHONE-29)',
  async (number, text) => {
    const phone = await mount({ defaultCountry: 'US' })
    field().focus()
    for (const digit of number) await pressUnnamed(digit)
    expect(field().value).toBe(text)
    expect(phone.value()).toBe(`+1${number}`)
    expect(phone.details()).toMatchObject({ reason: 'input-change', country: 'US' })
  },
)

test('composes digits in the middle in their order (PHONE-29)', async () => {
  await mount()
  field().focus()
  await keys('213')
  caretAt('|(213)')
  for (const digit of '98765') await pressUnnamed(digit)
  expect(field().value).toBe('(987) 652-13')
  expect(marked()).toBe('(987) 65|2-13')
})

test('a composition in a number that is too long drops none of its digits (PHONE-1)', async () => {
  await mount()
  field().focus()
  await keys('213373425399')
  caretAt('2133734253|99')
  await pressUnnamed('1')
  expect(marked()).toBe('21337342531|99')
})

test('a composition over a selection replaces it', async () => {
  await mount()
  field().focus()
  await keys('2133734253')
  field().setSelectionRange(6, 9)
  await compose('9')
  await compose('99')
  await commit('998')
  expect(marked()).toBe('(213) 998-|4253')
})

test('a number with its plus, composed as a whole, replaces what is no number with it', async () => {
  const phone = await mount()
  field().focus()
  await keys('213')
  await compose('+447400123456')
  await commit('+447400123456')
  expect(marked()).toBe('+44 7400 123456|')
  expect(phone.value()).toBe('+447400123456')
})

test('composed letters are refused, and leave caret and digits (PHONE-3)', async () => {
  const phone = await mount()
  field().focus()
  await keys('2133734253')
  caretAt('(213) |373-4253')
  await compose('abc')
  await commit('abc')
  expect(marked()).toBe('(213) |373-4253')
  await expect.element(page.getByRole('status')).toHaveTextContent('Nothing was added')
  expect(phone.onValueChange).toHaveBeenCalledTimes(10)
})

test('a composition that is given up leaves the text', async () => {
  await mount()
  field().focus()
  await keys('213')
  await compose('9')
  await compose('')
  expect(marked()).toBe('(213)|')
})

const duringComposition: [what: string, props: PhoneEntryProps, text: string, value?: string][] = [
  ['another value', { value: '+447400123456' }, '+44 7400 123456', '+447400123456'],
  ['an empty value', { value: '' }, ''],
  ['null', { value: null }, ''],
]

test.each(duringComposition)(
  'the parent sets %s during a composition, and it stands when that is over',
  async (_, props, text, value) => {
    const phone = await mount({ value: '+12133734253', name: 'phone' })
    field().focus()
    await compose('9')
    await phone.rerender(props)
    await compose('99')
    await commit('99')
    expect(field().value).toBe(text)
    const hidden = document.querySelector<HTMLInputElement>('input[type="hidden"]')
    expect(hidden?.value).toBe(value ?? '')
    await keys('{End}{Backspace}')
    expect(field().value.replace(/\D/g, '')).toBe(text.replace(/\D/g, '').slice(0, -1))
  },
)

test.each([{ readOnly: true }, { disabled: true }])(
  'a field that becomes %o during a composition takes nothing of it',
  async (props) => {
    const phone = await mount({ defaultValue: '+12133734253' })
    field().focus()
    await compose('9')
    await phone.rerender(props)
    await commit('9').catch(() => {})
    field().blur()
    await expect.poll(() => field().value).toBe('+1 213 373 4253')
    expect(phone.onValueChange).not.toHaveBeenCalled()
    await phone.rerender({ readOnly: false, disabled: false })
    field().focus()
    await keys('{End}{Backspace}')
    expect(field().value).toBe('+1 213 373 425')
  },
)

test('a default country and a list that change during a composition read what was composed', async () => {
  const phone = await mount({ defaultCountry: 'US' })
  field().focus()
  for (const part of ['0', '03', '030', '030901820']) await compose(part)
  await phone.rerender({ defaultCountry: 'DE', countries: ['DE', 'FR'] })
  await commit('030901820')
  expect(phone.value()).toBe('+4930901820')
})

test('a form that is reset during a composition is empty when that is over', async () => {
  await mount({ defaultCountry: 'US' }, (node) => <form>{node}</form>)
  field().focus()
  await keys('213')
  await compose('9')
  field().form?.reset()
  await expect.poll(() => field().value).toBe('')
  await compose('')
  await keys('5')
  expect(field().value).toBe('5')
})
