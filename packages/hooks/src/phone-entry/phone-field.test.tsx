import { systemClock } from '@phoneproof/client'
import { afterEach, expect, test, vi } from 'vitest'
import { loadNumberMetadata, numberMetadata } from './number-metadata.ts'
import type { PhoneEntryRules } from './phone-entry.state.ts'
import { createPhoneField, type PhoneChangeHandler, type PhoneFieldStart } from './phone-field.ts'

afterEach(() => document.body.replaceChildren())

/** A field on an input, without React. */
async function fieldIn(start: PhoneFieldStart = {}, text = '') {
  await loadNumberMetadata()
  const rules: PhoneEntryRules = {
    metadata: numberMetadata().getSnapshot(),
    countries: undefined,
    strictness: 'valid',
    numberType: 'any',
    fallback: 'US',
  }
  const onValueChange = vi.fn<PhoneChangeHandler>()
  const field = createPhoneField(start, rules, systemClock)
  const input = document.body.appendChild(document.createElement('input'))
  input.value = text
  field.attach(input)
  const render = (value = start.value) =>
    field.update({ rules, value, name: undefined, onValueChange })
  render()
  return { field, input, render, onValueChange }
}

test('starts with its value, and tells nobody', async () => {
  const { input, onValueChange } = await fieldIn(
    { defaultValue: '+12133734253' },
    '+1 213 373 4253',
  )
  expect(input.value).toBe('+1 213 373 4253')
  expect(onValueChange).not.toHaveBeenCalled()
})

test('tells what was in the input before scripts ran as filled in', async () => {
  const { onValueChange } = await fieldIn({}, '2133734253')
  expect(onValueChange.mock.calls).toEqual([
    ['+12133734253', expect.objectContaining({ reason: 'input-autofill', country: 'US' })],
  ])
})

test('text that is set is taken like a paste, and its echo changes nothing (PHONE-39)', async () => {
  const { field, input, render, onValueChange } = await fieldIn()
  field.fill('0011 44 7400 123456')
  expect(onValueChange.mock.lastCall?.[1].reason).toBe('imperative-action')
  const { value } = input
  render(onValueChange.mock.lastCall?.[0])
  expect(input.value).toBe(value)
  expect(onValueChange).toHaveBeenCalledOnce()
})

test('what is wrong is not said while a button of a pointer is down', async () => {
  const { field } = await fieldIn()
  document.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  field.judge()
  expect(field.state.getSnapshot().isJudged).toBe(false)
  document.dispatchEvent(new Event('pointerup', { bubbles: true }))
  await vi.waitFor(() => expect(field.state.getSnapshot().isJudged).toBe(true))
})

test('an input that is gone is listened to no longer', async () => {
  const { field, input, onValueChange } = await fieldIn()
  field.attach(null)
  input.value = '2133734253'
  input.dispatchEvent(new Event('input', { bubbles: true }))
  expect(onValueChange).not.toHaveBeenCalled()
})
