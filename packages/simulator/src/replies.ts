import type { ErrorReply } from '@phoneproof/client'

/** Messages by request member. */
export type Fields = Record<string, string[]>

// Symfony's stock messages: probably the real ones (verify-api.md 6).
export const notBlank = 'This value should not be blank.'
export const notValid = 'This value is not valid.'

/** What the service answers: a status, and a body unless there is none. */
export interface Reply {
  status: number
  body?: unknown
  headers?: Record<string, string>
}

const failure = (status: number, message: string, rest: Partial<ErrorReply> = {}): Reply => ({
  status,
  body: { code: status, message, ...rest } satisfies ErrorReply,
})

// The bodies of verify-api.md 11. `errors` is null outside validation, and absent from 401 and 404
// (verify-api.md 8, row 6).

export const validationFailed = (fields: Fields, common: string[] = []): Reply =>
  failure(400, 'Validation Failed', { errors: { common, fields } })

export const badRequest = (message: string): Reply => failure(400, message, { errors: null })

export const unauthorized: Reply = failure(401, 'Wrong username and token combination.')

export const notFound: Reply = failure(404, 'Resource does not exist.')

export const methodNotAllowed: Reply = failure(405, 'Method Not Allowed', { errors: null })

const alreadyPendingMessage = 'A verification request for this phone number is already in progress.'

export const alreadyPending: Reply = failure(409, alreadyPendingMessage, { errors: null })

export const wrongCode: Reply = validationFailed({
  code: ['The verification code is not correct.'],
})

export const notActive: Reply = validationFailed({
  verifyId: ['The verification request does not exist or is no longer active.'],
})

export const tooEarlyToCancel = (allowedAfterMs: number): string =>
  `The verification request can't be cancelled within the first ${allowedAfterMs / 1000} seconds.`

export const tooLateToCancel =
  "The verification request can't be cancelled now: the code has already been sent again."

export const notCancellable = (status: 400 | 409, message: string): Reply =>
  failure(status, message, { errors: null })

const messages: Record<number, string> = {
  409: alreadyPendingMessage,
  429: 'Too Many Requests',
  500: 'Internal server error has occurred. Please try again later.',
  503: 'Service is unavailable due to maintenance.',
}

/** A failure that is not about the request itself. */
export function byStatus(status: number, headers: Record<string, string> = {}): Reply {
  if (status === 401) return { ...unauthorized, headers }
  if (status === 404) return { ...notFound, headers }
  return { ...failure(status, messages[status] ?? 'Error', { errors: null }), headers }
}
