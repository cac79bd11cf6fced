import type { CountryCode } from 'libphonenumber-js'

/** What a start costs, in thousandths of the currency. Known only once the service has answered. */
export interface Prices {
  /** What to reserve: the last price of the country, or the highest one so far. */
  expected(country: CountryCode): number
  learn(country: CountryCode, price: number | undefined): number
}

/** Reserved for the first start, before any price is known. */
const firstGuess = 100

export function createPrices(): Prices {
  const last = new Map<CountryCode, number>()
  const expected = (country: CountryCode): number =>
    last.get(country) ?? (last.size === 0 ? firstGuess : Math.max(...last.values()))
  return {
    expected,
    learn(country, price) {
      const thousandths = Math.ceil((price ?? Number.NaN) * 1000)
      // Nobody could count what is no price.
      if (!Number.isSafeInteger(thousandths) || thousandths < 0) return expected(country)
      last.set(country, thousandths)
      return thousandths
    },
  }
}
