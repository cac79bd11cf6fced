/** Milliseconds of a duration: a number of them, or text such as `'30s'`, `'1m'`, `'1m30s'`. */
export function toMilliseconds(by: number | string): number {
  if (typeof by === 'number') return by
  const match = /^(?:(\d+)m)?(?:(\d+(?:\.\d+)?)s)?$/.exec(by)
  if (!match || by === '') {
    throw new TypeError(
      `[phoneproof] advance() was called with ${JSON.stringify(by)}. It moves time by milliseconds or ` +
        'by text such as "30s" or "1m30s". Pass one of these.',
    )
  }
  return Number(match[1] ?? 0) * 60_000 + Number(match[2] ?? 0) * 1000
}
