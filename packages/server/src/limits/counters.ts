import type { CountryCode } from 'libphonenumber-js'
import type { Scope } from '../answers.ts'
import type { Records } from '../records/records.ts'
import type { Release, Reservation } from '../stores/store.ts'
import type { Limit, Limits } from './limits.ts'
import { networkOf } from './network.ts'

/** One counter of a request: what is added to it, and what it says when it is full. */
export interface Count extends Reservation {
  scope: Scope
  /** What is over it is suspicious, not refused outright. */
  isWatch: boolean
  /** Whether it counts texts, which a service that did nothing has not sent. */
  ofTexts: boolean
  /** Its amount is a price. */
  isMoney?: boolean
}

export interface StartFacts {
  phone: string
  country: CountryCode
  session: string
  address: string | undefined
  /** In thousandths of the currency. */
  price: number
}

const dayMs = 24 * 60 * 60 * 1000

/** The numbers around a number: those that differ from it in their last four digits. */
const rangeOf = (phone: string): string => phone.slice(0, -4)

type KeyOf = Records['keyOf']

/** Everything that one start counts against. */
export function countsOfStart(
  limits: Limits,
  { phone, country, session, address, price }: StartFacts,
  keyOf: KeyOf,
): Count[] {
  const texts = { ofTexts: true, isWatch: false }
  const requests = { ofTexts: false, isWatch: false }
  const watch = { ofTexts: true, isWatch: true }
  const money = { ...texts, amount: price, isMoney: true }
  const network = address === undefined ? undefined : networkOf(address)
  const all = [
    each('starts-number', phone, limits.startsPerNumber, { ...texts, scope: 'number' }),
    each('starts-session', session, limits.startsPerSession, { ...requests, scope: 'session' }),
    network === undefined
      ? []
      : each('starts-address', network, limits.startsPerAddress, { ...requests, scope: 'address' }),
    each('starts-account', '', limits.startsPerAccount, { ...texts, scope: 'account' }),
    ...watchesOf(limits, phone, country).map(([kind, of, limit]) =>
      each(kind, of, limit, { ...watch, scope: 'number' }),
    ),
    each('spend-country', country, perDay(limits.spendPerCountryPerDay), {
      ...money,
      scope: 'account',
    }),
    each('spend', '', perDay(limits.spendPerDay), { ...money, scope: 'account' }),
  ]
  return keyed(all.flat(), keyOf)
}

/** What one check counts against until its code was right. */
export const countsOfCheck = (limits: Limits, phone: string, keyOf: KeyOf): Count[] =>
  keyed(
    each('wrong-number', phone, limits.attemptsPerNumber, {
      scope: 'number',
      isWatch: false,
      ofTexts: false,
    }),
    keyOf,
  )

/** The watches on a number, from which a verified one is taken off again. */
export const watchCountsOf = (
  limits: Limits,
  phone: string,
  country: CountryCode | undefined,
  keyOf: KeyOf,
): Count[] =>
  keyed(
    watchesOf(limits, phone, country).flatMap(([kind, of, limit]) =>
      each(kind, of, limit, { scope: 'number', isWatch: true, ofTexts: true }),
    ),
    keyOf,
  )

/** What is given back of some counts. */
export const releasesOf = (counts: readonly Count[], reservedAt: number): Release[] =>
  counts.map(({ key, amount }) => ({ key, amount, reservedAt }))

const watchesOf = (
  { unverifiedPerRange, unverifiedPerCountry }: Limits,
  phone: string,
  country: CountryCode | undefined,
): [kind: string, of: string, limits: readonly Limit[]][] => [
  ['unverified-range', rangeOf(phone), unverifiedPerRange],
  ['unverified-country', country ?? '', unverifiedPerCountry],
]

const perDay = (money: number): Limit[] =>
  money === Number.POSITIVE_INFINITY ? [] : [{ max: Math.floor(money * 1000), windowMs: dayMs }]

interface Unkeyed extends Omit<Count, 'key'> {
  parts: readonly [kind: string, of: string, windowMs: string]
}

const each = (
  kind: string,
  of: string,
  limits: readonly Limit[],
  rest: Pick<Count, 'scope' | 'isWatch' | 'ofTexts' | 'isMoney'> & { amount?: number },
): Unkeyed[] =>
  limits.map(({ max, windowMs }) => ({
    amount: 1,
    ...rest,
    max,
    windowMs,
    parts: [kind, of, String(windowMs)],
  }))

const keyed = (unkeyed: readonly Unkeyed[], keyOf: KeyOf): Count[] =>
  unkeyed.map(({ parts: [kind, ...parts], ...count }) => ({
    ...count,
    key: keyOf(`count-${kind}`, ...parts),
  }))
