// The back end that the Security page shows, attacked.
import { readFileSync } from 'node:fs'
import { createVerifyClient, type VerifyClient, type VerifyErrorKind } from '@phoneproof/client'
import { createTestSimulator, type TestSimulator } from '@phoneproof/simulator/testing'
import { afterEach, expect, test, vi } from 'vitest'
import {
  checkCode,
  type PhoneVerification,
  type SessionStore,
} from '../../.storybook/samples/check-code.ts'
import { root } from '../boundaries/source-file.ts'

const phone = '+447400123456'
const other = '+12015550199'
const service = 'https://rest.textmagic.com/api/v2'

/** A store as slow as real ones: others get in between any two of its steps. */
function createStore(): SessionStore & { rows: Map<string, PhoneVerification> } {
  const rows = new Map<string, PhoneVerification>()
  return {
    rows,
    async find(session) {
      await Promise.resolve()
      return rows.get(session)
    },
    async replace(session, before, after) {
      await Promise.resolve()
      if (rows.get(session) !== before) return false
      rows.set(session, after)
      return true
    },
  }
}

interface BackEnd {
  simulator: TestSimulator
  store: ReturnType<typeof createStore>
  start: (session: string, phone: string) => Promise<{ verifyId: string; code: string }>
  /** As the page sends it, and what the page's client makes of the answer. */
  pageOf: (session: string) => VerifyClient
  outcome: (session: string, code: string, verifyId?: string) => Promise<'right' | VerifyErrorKind>
  checks: () => number
}

function setUp(): BackEnd {
  const simulator = createTestSimulator()
  const { clock } = simulator
  const store = createStore()
  const asked = vi.spyOn(globalThis, 'fetch').mockImplementation(simulator.fetch)
  vi.spyOn(Date, 'now').mockImplementation(() => clock.now())
  const direct = createVerifyClient({ baseUrl: service, fetch: simulator.fetch, clock })
  const pageOf = (session: string) =>
    createVerifyClient({
      baseUrl: 'https://app.example/api',
      headers: { 'x-requested-with': 'phoneproof' },
      fetch: (url, init) => checkCode(new Request(url, init), session, store),
      clock,
    })
  return {
    simulator,
    store,
    pageOf,
    async start(session, number) {
      const { verifyId } = await direct.start({ phone: number, brand: 'Acme', codeLength: 6 })
      store.rows.set(session, { phone: number, verifyId, attempts: 0, busyUntil: 0 })
      return { verifyId, code: simulator.lastCode(number) ?? expect.fail() }
    },
    outcome: (session, code, verifyId = 'none') =>
      pageOf(session)
        .check({ verifyId, code })
        .then(
          () => 'right',
          ({ kind }: { kind: VerifyErrorKind }) => kind,
        ),
    checks: () => asked.mock.calls.length,
  }
}

afterEach(() => {
  vi.restoreAllMocks()
})

const plus = (code: string, by: number): string =>
  String((Number(code) + by) % 1_000_000).padStart(6, '0')

/** Guesses, the right one among them. */
const guesses = (code: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => plus(code, 1_000_000 - (count >> 1) + index))

const counted = (outcomes: readonly string[], kind: string): number =>
  outcomes.filter((each) => each === kind).length

test('is the file that the page shows', () => {
  const page = readFileSync(`${root}/.storybook/docs/security.mdx`, 'utf8')
  const [, name = 'no sample'] =
    /import (\w+) from '..\/samples\/check-code.ts\?raw'/.exec(page) ?? []
  expect(page).toContain(`<Code language="ts" code={${name}} />`)
})

test('takes a right code, and records the number of the session', async () => {
  const { start, outcome, store } = setUp()
  const { code } = await start('ann', phone)
  await expect(outcome('ann', code)).resolves.toBe('right')
  expect(store.rows.get('ann')).toMatchObject({ phone, verified: { purpose: 'sign-up' } })
})

test('asks about one of 900 codes that are guessed at once', async () => {
  const { start, outcome, store, checks } = setUp()
  const { code } = await start('ann', phone)
  const all = guesses(code, 900)
  expect(all).toContain(code)
  const outcomes = await Promise.all(all.map((guess) => outcome('ann', guess)))
  expect(checks()).toBe(1)
  expect(counted(outcomes, 'right')).toBe(0)
  expect(counted(outcomes, 'rateLimited')).toBe(899)
  expect(store.rows.get('ann')).toMatchObject({ attempts: 1, busyUntil: 0 })
})

test('asks about five codes at most, in whatever waves they come', async () => {
  const { start, outcome, store, checks } = setUp()
  const { code } = await start('ann', phone)
  for (let wave = 0; wave < 20; wave += 1) {
    const all = guesses(plus(code, 1000), 45)
    const outcomes = await Promise.all(all.map((guess) => outcome('ann', guess)))
    expect(counted(outcomes, 'right')).toBe(0)
  }
  expect(checks()).toBe(5)
  await expect(outcome('ann', code)).resolves.toBe('locked')
  expect(checks()).toBe(5)
  expect(store.rows.get('ann')?.verified).toBeUndefined()
})

test('counts down the attempts, and locks after the fifth', async () => {
  const { start, pageOf } = setUp()
  const { code, verifyId } = await start('ann', phone)
  const left: (number | undefined)[] = []
  const kinds: string[] = []
  for (let attempt = 1; attempt <= 6; attempt += 1) {
    const wrong = pageOf('ann').check({ verifyId, code: plus(code, attempt) })
    await wrong.catch(({ kind, attemptsLeft }: { kind: string; attemptsLeft?: number }) => {
      kinds.push(kind)
      left.push(attemptsLeft)
    })
  }
  expect(left).toEqual([4, 3, 2, 1, 0, 0])
  expect(kinds).toEqual(['wrongCode', 'wrongCode', 'wrongCode', 'wrongCode', 'locked', 'locked'])
})

test('says of an expired code that it is over, and not that it is wrong', async () => {
  const { start, outcome, simulator } = setUp()
  const { code } = await start('ann', phone)
  await simulator.advance('5m')
  await expect(outcome('ann', code)).resolves.toBe('notActive')
})

test('says of a cancelled code that it is over', async () => {
  const { start, outcome, simulator } = setUp()
  const { code, verifyId } = await start('ann', phone)
  await simulator.advance('30s')
  await simulator.fetch(`${service}/verify/${verifyId}`, { method: 'DELETE' })
  await expect(outcome('ann', code)).resolves.toBe('notActive')
})

test('takes the right code again for five minutes, and no other', async () => {
  const { start, outcome, simulator, checks } = setUp()
  const { code } = await start('ann', phone)
  await expect(outcome('ann', code)).resolves.toBe('right')
  await expect(outcome('ann', code)).resolves.toBe('right')
  await expect(outcome('ann', plus(code, 1))).resolves.toBe('notActive')
  await simulator.advance(299_999)
  await expect(outcome('ann', code)).resolves.toBe('right')
  await simulator.advance(1)
  await expect(outcome('ann', code)).resolves.toBe('notActive')
  expect(checks()).toBe(1)
})

test('says nothing false of a right code that is sent twice at once', async () => {
  const { start, outcome } = setUp()
  const { code } = await start('ann', phone)
  const outcomes = await Promise.all([outcome('ann', code), outcome('ann', code)])
  expect(outcomes.sort()).toEqual(['rateLimited', 'right'])
  await expect(outcome('ann', code)).resolves.toBe('right')
})

test('takes no code of another session, and no id that the page names', async () => {
  const { start, outcome, store } = setUp()
  const anns = await start('ann', phone)
  const eves = await start('eve', other)
  // Eve has a code of her own, and names the id of Ann; then the other way round.
  await expect(outcome('eve', anns.code, anns.verifyId)).resolves.toBe('wrongCode')
  await expect(outcome('ann', eves.code, eves.verifyId)).resolves.toBe('wrongCode')
  await expect(outcome('nobody', anns.code, anns.verifyId)).resolves.toBe('notActive')
  await expect(outcome('eve', eves.code, anns.verifyId)).resolves.toBe('right')
  expect(store.rows.get('eve')).toMatchObject({ phone: other, verified: {} })
  expect(store.rows.get('ann')?.verified).toBeUndefined()
})

test('does not record a number that was started while another was checked', async () => {
  const { start, outcome, simulator, store } = setUp()
  const own = await start('eve', other)
  simulator.faults.next({ operation: 'check', latencyMs: 1000 })
  const checked = outcome('eve', own.code)
  await simulator.advance(500)
  await start('eve', phone)
  await simulator.advance(500)
  await expect(checked).resolves.toBe('notActive')
  expect(store.rows.get('eve')).toMatchObject({ phone, attempts: 0 })
  expect(store.rows.get('eve')?.verified).toBeUndefined()
})

test('records nothing that the service did not say, and counts the attempt', async () => {
  using _warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const { start, outcome, simulator, store } = setUp()
  const { code } = await start('ann', phone)
  const faults: [object, VerifyErrorKind][] = [
    [{ status: 500 }, 'uncertain'],
    [{ status: 200 }, 'uncertain'],
    [{ status: 202 }, 'uncertain'],
    [{ status: 401 }, 'unavailable'],
    [{ status: 429 }, 'rateLimited'],
  ]
  for (const [fault, kind] of faults) {
    simulator.faults.next({ operation: 'check', ...fault })
    await expect(outcome('ann', code)).resolves.toBe(kind)
  }
  expect(store.rows.get('ann')).toMatchObject({ attempts: 5, busyUntil: 0 })
  expect(store.rows.get('ann')?.verified).toBeUndefined()
})

test.each(['null', '[]', '{', '', '"123456"', '{"code":123456}', '{"code":"12345a"}'])(
  'asks nobody about the body %s',
  async (body) => {
    const { start, store, checks } = setUp()
    await start('ann', phone)
    const headers = { 'x-requested-with': 'phoneproof' }
    const request = new Request('https://app.example/api/verify', { method: 'PUT', headers, body })
    expect((await checkCode(request, 'ann', store)).status).toBe(400)
    expect(checks()).toBe(0)
  },
)

test('takes nothing from a form of another site, and lets no answer be kept', async () => {
  const { start, store, checks } = setUp()
  const { code } = await start('ann', phone)
  const body = JSON.stringify({ code })
  const request = new Request('https://app.example/api/verify', { method: 'PUT', body })
  const answer = await checkCode(request, 'ann', store)
  expect(answer.status).toBe(403)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(checks()).toBe(0)
})
