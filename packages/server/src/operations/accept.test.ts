import { decodeJwt } from 'jose'
import { expect, test, vi } from 'vitest'
import { said, setUpBackend } from '../../../../test/support/backend-session.ts'
import { origin, phone } from '../../../../test/support/verify-backend.ts'
import type { VerifyServerOptions } from '../options.ts'

const request = { phone, brand: 'Acme', codeLength: 6 }
type OnVerified = NonNullable<VerifyServerOptions['onVerified']>

test('tells the host of a verified number before the page, once', async () => {
  const onVerified = vi.fn<OnVerified>()
  const { browse, code, simulator } = setUpBackend({ onVerified, session: () => 'ann' })
  const { client, send } = browse()
  const { verifyId } = await client.start(request)
  const check = { verifyId, code: code() }
  await expect(said(send('PUT', '/verify', check))).resolves.toEqual({ status: 204 })
  await expect(said(send('PUT', '/verify', check))).resolves.toEqual({ status: 204 })
  expect(onVerified.mock.calls).toEqual([
    [
      {
        phone,
        verifiedAt: simulator.clock.now(),
        purpose: 'phone-verification',
        session: 'ann',
        request: expect.any(Request),
      },
    ],
  ])
})

test('tells the page of no success while the host cannot take it, and tells the host again', async () => {
  const onVerified = vi.fn<OnVerified>().mockRejectedValueOnce(new Error('The database is away.'))
  const { browse, code, server } = setUpBackend({ onVerified })
  const browser = browse()
  const { verifyId } = await browser.client.start(request)
  const check = { verifyId, code: code() }
  await expect(said(browser.send('PUT', '/verify', check))).resolves.toEqual({
    status: 503,
    retryAfter: 5,
  })
  await expect(browser.client.resume?.()).resolves.toMatchObject({ isVerified: false })
  await expect(said(browser.send('PUT', '/verify', check))).resolves.toEqual({ status: 204 })
  await expect(said(browser.send('PUT', '/verify', check))).resolves.toEqual({ status: 204 })
  expect(onVerified).toHaveBeenCalledTimes(2)
  await expect(server.verified(browser.request())).resolves.toMatchObject({ phone })
})

const proof = {
  issuer: origin,
  audience: 'billing',
  key: 'a key of 32 bytes or more for the proofs',
}

test('gives a proof to a page that asks for one, the same each time', async () => {
  const { browse, code, server } = setUpBackend({ proof })
  const browser = browse()
  await expect(server.issueProof(browser.request())).resolves.toBeUndefined()
  const { verifyId } = await browser.client.start(request)
  const check = { verifyId, code: code() }
  const answer = await browser.send('PUT', '/verify', { ...check, proof: true })
  const { proof: given, ...rest } = (await answer.json()) as { proof: string }
  expect(rest).toEqual({})
  expect(decodeJwt(given)).toMatchObject({
    iss: origin,
    aud: 'billing',
    phone_number: phone,
    purpose: 'phone-verification',
  })
  expect(given).not.toContain(browser.cookie)
  await expect(server.issueProof(browser.request())).resolves.toBe(given)
  const again = await browser.send('PUT', '/verify', { ...check, proof: true })
  await expect(again.json()).resolves.toEqual({ proof: given })
  const current = await browser.send('GET', '/verify/current')
  await expect(current.json()).resolves.toMatchObject({ verified: true, proof: given })
})

test('gives none to a page that asks for none, and none where there are none', async () => {
  for (const options of [{ proof }, {}]) {
    const { browse, code } = setUpBackend(options)
    const { client, send } = browse()
    const { verifyId } = await client.start(request)
    const isAsked = options.proof === undefined
    const body = { verifyId, code: code(), ...(isAsked && { proof: true }) }
    await expect(said(send('PUT', '/verify', body))).resolves.toEqual({ status: 204 })
  }
})
