export type { ListedCountry } from './match-countries.ts'
export { useCountryList } from './use-country-list.ts'
export type { UseCountryListOptions, UseCountryListReturn } from './use-country-list.ts'
