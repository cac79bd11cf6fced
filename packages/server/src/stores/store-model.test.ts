import fc from 'fast-check'
import { expect, it } from 'vitest'
import { describeEachStore } from '../../../../test/support/each-store.ts'
import { startsAt, put, some } from '../../../../test/support/store-changes.ts'
import { createModel, type Model } from '../../../../test/support/store-model.ts'
import type { Change, Store } from './store.ts'

type Step =
  | { readonly ms: number }
  | { readonly change: Change }
  | { readonly limit: number; readonly leaseMs: number }

const key = fc.constantFrom('a', 'b', 'c')
const ms = fc.constantFrom(1, 9, 10, 11, 40)
const text = fc.string({ unit: 'binary', maxLength: 4 })
const one = { selector: (each: { key: string }) => each.key, maxLength: 3 }

const reservation = fc
  .record({ key, amount: fc.nat(3), max: fc.constantFrom(0, 2, 5, Infinity), windowMs: ms })
  .map(({ key: name, ...more }) => some(name, more))
const release = fc.record({ key, amount: fc.nat(3), reservedAt: fc.nat(40) })
/** What is expected is mostly one of a few texts, so that it is often right. */
const few = fc.constantFrom('', 'x', 'y')
const write = fc
  .record(
    {
      key,
      value: fc.oneof(few, text, fc.constant(undefined)),
      ttlMs: ms,
      expected: fc.oneof(few, fc.constant(null)),
      dueAt: fc.integer({ min: -10, max: 40 }),
    },
    { requiredKeys: ['key', 'value', 'ttlMs'] },
  )
  .map(({ key: name, value, ...more }) => put(name, value, more))

const change = fc.record(
  {
    reserve: fc.uniqueArray(reservation, one),
    release: fc.uniqueArray(release, one),
    writes: fc.uniqueArray(write, one),
  },
  { requiredKeys: [] },
)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ ms }),
  fc.record({ change }),
  fc.record({ limit: fc.nat(3), leaseMs: fc.constantFrom(0, 5, 20) }),
)

/** The same change at an instant: the times in it are relative to it. */
const changeAt = ({ reserve, release: released, writes }: Change, now: number): Change => ({
  reserve,
  release: released?.map((each) => ({ ...each, reservedAt: now - each.reservedAt })),
  writes: writes?.map((each) => ({
    ...each,
    dueAt: each.dueAt === undefined ? undefined : now + each.dueAt,
  })),
})

describeEachStore((open) => {
  it('does what a simple model does, in every order of operations, with two instances', async () => {
    const stores = [open(), open()]
    // What one run leaves is over when the next one begins.
    let now = startsAt
    async function follow(steps: readonly Step[]): Promise<void> {
      now += 1_000_000
      const model = createModel()
      for (const [index, each] of steps.entries()) {
        const store = stores[index % 2]
        if (!store) return
        if ('ms' in each) now += each.ms
        else if ('change' in each) {
          const wanted = changeAt(each.change, now)
          expect(await store.commit(wanted, now)).toEqual(model.commit(wanted, now))
        } else await claim(store, model, each)
        expect(await store.read(['a', 'b', 'c'], now)).toEqual(model.read(['a', 'b', 'c'], now))
      }
    }
    async function claim(
      store: Store,
      model: Model,
      { limit, leaseMs }: { limit: number; leaseMs: number },
    ): Promise<void> {
      const claimed = await store.claimDue(now, limit, leaseMs)
      expect(model.problemsOfClaim(claimed, now, limit)).toEqual([])
      model.lease(claimed, now + leaseMs)
    }
    await fc.assert(fc.asyncProperty(fc.array(step, { maxLength: 40 }), follow), { numRuns: 200 })
  })
})
