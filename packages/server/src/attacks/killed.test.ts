import { describe, expect, test } from 'vitest'
import { beginLife, start, type KilledLife } from '../../../../test/support/killed-life.ts'
import type { Death } from '../../../../test/support/mortal-process.ts'
import { phone, wrong } from '../../../../test/support/verify-backend.ts'

const minute = 60_000

/** What a person saw, who goes on whoever was killed. */
interface Seen {
  right?: boolean
  promisedAt?: number
}

type Way = (life: KilledLife) => Promise<Seen>

const codeOf = ({ simulator }: KilledLife): string => simulator.lastCode(phone) ?? ''
const startOnce = (life: KilledLife, key = 'first') => life.insist('ann', 'POST', start, { key })

async function check(life: KilledLife, verifyId: string, code: string): Promise<number> {
  return (await life.insist('ann', 'PUT', { verifyId, code })).status
}

async function cancel(life: KilledLife, verifyId: string): Promise<Seen> {
  const { status } = await life.insist('ann', 'DELETE', undefined, { path: `/${verifyId}` })
  const isPromised = status === 202 || status === 204
  if (status === 404) expect(life.simulator.world.latest(phone)?.state).not.toBe('pending')
  return isPromised ? { promisedAt: life.clock.now() } : {}
}

const ways: Record<string, Way> = {
  async 'a start'(life) {
    await startOnce(life)
    return {}
  },
  async 'a start that is not repeated'(life) {
    await life.ask('ann', 'POST', start, { key: 'first' })
    return {}
  },
  async 'a start that is pressed anew'(life) {
    const first = await life.ask('ann', 'POST', start, { key: 'first' })
    if (!first) await startOnce(life, 'second')
    return {}
  },
  async 'a right code'(life) {
    const { status, verifyId } = await startOnce(life)
    return status === 200 ? { right: (await check(life, verifyId, codeOf(life))) === 204 } : {}
  },
  async 'a right code after a wrong one'(life) {
    const { status, verifyId } = await startOnce(life)
    if (status !== 200) return {}
    await check(life, verifyId, wrong(codeOf(life)))
    return { right: (await check(life, verifyId, codeOf(life))) === 204 }
  },
  async 'wrong codes until none is left'(life) {
    const { status, verifyId } = await startOnce(life)
    if (status !== 200) return {}
    for (let by = 1; by <= 7; by += 1) await check(life, verifyId, wrong(codeOf(life), by))
    return {}
  },
  async 'a cancel that is promised'(life) {
    const { status, verifyId } = await startOnce(life)
    await life.clock.advance(5000)
    return status === 200 ? cancel(life, verifyId) : {}
  },
  async 'a cancel that is asked for once'(life) {
    const { status, verifyId } = await startOnce(life)
    await life.clock.advance(5000)
    if (status !== 200) return {}
    const path = `/${verifyId}`
    const answer = await life.ask('ann', 'DELETE', undefined, { path })
    return answer?.status === 202 ? { promisedAt: life.clock.now() } : {}
  },
  async 'a cancel at once'(life) {
    const { status, verifyId } = await startOnce(life)
    await life.clock.advance(31_000)
    return status === 200 ? cancel(life, verifyId) : {}
  },
  async 'a cancel that is taken back'(life) {
    const { status, verifyId } = await startOnce(life)
    if (status !== 200) return {}
    await life.clock.advance(5000)
    await cancel(life, verifyId)
    await life.clock.advance(5000)
    const again = await startOnce(life, 'second')
    if (again.status !== 200) return {}
    await life.clock.advance(40_000)
    return { right: (await check(life, again.verifyId, codeOf(life))) === 204 }
  },
}

/** True when the process lived to the end, so that there was no operation left to kill it at. */
async function live(way: Way, death: Death): Promise<boolean> {
  const life = beginLife(death)
  const { simulator, clock } = life
  const { right = false, promisedAt } = await way(life)
  // The longest that another process leaves a promise to the one that has died.
  await clock.advance(minute)
  life.spare()

  const all = simulator.getSnapshot()
  const [last] = all.slice(-1)
  const first = all[0]
  expect(all.length).toBeLessThanOrEqual(1)
  for (const { checks } of all) expect(checks).toBeLessThanOrEqual(5)
  if (promisedAt !== undefined) expect(last?.state).toBe('cancelled')
  const isVerified = await life.isVerified('ann')
  expect(isVerified).toBe(right)
  if (isVerified) expect(last?.state).toBe('completed')
  expect(life.told()).toBeGreaterThanOrEqual(right ? 1 : 0)
  await expectCounts(life)
  if (right) {
    expect(await check(life, await currentId(life), codeOf(life))).toBe(204)
  }

  const freeAt = (last?.startedAt ?? clock.now()) + 5 * minute
  if (clock.now() < freeAt) await clock.advance(freeAt - clock.now())
  expect(await life.insist('eve', 'POST', start)).toMatchObject({ status: 200 })
  if (promisedAt !== undefined) expect(ringsOf(life, first?.verifyId)).toBe(1)
  await life.close()
  return !life.isDead()
}

const currentId = async (life: KilledLife): Promise<string> =>
  (await life.insist('ann', 'GET', undefined, { path: '/current' })).verifyId

const ringsOf = ({ simulator }: KilledLife, verifyId = ''): number =>
  simulator.handset.getSnapshot().filter((each) => each.verifyId === verifyId).length

/** A process that dies leaves one too many, and never one too few. */
async function expectCounts(life: KilledLife): Promise<void> {
  const texts = life.simulator.getSnapshot().length
  const wrongOnes = life.simulator
    .getSnapshot()
    .reduce((sum, { checks, state }) => sum + checks - (state === 'completed' ? 1 : 0), 0)
  for (const [word, least] of [
    ['starts-number', texts],
    ['starts-account', texts],
    ['wrong-number', wrongOnes],
  ] as const) {
    const counted = await life.counted(word)
    expect(counted, word).toBeGreaterThanOrEqual(least)
    expect(counted, word).toBeLessThanOrEqual(least + 1)
  }
}

describe.each(['before', 'after'] as const)('killed %s each of its operations', (when) => {
  test.each(Object.entries(ways))('keeps what it must in %s', async (_, way) => {
    let at = 1
    try {
      while (!(await live(way, { at, when }))) at += 1
    } catch (error) {
      throw new Error(`It was killed ${when} its operation ${at}.`, { cause: error })
    }
    expect(at).toBeGreaterThan(3)
  })
})
