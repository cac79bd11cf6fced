import { expect, test, vi } from 'vitest'
import { said, setUpBackend } from '../../../../test/support/backend-session.ts'
import { phone } from '../../../../test/support/verify-backend.ts'
import type { StartContext } from '../options.ts'

const isPerson = async (token: string | undefined): Promise<boolean> => token === 'a-person'
const person = { 'bot-token': 'a-person' }
const watched = { unverifiedPerRange: [{ max: 1, windowMs: 60_000 }] }
const neighbour = '+447400123457'

test('asks for a bot check only when a start is suspicious', async () => {
  const botCheck =
    vi.fn<(token: string | undefined, context: StartContext) => Promise<boolean>>(isPerson)
  const { browse, texts } = setUpBackend({ botCheck, limits: watched })
  await expect(said(browse().start(phone))).resolves.toEqual({ status: 200 })
  expect(botCheck).not.toHaveBeenCalled()
  const browser = browse('192.0.2.7')
  await expect(said(browser.start(neighbour))).resolves.toEqual({ status: 428 })
  expect(botCheck.mock.lastCall).toEqual([
    undefined,
    expect.objectContaining({
      phone: neighbour,
      country: 'GB',
      address: '192.0.2.7',
      isSuspicious: true,
    }),
  ])
  expect(texts(neighbour)).toBe(0)
  await expect(said(browser.start(neighbour, { 'bot-token': 'a-script' }))).resolves.toEqual({
    status: 428,
  })
  await expect(said(browser.start(neighbour, person))).resolves.toEqual({ status: 200 })
  expect(texts(neighbour)).toBe(1)
})

test('refuses what is suspicious where there is no bot check', async () => {
  const { browse } = setUpBackend({ limits: watched })
  await browse().start(phone)
  await expect(said(browse().start(neighbour))).resolves.toMatchObject({
    status: 429,
    scope: 'number',
  })
})

test('can ask each start for a bot check, once', async () => {
  const botCheck = vi.fn<typeof isPerson>(isPerson)
  const { browse, asked } = setUpBackend({ botCheck, botCheckWhen: 'always', limits: watched })
  await expect(said(browse().start(phone))).resolves.toEqual({ status: 428 })
  expect(asked('POST')).toBe(0)
  await expect(said(browse().start(phone, person))).resolves.toEqual({ status: 200 })
  await expect(said(browse().start(neighbour, person))).resolves.toEqual({ status: 200 })
  expect(botCheck).toHaveBeenCalledTimes(3)
})

test('sends nothing when the bot check cannot be asked', async () => {
  const botCheck = async (): Promise<boolean> => {
    throw new Error('The bot check is away.')
  }
  const { browse, asked } = setUpBackend({ botCheck, botCheckWhen: 'always' })
  await expect(said(browse().start())).resolves.toEqual({ status: 503, retryAfter: 5 })
  expect(asked('POST')).toBe(0)
})
