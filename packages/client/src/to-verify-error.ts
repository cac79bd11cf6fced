import { isRecord, kindOf, type ErrorRule, type FailedAnswer } from './error-rules.ts'
import {
  isVerifyError,
  type VerifyError,
  VerifyHttpError,
  VerifyNetworkError,
  VerifyTimeoutError,
  type Operation,
} from './errors.ts'

export interface FailureContext {
  operation: Operation
  rules?: readonly ErrorRule[] | undefined
  /** METHOD and URL, for the message. */
  request?: string | undefined
  retryAt?: number | undefined
  cause?: unknown
}

/** Turns an answer with a failure status, or no answer, into the error it means. */
export function failureFrom(
  status: FailedAnswer['status'],
  body: unknown,
  context: FailureContext,
): VerifyError {
  const { operation, request, retryAt, cause } = context
  const errors = isRecord(body) && isRecord(body['errors']) ? body['errors'] : {}
  const attemptsLeft = numberIn(body, 'attemptsLeft')
  const fields = fieldsFrom(errors['fields'])
  const kind = kindOf({ operation, status, fields, attemptsLeft, body }, context.rules ?? [])
  const message = `${titles[String(status)] ?? `The service answered ${status}`} (${kind}): ${request ?? operation}`
  const details = {
    kind,
    operation,
    fields,
    common: strings(errors['common']),
    retryAt,
    attemptsLeft,
    cause,
  }
  if (status === 'network') return new VerifyNetworkError(message, details)
  if (status === 'timeout') return new VerifyTimeoutError(message, details)
  if (status === 'unreadable') return new VerifyHttpError(message, details)
  return new VerifyHttpError(message, { ...details, status })
}

/**
 * What a client of your own threw, as a `VerifyError`: one of ours stays as it is, anything with
 * a numeric `status` (and perhaps `body`, `retryAt`, `attemptsLeft`) is read through the error
 * table, and all else counts as no answer.
 */
export function toVerifyError(
  thrown: unknown,
  operation: Operation,
  rules?: readonly ErrorRule[],
): VerifyError {
  if (isVerifyError(thrown)) return thrown
  const context = { operation, rules, retryAt: numberIn(thrown, 'retryAt'), cause: thrown }
  const status = numberIn(thrown, 'status')
  if (status === undefined || !isRecord(thrown)) return failureFrom('network', undefined, context)
  return failureFrom(
    status,
    { ...thrown, ...(isRecord(thrown['body']) && thrown['body']) },
    context,
  )
}

const titles: Record<string, string> = {
  network: 'The connection failed',
  timeout: 'No answer came in time',
  unreadable: 'The answer could not be read',
}

function fieldsFrom(value: unknown): Record<string, string[]> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, strings(each)]))
}

const strings = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (each): each is string => typeof each === 'string',
  )

function numberIn(value: unknown, name: string): number | undefined {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined
}
