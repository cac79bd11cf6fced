import { expect, test } from 'vitest'
import { balanced, statusesOf, times } from '../../../../test/support/balanced.ts'
import { describeEachStore } from '../../../../test/support/each-store.ts'
import { createBackend, createBrowser, phone } from '../../../../test/support/verify-backend.ts'

const idsOf = async (answers: readonly Response[]): Promise<Set<unknown>> => {
  const bodies = answers.map(async (each) => ((await each.json()) as { verifyId: string }).verifyId)
  return new Set(await Promise.all(bodies))
}

describeEachStore(
  (open) => {
    // The real clock: a real store takes real time.
    const onStore = () => {
      const backend = createBackend({ store: open(), clock: undefined })
      const instances = [backend.server, backend.another({ store: open() })]
      const { simulator } = backend
      return {
        browse: () => createBrowser(balanced(...instances), { simulator }),
        texts: () => simulator.handset.getSnapshot().length,
        asked: () => simulator.requests.getSnapshot().length,
        close: () => Promise.all(instances.map((each) => each.close())),
      }
    }

    test('sends one text for 1,000 parallel starts of one number by one session', async () => {
      const { browse, texts, asked, close } = onStore()
      const browser = browse()
      await browser.start('+12025550123')
      const answers = await Promise.all(times(1000).map(() => browser.start()))
      expect(statusesOf(answers)).toEqual({ 200: 1000 })
      expect(await idsOf(answers)).toHaveProperty('size', 1)
      expect([asked(), texts()]).toEqual([2, 2])
      await close()
    })

    test('sends one text for 1,000 parallel starts of one number by as many sessions', async () => {
      const { browse, texts, asked, close } = onStore()
      const answers = await Promise.all(times(1000).map(() => browse().start()))
      expect(statusesOf(answers)).toEqual({ 200: 1, 409: 999 })
      expect([asked(), texts()]).toEqual([1, 1])
      await close()
    })

    test('sends one text for 1,000 parallel starts with one idempotency key', async () => {
      const { browse, texts, asked, close } = onStore()
      const browser = browse()
      await browser.start('+12025550123')
      const start = () => browser.start(phone, { 'idempotency-key': 'one-key' })
      const answers = await Promise.all(times(1000).map(start))
      expect(statusesOf(answers)).toEqual({ 200: 1000 })
      expect(await idsOf(answers)).toHaveProperty('size', 1)
      expect([asked(), texts()]).toEqual([2, 2])
      await close()
    })
  },
  ['node-redis'],
)
