// Nothing above the service knows TextMagic: neither its numbers nor its bodies.
import { createVerifyClient, type VerifyClient } from '@phoneproof/client'
import { createTestSimulator } from '@phoneproof/simulator/testing'
import { expect, test } from 'vitest'
import { said } from '../../../test/support/backend-session.ts'
import { textsOnly, textsOnlyBrand } from '../../../test/support/other-services.ts'
import {
  createBrowser,
  origin,
  phone,
  secret,
  wrong,
} from '../../../test/support/verify-backend.ts'
import { createVerifyServer } from './verify-server.ts'

/** A service with its own profile, whose failures are bodies of another form. */
function createOther() {
  const simulator = createTestSimulator({ service: textsOnly })
  const { clock } = simulator
  const service: VerifyClient = createVerifyClient({
    baseUrl: 'https://other.example/v9',
    service: textsOnly,
    clock,
    async fetch(url, init) {
      const answer = await simulator.fetch(url, init)
      if (answer.ok) return answer
      const text = await answer.text()
      const word = text.includes('"code":["The verification code') ? 'BAD_PIN' : 'NO_REQUEST'
      return Response.json({ error: { word } }, { status: answer.status })
    },
    errorRules: [
      {
        operation: 'check',
        when: ({ body }) => JSON.stringify(body ?? '').includes('NO_REQUEST'),
        kind: 'notActive',
      },
    ],
  })
  const server = createVerifyServer({
    brand: textsOnlyBrand,
    secret,
    origins: [origin],
    countries: ['GB'],
    service,
    clock,
  })
  return { simulator, server, browser: createBrowser(server, { simulator }) }
}

test('keeps the times and the code length of another service', async () => {
  const { browser, simulator } = createOther()
  const answer = (await (await browser.start()).json()) as Record<string, number>
  const now = simulator.clock.now()
  expect(answer).toMatchObject({ codeLength: 5, expiresAt: now + 600_000, startedAt: now })
})

test('verifies through another service, and reads its failures', async () => {
  const { browser, simulator, server } = createOther()
  const { verifyId } = (await (await browser.start()).json()) as { verifyId: string }
  const code = simulator.lastCode(phone) ?? expect.fail('no code was sent')
  const check = (given: string) => said(browser.send('PUT', '/verify', { verifyId, code: given }))
  await expect(check(wrong(code))).resolves.toEqual({ status: 400 })
  await expect(check(`${code}0`)).resolves.toEqual({ status: 400 })
  await expect(check(code)).resolves.toEqual({ status: 204 })
  await expect(server.verified(browser.request())).resolves.toMatchObject({ phone })
})

test('hears from another service that a code is no longer valid', async () => {
  const { browser, simulator } = createOther()
  const { verifyId } = (await (await browser.start()).json()) as { verifyId: string }
  await simulator.advance('10m')
  const code = simulator.lastCode(phone)
  await expect(said(browser.send('PUT', '/verify', { verifyId, code }))).resolves.toEqual({
    status: 404,
  })
})

test('cancels at once where a service has no cancel window', async () => {
  const { browser, simulator } = createOther()
  const { verifyId } = (await (await browser.start()).json()) as { verifyId: string }
  await expect(said(browser.send('DELETE', `/verify/${verifyId}`))).resolves.toEqual({
    status: 204,
  })
  expect(simulator.world.latest(phone)?.state).toBe('cancelled')
})

test('takes no verdict from a client that hands on what a service said', async () => {
  const simulator = createTestSimulator()
  for (const verdict of [
    true,
    { success: true },
    'OK',
    null,
    new Response(null, { status: 204 }),
  ]) {
    const service = {
      start: async () => ({ verifyId: 'v1', price: undefined, serverTime: undefined }),
      check: async () => verdict as unknown as undefined,
      cancel: async () => ({ deferred: false }),
    }
    const options = { brand: 'Acme', secret, origins: [origin], countries: 'any' as const }
    const server = createVerifyServer({ ...options, service, clock: simulator.clock })
    const browser = createBrowser(server, { simulator })
    const { verifyId } = (await (await browser.start()).json()) as { verifyId: string }
    const body = { verifyId, code: '123456' }
    expect([400, 503]).toContain((await browser.send('PUT', '/verify', body)).status)
    await expect(server.verified(browser.request())).resolves.toBeUndefined()
  }
})
