import type * as CountryListModule from './country-list.tsx'
import { lazyPart, type LazyPart } from './use-lazy-part.ts'

/** The list of countries, in a chunk of its own: most people never open it. */
export const countryListPart: LazyPart<typeof CountryListModule> = lazyPart(
  () => import('./country-list.tsx'),
)
