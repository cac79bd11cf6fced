import { describe, expect, it } from 'vitest'
import { describeEachStore } from '../../../../test/support/each-store.ts'
import { startsAt as now, put, some } from '../../../../test/support/store-changes.ts'
import type { Change } from './store.ts'

const done = { done: true }

describeEachStore((open) => {
  describe('counters', () => {
    it('count up to their maximum, then say when they start anew', async () => {
      const store = open()
      const reserve = [some('a', { max: 2, windowMs: 1000 })]
      const full = { done: false, full: 'a', freeAt: now + 1000 }
      expect(await store.commit({ reserve }, now)).toEqual(done)
      expect(await store.commit({ reserve }, now + 500)).toEqual(done)
      expect(await store.commit({ reserve }, now + 500)).toEqual(full)
      expect(await store.commit({ reserve }, now + 999)).toEqual(full)
      expect(await store.commit({ reserve }, now + 1000)).toEqual(done)
      expect(await store.commit({ reserve }, now + 1000)).toEqual(done)
      const fullAgain = { ...full, freeAt: now + 2000 }
      expect(await store.commit({ reserve }, now + 1001)).toEqual(fullAgain)
    })

    it('take an amount at once, and not a part of it', async () => {
      const store = open()
      const take = (amount: number) =>
        store.commit({ reserve: [some('money', { amount, max: 1_000_000 })] }, now)
      expect(await take(999_998)).toEqual(done)
      expect(await take(3)).toMatchObject({ full: 'money' })
      expect(await take(2)).toEqual(done)
      expect(await take(0)).toEqual(done)
      expect(await take(1)).toMatchObject({ full: 'money' })
    })

    it('refuse what could never fit, and do not begin with it', async () => {
      const store = open()
      const tooMuch = [some('a', { amount: 6, max: 5, windowMs: 1000 })]
      const full = { done: false, full: 'a', freeAt: now + 1000 }
      expect(await store.commit({ reserve: tooMuch }, now)).toEqual(full)
      const reserve = [some('a', { amount: 5, max: 5, windowMs: 1000 })]
      expect(await store.commit({ reserve }, now + 900)).toEqual(done)
      expect(await store.commit({ reserve }, now + 1000)).toMatchObject({ freeAt: now + 1900 })
    })

    it('only count where there is no maximum, exactly', async () => {
      const store = open()
      const amount = 2 ** 52
      expect(await store.commit({ reserve: [some('a', { amount, max: Infinity })] }, now)).toEqual(
        done,
      )
      const most = [some('a', { amount: 1, max: amount })]
      expect(await store.commit({ reserve: most }, now)).toMatchObject({ full: 'a' })
      const oneMore = [some('a', { amount: 1, max: amount + 1 })]
      expect(await store.commit({ reserve: oneMore }, now)).toEqual(done)
    })

    it('are added to together or not at all, and the longest wait is told', async () => {
      const store = open()
      const one = some('one', { max: 1, windowMs: 5000 })
      const two = some('two', { max: 1, windowMs: 1000 })
      const free = some('free', { max: 1, windowMs: 9000 })
      await store.commit({ reserve: [one, two] }, now)
      const full = { done: false, full: 'one', freeAt: now + 5000 }
      expect(await store.commit({ reserve: [free, two, one] }, now)).toEqual(full)
      expect(await store.commit({ reserve: [free] }, now)).toEqual(done)
    })

    it('have room again for what is released', async () => {
      const store = open()
      const reserve = [some('a', { max: 2 })]
      await store.commit({ reserve: [some('a', { amount: 2, max: 2 })] }, now)
      const release = [{ key: 'a', amount: 1, reservedAt: now }]
      expect(await store.commit({ release }, now + 10)).toEqual(done)
      expect(await store.commit({ reserve }, now + 11)).toEqual(done)
      expect(await store.commit({ reserve }, now + 12)).toMatchObject({ full: 'a' })
      expect(await store.commit({ release, reserve }, now + 13)).toEqual(done)
    })

    it('never fall below nothing', async () => {
      const store = open()
      await store.commit({ reserve: [some('a')] }, now)
      const release = [
        { key: 'a', amount: 100, reservedAt: now },
        { key: 'unknown', amount: 100, reservedAt: now },
      ]
      expect(await store.commit({ release }, now)).toEqual(done)
      for (const key of ['a', 'unknown']) {
        const reserve = [some(key, { amount: 2, max: 2 })]
        expect(await store.commit({ reserve }, now)).toEqual(done)
        expect(await store.commit({ reserve: [some(key, { max: 2 })] }, now)).toMatchObject({
          full: key,
        })
      }
    })

    it('that have started anew keep what is released from before', async () => {
      const store = open()
      const reserve = [some('a', { max: 1, windowMs: 1000 })]
      await store.commit({ reserve }, now)
      await store.commit({ reserve }, now + 1000)
      await store.commit({ release: [{ key: 'a', amount: 1, reservedAt: now }] }, now + 1000)
      expect(await store.commit({ reserve }, now + 1001)).toMatchObject({ full: 'a' })
    })

    it('give back what an instance counted whose clock is behind', async () => {
      const store = open()
      const reserve = [some('a', { max: 2 })]
      await store.commit({ reserve }, now + 2000)
      await store.commit({ reserve }, now)
      await store.commit({ release: [{ key: 'a', amount: 1, reservedAt: now }] }, now)
      expect(await store.commit({ reserve }, now + 2000)).toEqual(done)
    })

    it('and entries have keys of their own', async () => {
      const store = open()
      await store.commit({ reserve: [some('a')], writes: [put('a', 'text')] }, now)
      await store.commit({ writes: [put('a', undefined)] }, now)
      const reserve = [some('a', { max: 1 })]
      expect(await store.commit({ reserve }, now)).toMatchObject({ full: 'a' })
    })
  })

  describe('entries', () => {
    it('are read in the order of the keys, and undefined where there are none', async () => {
      const store = open()
      await store.commit({ writes: [put('a', 'A'), put('b', '')] }, now)
      expect(await store.read(['b', 'none', 'a', 'a'], now)).toEqual(['', undefined, 'A', 'A'])
      expect(await store.read([], now)).toEqual([])
    })

    it('are gone when their time is over, by the time that is given', async () => {
      const store = open()
      await store.commit({ writes: [put('a', 'A', { ttlMs: 1000 })] }, now)
      expect(await store.read(['a'], now + 999)).toEqual(['A'])
      expect(await store.read(['a'], now + 1000)).toEqual([undefined])
      const writes = [put('a', 'new', { expected: null })]
      expect(await store.commit({ writes }, now + 1000)).toEqual(done)
    })

    it('are written over, with a time of their own', async () => {
      const store = open()
      await store.commit({ writes: [put('a', 'A', { ttlMs: 1000 })] }, now)
      await store.commit({ writes: [put('a', 'B', { ttlMs: 5000 })] }, now + 500)
      expect(await store.read(['a'], now + 5000)).toEqual(['B'])
    })

    it('are removed', async () => {
      const store = open()
      await store.commit({ writes: [put('a', 'A')] }, now)
      expect(await store.commit({ writes: [put('a', undefined)] }, now)).toEqual(done)
      expect(await store.commit({ writes: [put('a', undefined)] }, now)).toEqual(done)
      expect(await store.read(['a'], now)).toEqual([undefined])
    })

    it('are changed only where the expected value stands', async () => {
      const store = open()
      const write = (value: string | undefined, expected: string | null) =>
        store.commit({ writes: [put('a', value, { expected })] }, now)
      const conflict = { done: false, conflict: 'a' }
      expect(await write('A', 'x')).toEqual(conflict)
      expect(await write('A', null)).toEqual(done)
      expect(await write('B', null)).toEqual(conflict)
      expect(await write('B', '')).toEqual(conflict)
      expect(await write('B', 'a')).toEqual(conflict)
      expect(await write(undefined, 'x')).toEqual(conflict)
      expect(await store.read(['a'], now)).toEqual(['A'])
      expect(await write('B', 'A')).toEqual(done)
      expect(await write(undefined, 'B')).toEqual(done)
      expect(await write(undefined, null)).toEqual(done)
    })

    it.each<[string, Change]>([
      [
        'of a conflict',
        { reserve: [some('c', { max: 1 })], writes: [put('b', 'B', { expected: 'x' })] },
      ],
      ['of a full counter', { reserve: [some('c', { max: 1 }), some('full', { max: 0 })] }],
    ])('change together with counters, or nothing does because %s', async (_, change) => {
      const store = open()
      const writes = [put('a', 'A', { dueAt: now }), ...(change.writes ?? [])]
      const outcome = await store.commit({ ...change, writes }, now)
      expect(outcome).toMatchObject({ done: false })
      expect(await store.read(['a', 'b'], now)).toEqual([undefined, undefined])
      expect(await store.claimDue(now, 10, 1000)).toEqual([])
      expect(await store.commit({ reserve: [some('c', { max: 1 })] }, now)).toEqual(done)
    })

    it('name a conflict rather than a full counter', async () => {
      const store = open()
      const change = {
        reserve: [some('full', { max: 0 })],
        writes: [put('a', 'A', { expected: 'x' })],
      }
      expect(await store.commit(change, now)).toEqual({ done: false, conflict: 'a' })
    })

    it('hold any text', async () => {
      const store = open()
      const texts = [
        '',
        ' ',
        '0',
        'a\0b',
        '\0',
        '{"a":"\\u0000"}',
        '👩‍👩‍👧 é ﷽ \u{10ffff}',
        '\r\n\t',
        '"\'`;--',
        '$1 %s',
      ]
      texts.push('x'.repeat(200_000))
      await store.commit({ writes: texts.map((text) => put(`key ${text}`, text)) }, now)
      expect(
        await store.read(
          texts.map((text) => `key ${text}`),
          now,
        ),
      ).toEqual(texts)
      const expected = texts.map((text) =>
        put(`key ${text}`, 'new', { expected: text, dueAt: now }),
      )
      expect(await store.commit({ writes: expected }, now)).toEqual(done)
      const claimed = await store.claimDue(now, 100, 1000)
      expect(claimed.map(({ key }) => key).sort()).toEqual(
        texts.map((text) => `key ${text}`).sort(),
      )
    })
  })
})
