/** Chance as a function of a seed: mulberry32. The same seed gives the same codes and ids. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Decimal digits, the first not a zero: clients that send numbers would lose it. */
export function randomCode(random: () => number, length: number): string {
  const rest = Array.from({ length: length - 1 }, () => Math.floor(random() * 10))
  return [1 + Math.floor(random() * 9), ...rest].join('')
}

/** The form of a version 4 UUID. */
export function randomId(random: () => number): string {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
  const variant = '89ab'.charAt(Math.floor(random() * 4))
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`
}
