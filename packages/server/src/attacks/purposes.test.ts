import { expect, test } from 'vitest'
import { said, setUpBackend } from '../../../../test/support/backend-session.ts'
import { phone } from '../../../../test/support/verify-backend.ts'
import { memoryStore } from '../stores/memory.ts'

test('verifies for no other purpose than the one that a code was sent for', async () => {
  const { browse, another, code, texts } = setUpBackend()
  const store = memoryStore()
  const signUp = another({ store, purpose: 'sign-up' })
  const payment = another({ store, purpose: 'payment' })
  const browser = browse()
  browser.server = signUp
  const key = { 'idempotency-key': 'one' }
  const { verifyId } = (await (await browser.start(phone, key)).json()) as { verifyId: string }
  browser.server = payment
  const check = () => said(browser.send('PUT', '/verify', { verifyId, code: code() }))
  await expect(check()).resolves.toEqual({ status: 404 })
  // The service takes one verification of a number at a time, and this one is not for payments.
  await expect(said(browser.start(phone, key))).resolves.toEqual({ status: 409, retryAfter: 300 })
  browser.server = signUp
  await expect(check()).resolves.toEqual({ status: 204 })
  browser.server = payment
  await expect(check()).resolves.toEqual({ status: 404 })
  await expect(payment.verified(browser.request())).resolves.toBeUndefined()
  await expect(said(browser.start(phone, key))).resolves.toEqual({ status: 200 })
  expect(texts()).toBe(2)
})
