import type { Operation, VerifyErrorKind } from './errors.ts'

/** A failed call as the rules see it. */
export interface FailedAnswer {
  operation: Operation
  /** HTTP status, or what there was in place of a usable answer. */
  status: number | 'network' | 'timeout' | 'unreadable'
  fields: Readonly<Record<string, readonly string[]>>
  attemptsLeft: number | undefined
  /** The parsed body. Undefined when there was none that could be parsed. */
  body: unknown
}

/** One row of the table. A member that is left out matches everything. */
export interface ErrorRule {
  operation?: Operation
  status?: readonly FailedAnswer['status'][]
  /** Matches when the answer has a message for this request member. */
  field?: string
  /** Any further condition. */
  when?: (answer: FailedAnswer) => boolean
  kind: VerifyErrorKind
}

const badInput = [400, 422]
const gone = [404, 410]

const namesAttempts = ({ body, attemptsLeft }: FailedAnswer): boolean =>
  attemptsLeft === 0 || (isRecord(body) && /attempts/i.test(String(body['code'])))

/** The `code` of TextMagic's own 429 is the status again. A word is a backend's own limit. */
const namesOwnLimit = ({ body }: FailedAnswer): boolean =>
  isRecord(body) && [body['scope'], body['code']].some((each) => /[a-z]/i.test(textOf(each)))

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const isServerFault = ({ status }: FailedAnswer): boolean =>
  typeof status !== 'number' || status >= 500 || status === 408 || status < 400

/**
 * What each failure means. The first row that matches decides. Rows given to
 * `createVerifyClient({ errorRules })` come before these. TextMagic documents few of its failures
 * (verify-api.md 6; verify-api.md 8), so every possible reading has a row.
 */
export const defaultErrorRules: readonly ErrorRule[] = [
  { operation: 'start', status: badInput, field: 'phone', kind: 'invalidPhone' },
  { operation: 'start', status: badInput, kind: 'invalidRequest' },
  { operation: 'start', status: [409], kind: 'active' },

  { operation: 'check', status: [423], kind: 'locked' },
  { operation: 'check', status: [...badInput, 429], when: namesAttempts, kind: 'locked' },
  { operation: 'check', status: badInput, field: 'code', kind: 'wrongCode' },
  { operation: 'check', status: badInput, field: 'verifyId', kind: 'notActive' },
  { operation: 'check', status: gone, kind: 'notActive' },
  { operation: 'check', status: badInput, kind: 'wrongCode' },

  { operation: 'cancel', status: gone, kind: 'notActive' },
  { operation: 'cancel', status: [...badInput, 409, 423, 425], kind: 'notCancellable' },

  { status: [429], when: namesOwnLimit, kind: 'limitReached' },
  { status: [429], kind: 'rateLimited' },
  { when: isServerFault, kind: 'uncertain' },
  { kind: 'unavailable' },
]

export function kindOf(answer: FailedAnswer, rules: readonly ErrorRule[]): VerifyErrorKind {
  const all = [...rules, ...defaultErrorRules]
  return all.find((rule) => matches(rule, answer))?.kind ?? 'unavailable'
}

function matches(rule: ErrorRule, answer: FailedAnswer): boolean {
  return (
    (rule.operation ?? answer.operation) === answer.operation &&
    (rule.status?.includes(answer.status) ?? true) &&
    (rule.field === undefined || Object.hasOwn(answer.fields, rule.field)) &&
    (rule.when?.(answer) ?? true)
  )
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
