// https://sqlite.org/rescode.html. The upper bits say more about the same.
const codes = { busy: 5, locked: 6, readOnly: 8, full: 13, cannotOpen: 14, notADatabase: 26 }

function codeOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined
}

/** True when another process is writing, or has not let go yet. */
export function isLocked(error: unknown): boolean {
  const code = codeOf(error)
  return code === codes.busy || code === codes.locked
}

const lost = 'Nothing was changed, and limits cannot be kept without it, so the request failed'

const sentences: ReadonlyMap<number | undefined, (path: string) => string> = new Map([
  [
    codes.full,
    (path: string) =>
      `There is no room to write to "${path}". ${lost}. Make room on the disk, or raise \`maxBytes\`.`,
  ],
  [
    codes.readOnly,
    (path: string) =>
      `The file "${path}" cannot be written to. ${lost}. Let this process write to the file and its folder.`,
  ],
  [
    codes.cannotOpen,
    (path: string) =>
      `The file "${path}" could not be opened. A verify server cannot work without its store. ` +
      'Name a file in a folder that exists and that this process can write to.',
  ],
  [
    codes.notADatabase,
    (path: string) =>
      `The file "${path}" is no SQLite database. It was left as it is. Name another file.`,
  ],
])

/** The same error in words that say what to do, where there are any. */
export function explain(error: unknown, path: string): unknown {
  const sentence = sentences.get(codeOf(error))
  return sentence ? new Error(`[phoneproof] ${sentence(path)}`, { cause: error }) : error
}

export function stillLocked(error: unknown, path: string, ms: number): Error {
  const words = `Another process has kept "${path}" locked for ${ms} ms. ${lost}. Find what holds it open.`
  return new Error(`[phoneproof] ${words}`, { cause: error })
}
