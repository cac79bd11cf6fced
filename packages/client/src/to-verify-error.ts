import { isRecord, kindOf, type ErrorRule, type FailedAnswer } from './error-rules.ts'
import {
  isVerifyError,
  VerifyArgumentError,
  VerifyError,
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
  /** HTTP status of an answer that is `unreadable`. */
  status?: number | undefined
  /** What the answer held, for the message. */
  form?: string | undefined
}

/** The error that a failure status, or the lack of an answer, means. */
export function failureFrom(
  status: FailedAnswer['status'],
  body: unknown,
  context: FailureContext,
): VerifyError {
  const { operation, request, retryAt, cause, form = '' } = context
  const answered = typeof status === 'number' ? status : context.status
  const errors = isRecord(body) && isRecord(body['errors']) ? body['errors'] : {}
  const attemptsLeft = numberIn(body, 'attemptsLeft')
  const fields = fieldsFrom(errors['fields'])
  const kind = kindOf({ operation, status, fields, attemptsLeft, body }, context.rules ?? [])
  const [What, title] =
    answered === undefined
      ? silences[status === 'timeout' ? status : 'network']
      : ([VerifyHttpError, `The service answered ${answered}${form}`] as const)
  return new What(`${title} (${kind}): ${request ?? operation}`, {
    kind,
    operation,
    status: answered,
    fields,
    common: strings(errors['common']),
    serviceMessage: isRecord(body) ? strings(body['message'])[0] : undefined,
    retryAt,
    attemptsLeft,
    cause,
  })
}

const silences = {
  network: [VerifyNetworkError, 'The connection failed'],
  timeout: [VerifyTimeoutError, 'No answer came in time'],
} as const

/**
 * Turns what a client of your own threw into a `VerifyError`. A `VerifyError` stays as it is. What
 * has a numeric `status`, or a `response` with one as HTTP libraries throw it, goes through the
 * error table. Read with it are the body (`body`, `response.body`, `response.data`),
 * `attemptsLeft`, `retryAt` (milliseconds since the epoch) and, if `now` is given, `retryAfter`
 * (seconds). A `VerifyArgumentError` is `unavailable`, because nothing was sent. Everything else
 * counts as no answer.
 */
export function toVerifyError(
  thrown: unknown,
  operation: Operation,
  rules?: readonly ErrorRule[],
  now?: number,
): VerifyError {
  if (isVerifyError(thrown)) return thrown
  if (thrown instanceof VerifyArgumentError) {
    return new VerifyError(thrown.message, { kind: 'unavailable', operation, cause: thrown })
  }
  const retryAfter = numberIn(thrown, 'retryAfter')
  const later = now === undefined || retryAfter === undefined ? undefined : now + retryAfter * 1000
  const retryAt = numberIn(thrown, 'retryAt') ?? later
  const context = { operation, rules, retryAt, cause: thrown }
  const own = isRecord(thrown) ? thrown : {}
  const response = isRecord(own['response']) ? own['response'] : {}
  const status = numberIn(own, 'status') ?? numberIn(response, 'status')
  if (status === undefined) return failureFrom('network', undefined, context)
  const body = [own['body'], response['body'], response['data']].find(isRecord)
  return failureFrom(status, { ...own, ...body }, context)
}

function fieldsFrom(value: unknown): Record<string, string[]> {
  if (!isRecord(value)) return {}
  const all = Object.entries(value).map(([name, each]) => [name, strings(each)] as const)
  return Object.fromEntries(all.filter(([, messages]) => messages.length > 0))
}

/** One message, or an array of them. PHP writes an array with gaps as an object. */
function strings(value: unknown): string[] {
  const all = isRecord(value) ? Object.values(value) : Array.isArray(value) ? value : [value]
  return all.filter((each): each is string => typeof each === 'string')
}

function numberIn(value: unknown, name: string): number | undefined {
  const found = isRecord(value) ? value[name] : undefined
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined
}
