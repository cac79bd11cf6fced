import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { temporaryFolder } from '../../../../test/support/each-store.ts'
import { put, some, startsAt as now } from '../../../../test/support/store-changes.ts'
import { sqliteStore } from './sqlite.ts'

const script = fileURLToPath(
  new URL('../../../../test/support/reserve-in-sqlite.ts', import.meta.url),
)
const { pathOf } = temporaryFolder()

/** A process that has opened the file, and what it prints after it was told to begin. */
async function startProcess(path: string, name: string): Promise<() => Promise<number>> {
  const child = spawn(
    process.execPath,
    [
      '--conditions=@phoneproof/source',
      '--disable-warning=ExperimentalWarning',
      script,
      path,
      name,
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const ended = once(child, 'exit')
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  expect((await lines.next()).value).toBe('ready')
  return async () => {
    child.stdin.write('begin\n')
    const granted = Number((await lines.next()).value)
    expect(await ended).toEqual([0, null])
    return granted
  }
}

it('grants what there is once to two processes with one file', async () => {
  const path = pathOf('store.db')
  const begin = await Promise.all(['one', 'two'].map((name) => startProcess(path, name)))
  const granted = await Promise.all(begin.map((each) => each()))
  expect(granted.reduce((sum, each) => sum + each)).toBe(100)

  const store = sqliteStore({ path })
  const counted = (max: number) => store.commit({ reserve: [some('all', { amount: 0, max })] }, now)
  expect(await counted(99)).toMatchObject({ full: 'all' })
  expect(await counted(100)).toEqual({ done: true })
  const keys = ['one', 'two'].flatMap((name) =>
    Array.from({ length: 500 }, (_, at) => `${name} ${at}`),
  )
  const values = await store.read(keys, now)
  expect(values.filter((value) => value !== undefined)).toHaveLength(100)
  expect(await store.commit({ writes: [put('a', 'A')] }, now)).toEqual({ done: true })
  await store.close()
})
