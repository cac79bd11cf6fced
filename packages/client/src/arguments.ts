import { toBrand } from './brand.ts'
import { VerifyArgumentError } from './errors.ts'
import type { StartRequest } from './verify-client.ts'
import type { CheckBody, StartBody } from './wire.ts'

// `.` and `..` vanish from a path, and half a surrogate pair cannot be written in a URL.
const idPattern = /^(?!\.{1,2}$)\P{Cs}+$/u

/** The body of a start request. */
export function toStartBody(request: StartRequest): StartBody {
  const { phone, brand, codeLength, language, senderId, country, workflowId } = request
  const body: StartBody = { phone: toDigits(phone), brand: toBrand(brand), codeLength }
  if (language !== undefined) body.language = language.toLowerCase()
  if (senderId !== undefined) body.senderId = senderId
  // The service documents `country` for local numbers only.
  if (country !== undefined && !isInternational(phone)) body.country = country.toUpperCase()
  if (workflowId !== undefined) body.workflowId = String(workflowId)
  return body
}

/** The body of a check. The code stays a string. */
export const toCheckBody = (request: CheckBody): CheckBody => ({
  code: request.code,
  verifyId: toVerifyId('check', request),
})

/** The id. Throws when it cannot be part of a path, in production too. */
export function toVerifyId(
  operation: 'check' | 'cancel',
  { verifyId }: { verifyId: string },
): string {
  if (typeof verifyId === 'string' && idPattern.test(verifyId)) return verifyId
  const rule = 'must be the id that start() resolved with, a non-empty string'
  const shown = typeof verifyId === 'string' ? JSON.stringify(verifyId) : String(verifyId)
  throw new VerifyArgumentError(operation, 'verifyId', rule, shown)
}

export const isInternational = (phone: string): boolean => phone.trim().startsWith('+')

export const toDigits = (phone: string): string => phone.trim().replace(/^\+|[\s\-().]/g, '')
