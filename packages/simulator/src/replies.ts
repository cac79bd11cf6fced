import type { ErrorReply } from '@phoneproof/client'
import type { Fields } from './start-body.ts'

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

// The bodies of verify-api.md section 11.

export const validationFailed = (fields: Fields): Reply =>
  failure(400, 'Validation Failed', { errors: { common: [], fields } })

export const badRequest = (message: string): Reply => failure(400, message, { errors: null })

export const unauthorized: Reply = failure(401, 'Wrong username and token combination.')

export const notFound: Reply = failure(404, 'Resource does not exist.')

export const alreadyPending: Reply = failure(
  409,
  'A verification request for this phone number is already in progress.',
  { errors: null },
)

export const wrongCode: Reply = validationFailed({
  code: ['The verification code is not correct.'],
})

export const notActive: Reply = validationFailed({
  verifyId: ['The verification request does not exist or is no longer active.'],
})

export const tooEarly: Reply = badRequest(
  "The verification request can't be cancelled within the first 30 seconds.",
)

export const tooLate: Reply = badRequest(
  "The verification request can't be cancelled now. A call has already been made.",
)

export const byStatus = (status: number, headers: Record<string, string> = {}): Reply => {
  const messages: Record<number, string> = {
    401: 'Wrong username and token combination.',
    409: 'A verification request for this phone number is already in progress.',
    429: 'Too Many Requests',
    500: 'Internal server error has occurred. Please try again later.',
    503: 'Service is unavailable due to maintenance.',
  }
  return { ...failure(status, messages[status] ?? 'Error', { errors: null }), headers }
}

export const noContent: Reply = { status: 204 }
