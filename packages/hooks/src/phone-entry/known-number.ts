import type { PhoneDetail, PhoneReason } from './phone-detail.ts'

export interface NumberNow extends PhoneDetail {
  readonly value: string | undefined
}

/** What the app knows of the number: it gave it, or was told. */
export interface KnownNumber {
  last: NumberNow
  /** Somebody has changed the number since the app gave it. */
  isTouched: boolean
}

const compared = ['value', 'status', 'country', 'type'] as const

/** Whether the app is to be told what a render has brought. */
export function isNews(
  { last, isTouched }: Readonly<KnownNumber>,
  now: NumberNow,
  reason: PhoneReason,
): boolean {
  // An empty field has no number, whatever country it starts in. And metadata that comes tells
  // nothing about a number that nobody touched.
  if (now.text === '' || (reason === 'metadata-load' && !isTouched)) return false
  return compared.some((key) => now[key] !== last[key])
}
