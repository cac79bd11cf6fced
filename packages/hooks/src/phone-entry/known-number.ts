import type { PhoneDetail, PhoneReason } from './phone-detail.ts'

export interface NumberNow extends PhoneDetail {
  readonly value: string | undefined
}

/** What the app knows of the number: it gave it, or was told. */
export interface KnownNumber {
  /** Somebody changed the number: from now on what becomes known of it is news. */
  readonly touch: () => void
  readonly learn: (now: NumberNow) => void
  /** The number came from the app itself. */
  readonly give: (now: NumberNow) => void
  readonly isNews: (now: NumberNow, reason: PhoneReason) => boolean
}

const compared = ['value', 'status', 'country', 'type'] as const

export function createKnownNumber(initial: NumberNow): KnownNumber {
  let known = initial
  let isTouched = false
  return {
    touch() {
      isTouched = true
    },
    learn(now) {
      known = now
    },
    give(now) {
      known = now
      isTouched = false
    },
    isNews(now, reason) {
      // An empty field has no number, whatever country it starts in. And metadata that comes says
      // nothing to anybody about a number that nobody touched.
      if (now.text === '' || (reason === 'metadata-load' && !isTouched)) return false
      return compared.some((key) => now[key] !== known[key])
    },
  }
}
