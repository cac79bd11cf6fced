import { matchCountries, type ListedCode, type ListedCountry } from './match-countries.ts'

export interface CountryListState {
  readonly query: string
  /** The option that Enter would pick. */
  readonly active: ListedCode | undefined
}

/** Options that Page Up and Page Down move by. */
const page = 8

export type CountryListAction =
  | { type: 'SEARCH'; query: string; list: readonly ListedCountry[] }
  | { type: 'POINT'; country: ListedCode }
  | { type: 'KEY'; key: string; list: readonly ListedCountry[] }

/**
 * Opens on the picked country, or on the first result when a letter on the button began a search.
 */
export function openedList(
  list: readonly ListedCountry[],
  value: ListedCode | undefined,
  query: string,
): CountryListState {
  const isListed = query === '' && list.some(({ country }) => country === value)
  return { query, active: isListed ? value : firstOf(list, query) }
}

/** An action that changes nothing returns the same state. */
export function countryListTransition(
  state: CountryListState,
  action: CountryListAction,
): CountryListState {
  switch (action.type) {
    case 'SEARCH':
      return { query: action.query, active: firstOf(action.list, action.query) }
    case 'POINT':
      return action.country === state.active ? state : { ...state, active: action.country }
    case 'KEY': {
      const active = moved(action.key, matchCountries(action.list, state.query), state)
      return active === undefined || active === state.active ? state : { ...state, active }
    }
  }
}

const firstOf = (list: readonly ListedCountry[], query: string): ListedCode | undefined =>
  matchCountries(list, query)[0]?.country

function moved(
  key: string,
  found: readonly ListedCountry[],
  { active, query }: CountryListState,
): ListedCode | undefined {
  const at = found.findIndex(({ country }) => country === active)
  const last = found.length - 1
  const to = (index: number) => found[Math.min(Math.max(index, 0), last)]?.country
  // Past either end it wraps around, as the platform's own lists do.
  if (key === 'ArrowDown') return at === last ? to(0) : to(at + 1)
  if (key === 'ArrowUp') return at <= 0 ? to(last) : to(at - 1)
  if (key === 'PageDown') return to(at + page)
  if (key === 'PageUp') return to(at - page)
  // With a query, these keys move the caret in it.
  if (key === 'Home' && query === '') return to(0)
  if (key === 'End' && query === '') return to(last)
  return undefined
}
