import type { DatabaseSync } from 'node:sqlite'

const version = 1
/** "PhPr": whose database it is. */
const applicationId = 0x50685072

// `ahead` is how far the times in the file are ahead of those of the host.
const schema = `
  CREATE TABLE entry (
    key TEXT PRIMARY KEY, value TEXT NOT NULL, expires_at INTEGER NOT NULL, due_at INTEGER
  ) WITHOUT ROWID;
  CREATE INDEX entry_expiry ON entry (expires_at);
  CREATE INDEX entry_due ON entry (due_at) WHERE due_at IS NOT NULL;
  CREATE TABLE counter (
    key TEXT PRIMARY KEY, count INTEGER NOT NULL, started_at INTEGER NOT NULL, ends_at INTEGER NOT NULL
  ) WITHOUT ROWID;
  CREATE INDEX counter_expiry ON counter (ends_at);
  CREATE TABLE timeline (last_now INTEGER NOT NULL, ahead INTEGER NOT NULL);
  INSERT INTO timeline VALUES (0, 0);
  PRAGMA application_id = ${applicationId};
  PRAGMA user_version = ${version};
`

/** Makes the file ours if it is empty. Throws, and leaves it as it is, if it is not for us. */
export function prepareFile(db: DatabaseSync, path: string): void {
  // Asked first, because WAL mode would stay with a file that is somebody else's.
  if (isOurs(db, path)) return
  db.exec('PRAGMA journal_mode = WAL; BEGIN IMMEDIATE')
  try {
    // Another process may have been faster.
    if (!isOurs(db, path)) db.exec(schema)
    db.exec('COMMIT')
  } finally {
    if (db.isTransaction) db.exec('ROLLBACK')
  }
}

function isOurs(db: DatabaseSync, path: string): boolean {
  const ask = (sql: string) => Object.values(db.prepare(sql).get() ?? {})[0]
  if (ask('SELECT count(*) FROM sqlite_schema') === 0) return false
  if (ask('PRAGMA application_id') !== applicationId) {
    throw new Error(
      `[phoneproof] The database "${path}" belongs to another program. It was left as it is. ` +
        'Name a file of its own.',
    )
  }
  const found = ask('PRAGMA user_version')
  if (found === version) return true
  throw new Error(
    `[phoneproof] The database "${path}" has version ${String(found)}, and this @phoneproof/server knows ${version}. ` +
      'It cannot tell what is in it, and left it as it is. Upgrade the package, or name another file.',
  )
}
