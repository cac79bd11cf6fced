import type { DatabaseSync } from 'node:sqlite'

/**
 * Milliseconds that the time in the file is ahead of the host's. To be asked alone in a transaction.
 *
 * When the host's clock is set back while the file is closed, what is in it would seem to be from the
 * future, and a full counter would stay full for that much longer. So time in the file goes on from
 * where it stopped. The rows stay as they are: another process may still run with the old time.
 */
export function joinTimeline(db: DatabaseSync, now: number): number {
  const row = db.prepare('SELECT last_now, ahead FROM timeline').get()
  const before = Number(row?.['ahead'])
  const ahead = Math.max(before, Number(row?.['last_now']) - now)
  if (ahead !== before) db.prepare('UPDATE timeline SET ahead = ?').run(ahead)
  return ahead
}
