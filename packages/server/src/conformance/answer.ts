/** What a backend answered. */
export interface Answer {
  /** HTTP status. 0 when the connection broke, or nothing came. */
  readonly status: number
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly cookies: readonly string[]
  readonly text: string
  /** The members of the body. Empty when it is not a JSON object. */
  readonly json: Readonly<Record<string, unknown>>
}

export function membersOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

/** Whether the page takes this for a right code (verify-api.md 14); a proof may be all there is. */
export function isRight({ status, text, json }: Answer): boolean {
  if (status === 202 || status < 200 || status > 299) return false
  return text === '' || (Object.keys(json).join() === 'proof' && typeof json['proof'] === 'string')
}

/** Whether the page takes this for "nobody knows" (verify-api.md 14). */
export const isUncertain = ({ status }: Answer): boolean => status === 408 || status >= 500

export const isRefused = ({ status }: Answer): boolean => status >= 400 && status < 500

/** Whether a failure says that this member of the request is wrong. */
export function namesField({ json }: Answer, field: string): boolean {
  const { fields } = membersOf(JSON.stringify(json['errors'] ?? {}))
  return typeof fields === 'object' && fields !== null && Object.hasOwn(fields, field)
}

/** A time of an answer, in milliseconds since the epoch: it may be a number or ISO 8601. */
export function instantOf(value: unknown): number | undefined {
  const instant = typeof value === 'string' ? Date.parse(value) : value
  return typeof instant === 'number' && Number.isFinite(instant) ? instant : undefined
}

export const idOf = ({ json }: Answer): string =>
  typeof json['verifyId'] === 'string' ? json['verifyId'] : ''

/** An answer in a few words, without anything that could be a code. */
export function describe({ status, text }: Answer): string {
  if (status === 0) return 'no answer'
  const body = text.replaceAll(/\b\d{4,8}\b/g, '…').slice(0, 160)
  return body === '' ? String(status) : `${status} ${body}`
}
