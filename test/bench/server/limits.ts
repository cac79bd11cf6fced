import { defaultLimits, type Limit, type Limits } from '@phoneproof/server'

const counters = Object.entries(defaultLimits).filter((each): each is [string, readonly Limit[]] =>
  Array.isArray(each[1]),
)

/** Every counter counts, for as long as it does by default, and none is ever full. */
export const unreachable: Partial<Limits> = {
  ...Object.fromEntries(
    counters.map(([name, limits]) => [name, limits.map((each) => ({ ...each, max: 1e9 }))]),
  ),
  spendPerDay: 1e9,
  spendPerCountryPerDay: 1e9,
}
