/** What happened, why it matters, what to do: one sentence each. */
export interface DeveloperMessage {
  what: string
  why: string
  fix: string
}

export const formatDeveloperMessage = ({ what, why, fix }: DeveloperMessage): string =>
  `[phoneproof] ${what} ${why} ${fix}`

/** Throws when continuing would be wrong. */
export function invariant(condition: unknown, message: DeveloperMessage): asserts condition {
  if (!condition) throw new Error(formatDeveloperMessage(message))
}

declare const process: { env: { NODE_ENV?: string } }

/**
 * True outside production builds. Bundlers replace the expression. Asking for `typeof process`
 * first would never warn: bundlers leave that alone, and a page has no process.
 */
export function isDevelopment(): boolean {
  try {
    return process.env.NODE_ENV !== 'production'
  } catch {
    return true
  }
}

const warned = new Set<string>()

/** Warns once per text, in development only, when something would merely be worse. */
export function warnOnce(message: DeveloperMessage): void {
  if (!isDevelopment()) return
  const text = formatDeveloperMessage(message)
  if (warned.has(text)) return
  warned.add(text)
  // oxlint-disable-next-line no-console -- the one place that speaks to developers
  console.warn(text)
}
