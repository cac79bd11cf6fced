import { expect, test } from 'vitest'
import { finish } from '../../../../test/support/finish.ts'
import { setUpBackend } from '../../../../test/support/backend-session.ts'
import { phone } from '../../../../test/support/verify-backend.ts'
import { memoryStore } from '../stores/memory.ts'
import type { Store } from '../stores/store.ts'

/** What a store was asked, without the keys. */
function watched(store: Store) {
  const work: string[] = []
  const noted: Store = {
    inMemory: false,
    read(keys, now) {
      work.push(
        `read ${keys.length} of ${keys.map((key) => `${key.split(':')[0]} ${key.length}`).join()}`,
      )
      return store.read(keys, now)
    },
    commit(change, now) {
      work.push('commit')
      return store.commit(change, now)
    },
    claimDue: (...given) => store.claimDue(...given),
    close: () => store.close(),
  }
  return { store: noted, taken: () => work.splice(0) }
}

async function setUp() {
  const { store, taken } = watched(memoryStore())
  const backend = setUpBackend({ store })
  const { browse, simulator } = backend
  const [ann, eve] = [browse(), browse()]
  const idOf = async (answer: Promise<Response>) =>
    ((await (await answer).json()) as { verifyId: string }).verifyId
  const foreign = await idOf(ann.start())
  const ended = await idOf(eve.start('+12025550123'))
  await simulator.advance('31s')
  await finish(eve.send('DELETE', `/verify/${ended}`), simulator)
  const ofService = simulator.world.latest(phone)?.verifyId ?? ''
  const unknown = `${foreign.slice(0, -1)}${foreign.endsWith('A') ? 'B' : 'A'}`
  return { ...backend, ann, eve, taken, ids: { foreign, ofService, ended, unknown } }
}

test.each(['PUT', 'DELETE'])(
  'answers a %s of any id that is not its own with the same words, after the same work',
  async (method) => {
    const { eve, ids, taken, asked, code, browse } = await setUp()
    const before = [asked('PUT'), asked('DELETE')]
    const seen = new Set<string>()
    for (const who of [eve, browse()]) {
      for (const verifyId of Object.values(ids)) {
        taken()
        const answer = await (method === 'PUT'
          ? who.send('PUT', '/verify', { verifyId, code: code() })
          : who.send('DELETE', `/verify/${verifyId}`))
        const words = [answer.status, [...answer.headers], await answer.text()]
        seen.add(JSON.stringify([...words, taken()]))
      }
    }
    expect([...seen]).toHaveLength(1)
    expect([...seen][0]).toMatch(/^\[404,.*read 1 of verification \d+"\]\]$/)
    expect([asked('PUT'), asked('DELETE')]).toEqual(before)
  },
)
