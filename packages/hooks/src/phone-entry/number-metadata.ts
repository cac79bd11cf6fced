import type { MetadataJson } from 'libphonenumber-js/core'
import { createStore, type Store } from '../lib/create-store.ts'
import { liteMetadata } from './lite-metadata.ts'
import { spaceNumbersBy } from './phone-in-sentence.ts'
import { parseDigits } from './read-number.ts'

/** The numbering plans that every field of the page uses. */
export interface NumberMetadata {
  readonly plans: MetadataJson
  /** False while only lengths can be judged. */
  readonly isFull: boolean
}

let store: Store<NumberMetadata> | undefined
let loading: Promise<void> | undefined

export const liteNumberMetadata = (): NumberMetadata =>
  (lite ??= { plans: liteMetadata(), isFull: false })
let lite: NumberMetadata | undefined

/** Starts as the lite set; every field follows when the full one arrives. */
export const numberMetadata = (): Store<NumberMetadata> =>
  (store ??= createStore(liteNumberMetadata()))

/** Fetches the full set once. After a failure the next call tries again. It never throws. */
export function loadNumberMetadata(): Promise<void> {
  loading ??= import('libphonenumber-js/max/metadata').then(
    ({ default: plans }) => {
      numberMetadata().set({ plans, isFull: true })
      spaceNumbersBy((e164) => parseDigits(e164, undefined, plans)?.formatInternational() ?? e164)
    },
    () => {
      loading = undefined
    },
  )
  return loading
}
