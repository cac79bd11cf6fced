import { afterEach, expect, test, vi } from 'vitest'
import { askForCode } from './web-otp.ts'

type Get = (request: { signal: AbortSignal }) => Promise<{ code?: string } | null>

function setUp(get: Get) {
  const request = vi.fn<Get>(get)
  vi.stubGlobal('OTPCredential', class {})
  Object.defineProperty(navigator, 'credentials', { value: { get: request }, configurable: true })
  const form = document.createElement('form')
  return { request, form, field: { form: () => form, fill: vi.fn(() => true) } }
}

afterEach(() => {
  vi.unstubAllGlobals()
  Reflect.deleteProperty(navigator, 'credentials')
})

test('fills in the code of the message (CODE-29)', async () => {
  const { request, field } = setUp(() => Promise.resolve({ code: '482913' }))
  await askForCode(field, new AbortController())
  expect(request).toHaveBeenCalledTimes(1)
  expect(field.fill.mock.calls).toEqual([['482913', 'input-autofill']])
})

test.each([
  ['an answer without a code', () => Promise.resolve(null)],
  ['a refusal', () => Promise.reject(new DOMException('no', 'NotAllowedError'))],
] satisfies [string, Get][])('fills in nothing after %s (CODE-29)', async (_, get) => {
  const { field } = setUp(get)
  await askForCode(field, new AbortController())
  expect(field.fill).not.toHaveBeenCalled()
})

test('stops asking when the form is submitted, and drops an answer that comes after (CODE-29)', async () => {
  const { promise, resolve } = Promise.withResolvers<{ code: string }>()
  const { request, form, field } = setUp(() => promise)
  const asking = new AbortController()
  const asked = askForCode(field, asking)
  form.dispatchEvent(new Event('submit'))
  expect(request.mock.calls[0]?.[0].signal.aborted).toBe(true)
  resolve({ code: '482913' })
  await asked
  expect(field.fill).not.toHaveBeenCalled()
})

test('asks nothing when it was aborted while it loaded, nor a browser that has no WebOTP (CODE-29)', async () => {
  const { request, field } = setUp(() => Promise.resolve({ code: '482913' }))
  await askForCode(field, aborted())
  vi.unstubAllGlobals()
  await askForCode(field, new AbortController())
  expect(request).not.toHaveBeenCalled()
})

function aborted(): AbortController {
  const asking = new AbortController()
  asking.abort()
  return asking
}
