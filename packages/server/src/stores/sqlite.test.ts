import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { createManualClock } from '@phoneproof/simulator/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '../../../../test/support/each-store.ts'
import { put, some, startsAt as now } from '../../../../test/support/store-changes.ts'
import { sqliteStore, type SqliteStoreOptions } from './sqlite.ts'
import type { Store } from './store.ts'

const { pathOf } = temporaryFolder()
const open = new Set<{ close(): unknown }>()
afterEach(async () => {
  for (const each of open) await each.close()
  open.clear()
})

function store(options: Partial<SqliteStoreOptions> = {}): Store {
  const opened = sqliteStore({ path: pathOf('store.db'), ...options })
  open.add(opened)
  return opened
}

/** The file as another program sees it. */
function database(name = 'store.db'): DatabaseSync {
  const db = new DatabaseSync(pathOf(name), { timeout: 0 })
  open.add({ close: () => db.isOpen && db.close() })
  return db
}

const rowsIn = (db: DatabaseSync, table: string) =>
  Number(db.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.['rows'])

const done = { done: true }
const minute = 60_000

it('finds everything again when it is opened anew', async () => {
  const before = store()
  const reserve = [some('a', { max: 1 })]
  await before.commit({ reserve, writes: [put('a', 'A', { dueAt: now })] }, now)
  await before.close()
  const after = store()
  expect(await after.read(['a'], now)).toEqual(['A'])
  expect(await after.commit({ reserve }, now)).toMatchObject({ full: 'a' })
  expect(await after.claimDue(now, 1, 1000)).toEqual([{ key: 'a', value: 'A' }])
})

it('keeps what was committed when its process is killed', async () => {
  await store().commit({ writes: [put('a', 'A')] }, now)
  // A file that was never closed, with what has not been moved into it yet.
  for (const end of ['', '-wal']) {
    writeFileSync(pathOf(`killed.db${end}`), readFileSync(pathOf(`store.db${end}`)))
  }
  expect(await store({ path: pathOf('killed.db') }).read(['a'], now)).toEqual(['A'])
})

it('removes what is over, so that the file does not grow', async () => {
  const opened = store()
  for (let index = 0; index < 2000; index += 1) {
    const reserve = [some(`counter ${index}`, { windowMs: 100 })]
    await opened.commit(
      { reserve, writes: [put(`entry ${index}`, '', { ttlMs: 100 })] },
      now + index,
    )
  }
  const db = database()
  expect(rowsIn(db, 'entry')).toBe(100)
  expect(rowsIn(db, 'counter')).toBe(100)
})

it('removes a lot that is over in small portions', async () => {
  const opened = store()
  const writes = Array.from({ length: 500 }, (_, index) => put(`${index}`, '', { ttlMs: 100 }))
  await opened.commit({ writes }, now)
  const db = database()
  await opened.commit({ writes: [put('a', 'A')] }, now + 100)
  expect(rowsIn(db, 'entry')).toBeGreaterThan(400)
  for (let index = 0; index < 20; index += 1) {
    await opened.commit({ writes: [put('a', 'A')] }, now + 100)
  }
  expect(rowsIn(db, 'entry')).toBe(1)
})

describe('when the clock of the host was set back while it was closed', () => {
  const back = now - 10 * minute
  const reserve = [some('a', { max: 1, windowMs: minute })]

  it('goes on with its own time, and locks nobody out for longer', async () => {
    const before = store()
    await before.commit(
      { reserve, writes: [put('a', 'A', { ttlMs: minute, dueAt: now + 1000 })] },
      now,
    )
    await before.close()
    const after = store()
    const full = { done: false, full: 'a', freeAt: back + minute }
    expect(await after.commit({ reserve }, back)).toEqual(full)
    expect(await after.claimDue(back + 999, 1, minute)).toEqual([])
    expect(await after.claimDue(back + 1000, 1, minute)).toHaveLength(1)
    expect(await after.read(['a'], back + minute - 1)).toEqual(['A'])
    expect(await after.read(['a'], back + minute)).toEqual([undefined])
    expect(await after.commit({ reserve }, back + minute)).toEqual(done)
    const release = [{ key: 'a', amount: 1, reservedAt: back + minute }]
    expect(await after.commit({ release, reserve }, back + minute)).toEqual(done)
  })

  it('counts the time while it is closed from then on', async () => {
    const first = store()
    await first.commit({ writes: [put('a', 'A')] }, now)
    await first.close()
    const second = store()
    await second.commit({ reserve }, back)
    await second.close()
    expect(await store().commit({ reserve }, back + minute)).toEqual(done)
  })

  it('agrees with a process that still has the old time', async () => {
    const old = store()
    await old.commit({ reserve, writes: [put('a', 'A')] }, now)
    const young = store()
    const full = { done: false, full: 'a', freeAt: back + minute }
    expect(await young.commit({ reserve }, back)).toEqual(full)
    await young.commit({ writes: [put('b', 'B')] }, back + 1000)
    expect(await old.read(['a', 'b'], now + minute - 1)).toEqual(['A', 'B'])
    expect(await old.commit({ reserve }, now + minute)).toEqual(done)
  })
})

describe('a file that another process has locked', () => {
  it('is waited for, while the rest of the process goes on', async () => {
    const clock = createManualClock(now)
    const opened = store({ clock })
    await opened.commit({ writes: [put('a', 'A')] }, now)
    const other = database()
    other.exec('BEGIN IMMEDIATE')
    let isDone = false
    const commit = opened.commit({ writes: [put('a', 'B')] }, now).finally(() => (isDone = true))
    await clock.advance(1900)
    expect(isDone).toBe(false)
    expect(await opened.read(['a'], now)).toEqual(['A'])
    other.exec('COMMIT')
    await clock.advance(50)
    expect(await commit).toEqual(done)
    expect(await opened.read(['a'], now)).toEqual(['B'])
    expect(clock.pendingTimers).toBe(0)
  })

  it('is given up after 2 seconds, and nothing is changed', async () => {
    const clock = createManualClock(now)
    const opened = store({ clock })
    await opened.commit({ writes: [put('a', 'A', { dueAt: now })] }, now)
    const other = database()
    other.exec('BEGIN IMMEDIATE')
    const commit = expect(opened.commit({ writes: [put('a', 'B')] }, now)).rejects
    const claim = expect(opened.claimDue(now, 1, 1000)).rejects
    const outcomes = [
      commit.toThrow(/\[phoneproof\] .*locked for 2000 ms/),
      claim.toThrow(/locked/),
    ]
    await clock.advance(2050)
    await Promise.all(outcomes)
    other.exec('COMMIT')
    expect(await opened.claimDue(now, 1, 1000)).toEqual([{ key: 'a', value: 'A' }])
    expect(clock.pendingTimers).toBe(0)
  })

  it('may be locked when it is opened', async () => {
    const clock = createManualClock(now)
    const other = database()
    other.exec('BEGIN EXCLUSIVE')
    const opened = store({ clock })
    const commit = opened.commit({ writes: [put('a', 'A')] }, now)
    await clock.advance(500)
    other.exec('COMMIT')
    await clock.advance(50)
    expect(await commit).toEqual(done)
  })
})

describe('a full disk', () => {
  const maxBytes = 200_000
  const large = (key: string) => put(key, 'x'.repeat(10_000), { ttlMs: minute })

  it('fails what does not fit, and leaves everything as it was', async () => {
    const opened = store({ maxBytes })
    const reserve = [some('counted', { max: Infinity })]
    let written = 0
    const fill = async () => {
      for (; written < 100; written += 1) {
        await opened.commit({ reserve, writes: [large(`entry ${written}`)] }, now)
      }
    }
    await expect(fill()).rejects.toThrow(/\[phoneproof\] There is no room to write to .*maxBytes/)
    expect(written).toBeGreaterThan(5)
    const next = `entry ${written}`
    expect(await opened.read([next, 'entry 0'], now)).toEqual([undefined, 'x'.repeat(10_000)])
    const counted = { reserve: [some('counted', { amount: 0, max: written - 1 })] }
    expect(await opened.commit(counted, now)).toMatchObject({ full: 'counted' })
    expect(
      await opened.commit({ reserve: [some('counted', { amount: 0, max: written })] }, now),
    ).toEqual(done)
  })

  it('has room again once what was kept is over', async () => {
    const opened = store({ maxBytes })
    const fill = async () => {
      for (let index = 0; ; index += 1) await opened.commit({ writes: [large(`${index}`)] }, now)
    }
    await expect(fill()).rejects.toThrow(/no room/)
    expect(await opened.commit({ writes: [large('new')] }, now + minute)).toEqual(done)
  })
})

describe('a wrong file', () => {
  const refused = (options: Partial<SqliteStoreOptions> = {}) =>
    expect(() => store(options), JSON.stringify(options))

  it('is refused by its path', () => {
    mkdirSync(pathOf('folder'))
    refused({ path: pathOf('no/such/folder.db') }).toThrow(/^\[phoneproof\] .*could not be opened/)
    refused({ path: pathOf('folder') }).toThrow(/^\[phoneproof\] .*could not be opened/)
    refused({ path: '' }).toThrow(/^\[phoneproof\] The path of the SQLite store is ""/)
    refused({ path: ':memory:' }).toThrow(/use memoryStore\(\)/)
    refused({ maxBytes: Number.NaN }).toThrow(/maxBytes/)
  })

  it('is refused, and left as it is, when it is no database', () => {
    const text = 'Not a database, but longer than the first page of one. '.repeat(100)
    writeFileSync(pathOf('store.db'), text)
    refused().toThrow(/^\[phoneproof\] .*is no SQLite database/)
    expect(readFileSync(pathOf('store.db'), 'utf8')).toBe(text)
  })

  it('is refused, and left as it is, when it belongs to another program', () => {
    const db = database()
    db.exec('CREATE TABLE theirs (name TEXT)')
    refused().toThrow(/^\[phoneproof\] .*belongs to another program/)
    expect(db.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'delete' })
  })

  it('is refused when a newer version wrote it', async () => {
    await store().close()
    const db = database()
    db.exec('PRAGMA user_version = 2')
    refused().toThrow(/^\[phoneproof\] .*has version 2, and this @phoneproof\/server knows 1/)
  })
})

it('can be closed twice, and fails afterwards', async () => {
  const opened = store()
  await opened.close()
  await opened.close()
  await expect(opened.read(['a'], now)).rejects.toThrow()
})
