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

declare const process: { env: { NODE_ENV?: string } } | undefined

/** True outside production builds. Bundlers replace the expression and drop what it guards. */
export const isDevelopment = (): boolean =>
  typeof process !== 'undefined' && process.env.NODE_ENV !== 'production'

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
