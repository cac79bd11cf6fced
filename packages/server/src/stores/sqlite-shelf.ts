import type { DatabaseSync } from 'node:sqlite'
import type { Shelf } from './carry-out.ts'
import type { Entry } from './store.ts'

export interface SqliteShelf extends Shelf {
  due(now: number, limit: number): Entry[]
  setDue(key: string, dueAt: number): void
}

/** More than one change writes, so that the file does not grow; few enough for no pause. */
const sweptAtOnce = 50

/** Takes and gives the times of the host. Those in the file are `ahead` milliseconds later. */
export function createSqliteShelf(db: DatabaseSync, ahead: number): SqliteShelf {
  const findEntry = db.prepare('SELECT value FROM entry WHERE key = ? AND expires_at > ?')
  const putEntry = db.prepare('INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)')
  const removeEntry = db.prepare('DELETE FROM entry WHERE key = ?')
  const findCounter = db.prepare(
    'SELECT count, started_at, ends_at FROM counter WHERE key = ? AND ends_at > ?',
  )
  const putCounter = db.prepare('INSERT OR REPLACE INTO counter VALUES (?, ?, ?, ?)')
  const findDue = db.prepare(
    'SELECT key, value FROM entry WHERE due_at <= ? AND expires_at > ? ORDER BY due_at LIMIT ?',
  )
  const setDue = db.prepare('UPDATE entry SET due_at = ? WHERE key = ?')
  // Mostly nothing is, and asking takes less time than removing nothing.
  const findOver = db.prepare(
    'SELECT EXISTS(SELECT 1 FROM entry WHERE expires_at <= ?1) OR EXISTS(SELECT 1 FROM counter WHERE ends_at <= ?1) AS any',
  )
  const sweepEntries = db.prepare(
    'DELETE FROM entry WHERE key IN (SELECT key FROM entry WHERE expires_at <= ? LIMIT ?)',
  )
  const sweepCounters = db.prepare(
    'DELETE FROM counter WHERE key IN (SELECT key FROM counter WHERE ends_at <= ? LIMIT ?)',
  )
  const noteTime = db.prepare('UPDATE timeline SET last_now = ? WHERE last_now < ?')

  return {
    entry(key, now) {
      const row = findEntry.get(key, now + ahead)
      return row && String(row['value'])
    },
    putEntry({ key, value, ttlMs, dueAt }, now) {
      const fileDueAt = dueAt === undefined ? null : dueAt + ahead
      putEntry.run(key, value, now + ahead + ttlMs, fileDueAt)
    },
    removeEntry: (key) => void removeEntry.run(key),
    counter(key, now) {
      const row = findCounter.get(key, now + ahead)
      if (!row) return undefined
      return {
        count: Number(row['count']),
        startedAt: Number(row['started_at']) - ahead,
        endsAt: Number(row['ends_at']) - ahead,
      }
    },
    putCounter: (key, { count, startedAt, endsAt }) =>
      void putCounter.run(key, count, startedAt + ahead, endsAt + ahead),
    due: (now, limit) =>
      findDue
        .all(now + ahead, now + ahead, limit)
        .map((row) => ({ key: String(row['key']), value: String(row['value']) })),
    setDue: (key, dueAt) => void setDue.run(dueAt + ahead, key),
    sweep(now) {
      if (findOver.get(now + ahead)?.['any'] === 1) {
        sweepEntries.run(now + ahead, sweptAtOnce)
        sweepCounters.run(now + ahead, sweptAtOnce)
      }
      noteTime.run(now + ahead, now + ahead)
    },
  }
}
