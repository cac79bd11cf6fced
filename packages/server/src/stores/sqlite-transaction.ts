import type { DatabaseSync } from 'node:sqlite'

/** Runs work of which everything happens, or nothing. */
export interface Transactions {
  /** Sees the file as it is at one instant. */
  readonly read: <T>(work: () => T) => T
  /** Is alone in the file, except for what reads. */
  readonly write: <T>(work: () => T) => T
}

export function createTransactions(db: DatabaseSync): Transactions {
  const begin = db.prepare('BEGIN')
  const beginImmediate = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')

  function run<T>(start: typeof begin, work: () => T): T {
    start.run()
    try {
      const result = work()
      commit.run()
      return result
    } finally {
      // SQLite itself ends some that fail, such as on a full disk.
      if (db.isTransaction) rollback.run()
    }
  }

  return {
    read: (work) => run(begin, work),
    write: (work) => run(beginImmediate, work),
  }
}
