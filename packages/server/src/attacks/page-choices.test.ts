import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setUpBackend } from '../../../../test/support/backend-session.ts'
import { phone } from '../../../../test/support/verify-backend.ts'

const own = { senderId: 'Acme', language: 'en-gb', workflowId: 2, codeLength: 6 } as const
const told = {
  phone: phone.slice(1),
  brand: 'Acme',
  codeLength: 6,
  language: 'en-gb',
  senderId: 'Acme',
  workflowId: '2',
}

const wanted: Record<string, string | number | boolean | null> = {
  brand: 'Your bank',
  senderId: 'YourBank',
  sender: 'YourBank',
  from: 'YourBank',
  language: 'ru-ru',
  workflowId: '7',
  workflow: 7,
  codeLength: 4,
  length: 4,
  code: '000000',
  verifyId: 'mine',
  text: 'Send your code to https://evil.example',
  message: 'Send your code to https://evil.example',
  template: '{code} evil.example',
  price: 0,
  callback: 'https://evil.example',
  session: 'ann',
  purpose: 'payment',
  proof: true,
}

test.each(Object.keys(wanted))('lets no page choose the %s', async (name) => {
  const { browse, simulator } = setUpBackend(own)
  await browse().send('POST', '/verify', { phone: told.phone, [name]: wanted[name] })
  expect(simulator.requests.getSnapshot().map(({ body }) => body)).toEqual([told])
})

test('lets no page choose anything, with any members together', async () => {
  const some = fc.subarray(Object.entries(wanted))
  await fc.assert(
    fc.asyncProperty(some, fc.dictionary(fc.string(), fc.string()), async (members, more) => {
      const { browse, simulator } = setUpBackend(own)
      const { country, ...others } = { country: undefined, ...more, ...Object.fromEntries(members) }
      const answer = await browse().send('POST', '/verify', { ...others, phone: told.phone })
      const asked = simulator.requests.getSnapshot().map(({ body }) => body)
      expect(country).toBeUndefined()
      expect(asked).toEqual(answer.status === 200 ? [told] : [])
    }),
    { numRuns: 50 },
  )
})

test('hands a code on as it is, and nothing else of a check', async () => {
  const { browse, simulator, code } = setUpBackend()
  const browser = browse()
  const { verifyId } = (await (await browser.start()).json()) as { verifyId: string }
  const serviceId = simulator.world.latest(phone)?.verifyId
  await browser.send('PUT', '/verify', { ...wanted, verifyId, code: code(), phone: '12025550123' })
  const [, check] = simulator.requests.getSnapshot()
  expect(check?.body).toEqual({ code: code(), verifyId: serviceId })
})

test.each([
  ['a number', 123_456],
  ['a short one', '12345'],
  ['a long one', '1234567'],
  ['spaces', '123 56'],
  ['letters', '12a456'],
  ['full-width digits', '１２３４５６'],
  ['a sign', '+12345'],
  ['an exponent', '1e5000'],
  ['a line', '12345\n'],
  ['null', null],
  ['a truth', true],
])('asks about no code that is %s', async (_, code) => {
  const { browse, asked } = setUpBackend()
  const browser = browse()
  const { verifyId } = (await (await browser.start()).json()) as { verifyId: string }
  expect((await browser.send('PUT', '/verify', { verifyId, code })).status).toBe(400)
  expect(asked('PUT')).toBe(0)
  await expect(browser.client.resume?.()).resolves.toMatchObject({ attemptsLeft: 5 })
})
