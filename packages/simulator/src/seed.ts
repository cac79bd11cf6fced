/** Random numbers that follow from a seed. */
export interface Random {
  /** From 0 up to, but not including, 1. */
  next(): number
  /** Given as a seed, it continues the sequence from here. */
  readonly state: number
  restart(seed: number): void
}

/** mulberry32: the same seed gives the same codes and ids. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  return {
    next() {
      state = (state + 0x6d2b79f5) >>> 0
      let mixed = Math.imul(state ^ (state >>> 15), state | 1)
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
    },
    get state() {
      return state
    },
    restart(next) {
      state = next >>> 0
    },
  }
}

/** Decimal digits. A zero comes first only on request: clients that send numbers lose it. */
export function randomCode(random: Random, length: number, hasLeadingZero: boolean): string {
  const first = hasLeadingZero ? 0 : 1 + Math.floor(random.next() * 9)
  const rest = Array.from({ length: length - 1 }, () => Math.floor(random.next() * 10))
  return [first, ...rest].join('')
}

/** The form of a version 4 UUID (RFC 9562). */
export function randomId(random: Random): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random.next() * 16).toString(16)).join('')
  const variant = '89ab'.charAt(Math.floor(random.next() * 4))
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-')
}
