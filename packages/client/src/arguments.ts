import { toBrand } from './brand.ts'
import { VerifyArgumentError } from './errors.ts'
import type { StartRequest } from './verify-client.ts'
import type { CheckBody, StartBody } from './wire.ts'

// A path would lose `.` and `..`, and half a surrogate pair cannot be written in a URL.
const idPattern = /^(?!\.{1,2}$)\P{Cs}+$/u

/** The body of a start request, as the service wants it. */
export function toStartBody(request: StartRequest): StartBody {
  const { phone, brand, codeLength, language, senderId, country, workflowId } = request
  const body: StartBody = { phone: toDigits(phone), brand: toBrand(brand), codeLength }
  if (language !== undefined) body.language = language.toLowerCase()
  if (senderId !== undefined) body.senderId = senderId
  // An international number is complete; the service documents country for local ones only.
  if (country !== undefined && !isInternational(phone)) body.country = country.toUpperCase()
  if (workflowId !== undefined) body.workflowId = String(workflowId)
  return body
}

/** The body of a check, its code still a string. */
export const toCheckBody = (request: CheckBody): CheckBody => ({
  code: request.code,
  verifyId: toVerifyId('check', request),
})

/** The id, which becomes a part of a path; or a VerifyArgumentError, in production too. */
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
