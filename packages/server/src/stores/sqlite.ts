import { DatabaseSync } from 'node:sqlite'
import { systemClock, type Clock } from '@phoneproof/client'
import { assertChange, assertClaim, assertFinite } from './assert-change.ts'
import { carryOut } from './carry-out.ts'
import { explain, isLocked } from './sqlite-errors.ts'
import { whenUnlocked } from './sqlite-lock.ts'
import { prepareFile } from './sqlite-schema.ts'
import { createSqliteShelf, type SqliteShelf } from './sqlite-shelf.ts'
import { joinTimeline } from './sqlite-timeline.ts'
import { createTransactions, type Transactions } from './sqlite-transaction.ts'
import type { Store } from './store.ts'

export interface SqliteStoreOptions {
  /** The file. It is made if there is none, with two more beside it while it is open. */
  path: string
  /** The file grows to this many bytes at most. Then changes fail. By default the disk is the limit. */
  maxBytes?: number | undefined
  /** Times how long a locked file is waited for. @default a clock that never jumps */
  clock?: Clock | undefined
}

interface OpenFile extends Transactions {
  readonly shelf: SqliteShelf
}

/**
 * Keeps everything in one SQLite file, with `node:sqlite`. It survives restarts, and several processes
 * of one machine can share it. Not for network drives: their locks are not dependable.
 */
export function sqliteStore({ path, maxBytes, clock = systemClock }: SqliteStoreOptions): Store {
  assertPath(path)
  const db = open(path)
  let file: OpenFile | undefined

  function prepare(): void {
    prepareFile(db, path)
    // A killed process loses nothing with it. A machine that loses its power loses the last moments.
    db.exec('PRAGMA synchronous = NORMAL')
    if (maxBytes !== undefined) limitSize(db, maxBytes)
  }

  function join(now: number): OpenFile {
    prepare()
    const transactions = createTransactions(db)
    const ahead = transactions.write(() => joinTimeline(db, now))
    return { ...transactions, shelf: createSqliteShelf(db, ahead) }
  }

  async function withFile<T>(now: number, work: (file: OpenFile) => T): Promise<T> {
    try {
      return await whenUnlocked(clock, path, () => work((file ??= join(now))))
    } catch (error) {
      throw explain(error, path)
    }
  }

  try {
    prepare()
  } catch (error) {
    // What else is wrong is said at once. A lock may be gone when the file is used.
    if (!isLocked(error)) {
      db.close()
      throw explain(error, path)
    }
  }

  return {
    inMemory: false,
    async read(keys, now) {
      assertFinite(now)
      return await withFile(now, ({ read, shelf }) =>
        read(() => keys.map((key) => shelf.entry(key, now))),
      )
    },
    async commit(change, now) {
      assertChange(change)
      assertFinite(now)
      return await withFile(now, ({ write, shelf }) => write(() => carryOut(change, now, shelf)))
    },
    async claimDue(now, limit, leaseMs) {
      assertClaim(now, limit, leaseMs)
      return await withFile(now, ({ write, shelf }) => {
        // Asked every second or so, and mostly for nothing: that keeps nobody from writing.
        if (shelf.due(now, 1).length === 0) return []
        return write(() => {
          const due = shelf.due(now, limit)
          for (const { key } of due) shelf.setDue(key, now + leaseMs)
          shelf.sweep(now)
          return due
        })
      })
    },
    async close() {
      if (db.isOpen) db.close()
    },
  }
}

function open(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 0 })
  } catch (error) {
    throw explain(error, path)
  }
}

function assertPath(path: unknown): void {
  if (typeof path === 'string' && path !== '' && path !== ':memory:') return
  throw new TypeError(
    `[phoneproof] The path of the SQLite store is ${JSON.stringify(path)}. What it keeps would be lost. ` +
      'Name a file, or use memoryStore().',
  )
}

function limitSize(db: DatabaseSync, maxBytes: number): void {
  const { page_size: pageSize } = db.prepare('PRAGMA page_size').get() ?? {}
  const pages = Math.floor(maxBytes / Number(pageSize))
  if (!(pages >= 1)) {
    throw new RangeError(
      `[phoneproof] \`maxBytes\` of the SQLite store is ${maxBytes}. Nothing would fit. Give 100000 or more.`,
    )
  }
  db.exec(`PRAGMA max_page_count = ${pages}`)
}
