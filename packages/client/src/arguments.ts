import type { StartRequest } from './client.ts'
import { VerifyArgumentError } from './errors.ts'
import { codeLengths, languages, type Language, type StartBody } from './wire.ts'
import { workflowIds } from './workflow.ts'

/** 1 to 18 letters and digits, with single signs between them only spaces (section 8, row 11). */
export const brandPattern: RegExp = /^(?=.{1,18}$)[\p{L}\p{M}\p{N}]+(?: +[\p{L}\p{M}\p{N}]+)*$/u

const e164Digits = /^[1-9]\d{6,14}$/
const localDigits = /^\d{3,15}$/

/** The body of a start request, or a VerifyArgumentError that says what is wrong with it. */
export function toStartBody(request: StartRequest): StartBody {
  const { codeLength, language, senderId, workflowId } = request
  const country = toCountry(request.country)
  const body: StartBody = {
    phone: toPhone(request.phone, country),
    brand: toBrand(request.brand),
    codeLength,
  }
  if (!codeLengths.includes(codeLength)) {
    throw new VerifyArgumentError('start', 'codeLength', 'must be 4 or 6', codeLength)
  }
  if (language !== undefined) body.language = toLanguage(language)
  if (senderId !== undefined) {
    if (typeof senderId !== 'string' || senderId.trim() === '') {
      throw new VerifyArgumentError('start', 'senderId', 'must be a non-empty string', senderId)
    }
    body.senderId = senderId
  }
  // An international number is complete; the service documents country for local ones only.
  if (country !== undefined && !request.phone.trim().startsWith('+')) body.country = country
  if (workflowId !== undefined) {
    if (!workflowIds.includes(workflowId)) {
      throw new VerifyArgumentError('start', 'workflowId', 'must be 1 to 7', workflowId)
    }
    body.workflowId = String(workflowId)
  }
  return body
}

/** A code of the service, still a string. */
export function toCode(code: unknown): string {
  if (typeof code === 'string' && /^(?:\d{4}|\d{6})$/.test(code)) return code
  throw new VerifyArgumentError(
    'check',
    'code',
    'must be a string of 4 or 6 digits (a number would lose leading zeros)',
    describeSecret(code),
  )
}

export function toVerifyId(operation: 'check' | 'cancel', verifyId: unknown): string {
  if (typeof verifyId === 'string' && verifyId !== '') return verifyId
  throw new VerifyArgumentError(operation, 'verifyId', 'must be a non-empty string', verifyId)
}

function toPhone(phone: unknown, country: string | undefined): string {
  const digits = typeof phone === 'string' ? phone.trim().replace(/^\+|[\s\-().]/g, '') : ''
  if (e164Digits.test(digits) || (country !== undefined && localDigits.test(digits))) return digits
  throw new VerifyArgumentError(
    'start',
    'phone',
    'must be an E.164 number such as +447860021130, or a local number together with country',
    describePhone(phone),
  )
}

function toBrand(brand: unknown): string {
  const trimmed = typeof brand === 'string' ? brand.trim() : ''
  if (brandPattern.test(trimmed)) return trimmed
  throw new VerifyArgumentError(
    'start',
    'brand',
    'must be 1 to 18 letters, digits and inner spaces',
    brand,
  )
}

function toLanguage(language: string): Language {
  const wanted = String(language).toLowerCase()
  const known = languages.find((each) => each === wanted)
  if (known !== undefined) return known
  throw new VerifyArgumentError(
    'start',
    'language',
    `must be one of ${languages.join(', ')}`,
    language,
  )
}

function toCountry(country: unknown): string | undefined {
  if (country === undefined) return undefined
  if (typeof country === 'string' && /^[a-z]{2}$/i.test(country)) return country.toUpperCase()
  throw new VerifyArgumentError('start', 'country', 'must be a two-letter ISO 3166-1 code', country)
}

/** The shape of a number without the number, because errors end in logs. */
const describePhone = (phone: unknown): unknown =>
  typeof phone === 'string' ? phone.replace(/\d(?=.*\d.*\d)/g, '•') : phone

/** A code never appears in an error. */
const describeSecret = (code: unknown): string =>
  typeof code === 'string' ? `a string of ${code.length} characters` : `a ${typeof code}`
