import { expect, test } from 'vitest'
import { balanced, statusesOf, times } from '../../../../test/support/balanced.ts'
import { describeEachStore } from '../../../../test/support/each-store.ts'
import {
  createBackend,
  createBrowser,
  phone,
  wrong,
  type VerifyBackend,
} from '../../../../test/support/verify-backend.ts'

const asked = ({ simulator }: VerifyBackend): number =>
  simulator.requests.getSnapshot().filter(({ method }) => method === 'PUT').length

const idOf = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { verifyId: string }).verifyId

describeEachStore(
  (open) => {
    // The real clock: a real store takes real time.
    const onStore = () => {
      const backend = createBackend({ store: open(), clock: undefined })
      const instances = [backend.server, backend.another({ store: open() })]
      const { simulator } = backend
      const browser = createBrowser(balanced(...instances), { simulator })
      const close = () => Promise.all(instances.map((each) => each.close()))
      return { backend, simulator, browser, close }
    }

    test('lets 5 of thousands of parallel guesses at one code reach the service', async () => {
      const { backend, simulator, browser, close } = onStore()
      const verifyId = await idOf(await browser.start())
      const code = simulator.lastCode(phone) ?? ''
      const guess = (by: number) =>
        browser.send('PUT', '/verify', { verifyId, code: wrong(code, by + 1) })
      const first = await Promise.all(times(1000).map(guess))
      expect(asked(backend)).toBeLessThanOrEqual(5)
      const seen = [first]
      for (const round of times(20)) {
        seen.push(await Promise.all(times(20).map((index) => guess(1000 + 20 * round + index))))
      }
      const answers = seen.flat()
      expect(asked(backend)).toBe(5)
      expect(statusesOf(answers)).toMatchObject({ 400: 4, 423: 1 })
      expect(simulator.world.latest(phone)).toMatchObject({ state: 'pending', checks: 5 })
      expect((await browser.send('PUT', '/verify', { verifyId, code })).status).toBe(404)
      await close()
    })

    test('asks once about a right code that is sent 1,000 times at once, and takes each repeat', async () => {
      const { backend, simulator, browser, close } = onStore()
      const verifyId = await idOf(await browser.start())
      const code = simulator.lastCode(phone) ?? ''
      const check = () => browser.send('PUT', '/verify', { verifyId, code })
      const answers = await Promise.all(times(1000).map(check))
      expect(asked(backend)).toBe(1)
      const { 204: right = 0, 429: later = 0 } = statusesOf(answers)
      expect(right).toBeGreaterThan(0)
      expect(right + later).toBe(1000)
      expect((await check()).status).toBe(204)
      expect(asked(backend)).toBe(1)
      await close()
    })
  },
  ['node-redis'],
)

test('lets 10 guesses an hour at one number reach the service, however many codes it gets', async () => {
  const backend = createBackend({ limits: { startsPerNumber: [], startsPerSession: [] } })
  const { simulator, server } = backend
  const statuses: number[] = []
  for (const _ of times(6)) {
    const browser = createBrowser(server, { simulator })
    const verifyId = await idOf(await browser.start())
    const code = simulator.lastCode(phone) ?? ''
    for (const by of times(6)) {
      const answer = await browser.send('PUT', '/verify', { verifyId, code: wrong(code, by + 1) })
      statuses.push(answer.status)
    }
    await simulator.advance('6m')
  }
  expect(asked(backend)).toBe(10)
  expect(statuses.filter((status) => status === 429)).toHaveLength(24)
})
