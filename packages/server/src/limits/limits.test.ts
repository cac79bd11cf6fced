import { expect, test } from 'vitest'
import { kind, said, setUpBackend } from '../../../../test/support/backend-session.ts'
import { phone, wrong } from '../../../../test/support/verify-backend.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { networkOf } from './network.ts'

const minute = 60_000
const request = { phone, brand: 'Acme', codeLength: 6 }

/** Others than the one that a test is about. */
const alone = (limits: Partial<Limits>): Partial<Limits> => ({
  startsPerNumber: [],
  startsPerAddress: [],
  startsPerSession: [],
  startsPerAccount: [],
  unverifiedPerRange: [],
  unverifiedPerCountry: [],
  spendPerDay: Number.POSITIVE_INFINITY,
  spendPerCountryPerDay: Number.POSITIVE_INFINITY,
  ...limits,
})

/** The nth number of a place where numbers are sold by the thousand. */
const numberOf = (index: number, start = 7_400_000_000): string => `+44${start + index}`

test('starts a number three times in a quarter of an hour', async () => {
  const { browse, simulator } = setUpBackend()
  const browser = browse()
  for (let round = 0; round < 3; round += 1) {
    const { verifyId } = await browser.client.start(request)
    await simulator.advance('30s')
    await browser.client.cancel({ verifyId })
  }
  await expect(said(browser.start())).resolves.toEqual({
    status: 429,
    scope: 'number',
    retryAfter: 810,
  })
  // Of another session and another address as well.
  await expect(said(browse('192.0.2.7').start())).resolves.toMatchObject({
    status: 429,
    scope: 'number',
  })
  await simulator.advance('14m')
  await expect(said(browser.start())).resolves.toEqual({ status: 200 })
})

test.each<
  [
    scope: string,
    limits: Partial<Limits>,
    start: (index: number) => [address: string, isNewSession: boolean],
  ]
>([
  ['address', { startsPerAddress: [{ max: 5, windowMs: 10 * minute }] }, () => ['192.0.2.7', true]],
  [
    'session',
    { startsPerSession: [{ max: 5, windowMs: 10 * minute }] },
    (index) => [`192.0.2.${index}`, false],
  ],
  [
    'account',
    { startsPerAccount: [{ max: 5, windowMs: 10 * minute }] },
    (index) => [`192.0.2.${index}`, true],
  ],
])('counts the starts per %s, whatever the numbers', async (scope, limits, start) => {
  const { browse, simulator, asked } = setUpBackend({ limits: alone(limits) })
  const results: object[] = []
  const same = browse('192.0.2.99')
  for (let index = 0; index < 7; index += 1) {
    const [address, isNewSession] = start(index)
    const browser = isNewSession ? browse(address) : same
    results.push(await said(browser.start(numberOf(index * 10_000))))
  }
  const full = { status: 429, scope, retryAfter: 600 }
  expect(results).toEqual([...Array.from({ length: 5 }, () => ({ status: 200 })), full, full])
  expect(asked('POST')).toBe(5)
  await simulator.advance('10m')
  const [address, isNewSession] = start(8)
  await expect(
    said((isNewSession ? browse(address) : same).start(numberOf(90_000))),
  ).resolves.toEqual({ status: 200 })
})

test('counts the addresses of one IPv6 network as one', async () => {
  const { browse } = setUpBackend({
    limits: alone({ startsPerAddress: [{ max: 1, windowMs: minute }] }),
  })
  await browse('2001:db8:1:2::1').start()
  await expect(said(browse('2001:0db8:1:2:ffff::9').start('+12025550123'))).resolves.toMatchObject({
    scope: 'address',
  })
  await expect(said(browse('2001:db8:1:3::1').start('+12025550123'))).resolves.toEqual({
    status: 200,
  })
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:DB8::1', '2001:db8:0:0::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('counts %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})

test('counts wrong codes for a number across its verifications, and not the right ones', async () => {
  const { browse, simulator, code, asked } = setUpBackend({
    limits: { ...alone({}), attemptsPerNumber: [{ max: 3, windowMs: 60 * minute }] },
  })
  const { client, send } = browse()
  const first = await client.start(request)
  await client.check({ ...first, code: wrong(code()) }).catch(() => {})
  await client.check({ ...first, code: code() })
  const second = await client.start(request)
  for (const by of [1, 2])
    await client.check({ ...second, code: wrong(code(), by) }).catch(() => {})
  const { verifyId } = second
  await expect(said(send('PUT', '/verify', { verifyId, code: code() }))).resolves.toMatchObject({
    status: 429,
    scope: 'number',
  })
  expect(asked('PUT')).toBe(4)
  await simulator.advance(60 * minute)
  const third = await client.start(request)
  await expect(kind(client.check({ ...third, code: code() }))).resolves.toBe('right')
})

test('finds neighbouring numbers suspicious that nobody verifies', async () => {
  const { browse } = setUpBackend({
    limits: alone({ unverifiedPerRange: [{ max: 3, windowMs: minute }] }),
  })
  for (let index = 0; index < 3; index += 1) await browse().start(numberOf(index))
  await expect(said(browse().start(numberOf(3)))).resolves.toEqual({
    status: 429,
    scope: 'number',
    retryAfter: 60,
  })
  await expect(said(browse().start(numberOf(10_000)))).resolves.toEqual({ status: 200 })
})

test('finds people who verify their numbers not suspicious, however many they are', async () => {
  const { browse, code } = setUpBackend({
    limits: alone({
      unverifiedPerRange: [{ max: 1, windowMs: minute }],
      unverifiedPerCountry: [{ max: 1, windowMs: minute }],
    }),
  })
  for (let index = 0; index < 5; index += 1) {
    const { client } = browse()
    const started = await client.start({ ...request, phone: numberOf(index) })
    await client.check({ ...started, code: code(numberOf(index)) })
  }
})

test('stops at the money of a day, by the prices that the service answers', async () => {
  const { browse, asked, simulator } = setUpBackend(
    { limits: alone({ spendPerDay: 1 }) },
    { price: 0.2 },
  )
  const results: object[] = []
  for (let index = 0; index < 7; index += 1)
    results.push(await said(browse().start(numberOf(index))))
  expect(results.filter((each) => 'scope' in each)).toEqual([
    { status: 429, scope: 'account', retryAfter: 86_400 },
    { status: 429, scope: 'account', retryAfter: 86_400 },
  ])
  expect(asked('POST')).toBe(5)
  await simulator.advance(24 * 60 * minute)
  await expect(said(browse().start())).resolves.toEqual({ status: 200 })
})

test('lets one country use half of the money, and the others the rest', async () => {
  const { browse } = setUpBackend(
    { limits: alone({ spendPerDay: 1, spendPerCountryPerDay: 0.5 }) },
    { price: 0.1 },
  )
  for (let index = 0; index < 5; index += 1) await browse().start(numberOf(index))
  await expect(said(browse().start(numberOf(6)))).resolves.toMatchObject({
    status: 429,
    scope: 'account',
  })
  await expect(said(browse().start('+12025550123'))).resolves.toEqual({ status: 200 })
})

test('gives back what counts texts when the service has sent none, and not what counts requests', async () => {
  const { browse, simulator } = setUpBackend({
    limits: alone({
      startsPerNumber: [{ max: 1, windowMs: minute }],
      startsPerSession: [{ max: 3, windowMs: minute }],
    }),
  })
  const browser = browse()
  simulator.faults.next({ operation: 'start', status: 401, times: 2 })
  await expect(said(browser.start())).resolves.toMatchObject({ status: 503 })
  await expect(said(browser.start())).resolves.toMatchObject({ status: 503 })
  await expect(said(browser.start())).resolves.toEqual({ status: 200 })
  await expect(said(browser.start('+12025550123'))).resolves.toMatchObject({ scope: 'session' })
})

test('gives nothing back when no answer came, because a text may have been sent', async () => {
  const { browse, simulator, texts } = setUpBackend({
    limits: alone({ startsPerNumber: [{ max: 1, windowMs: 20 * minute }] }),
  })
  const browser = browse()
  simulator.faults.next({ operation: 'start', dropAnswer: true })
  await expect(said(browser.start())).resolves.toMatchObject({ status: 503 })
  await simulator.advance('5m')
  await expect(said(browser.start())).resolves.toMatchObject({ status: 429, scope: 'number' })
  expect(texts()).toBe(3)
})

test('recommends what the specification recommends', () => {
  expect(defaultLimits).toMatchObject({
    attemptsPerVerification: 5,
    attemptsPerNumber: [{ max: 10, windowMs: 60 * minute }],
    startsPerNumber: [
      { max: 3, windowMs: 15 * minute },
      { max: 10, windowMs: 24 * 60 * minute },
    ],
    startsPerAddress: [{ max: 5, windowMs: 10 * minute }],
    startsPerSession: [{ max: 10, windowMs: 24 * 60 * minute }],
  })
})
