import { isRecord } from './error-rules.ts'
import { VerifyArgumentError } from './errors.ts'
import { showCode, showPhone, showValue } from './show-value.ts'
import type { StartRequest } from './verify-client.ts'
import { codeLengths, languages, type CheckBody, type Language, type StartBody } from './wire.ts'
import { workflowIds } from './workflow.ts'

/** 1 to 18 letters and digits of any script, and spaces between them (section 8, row 11). */
export const brandPattern: RegExp = /^(?=.{1,18}$)[\p{L}\p{M}\p{N}]+(?: +[\p{L}\p{M}\p{N}]+)*$/u

const e164Digits = /^[1-9]\d{6,14}$/
const localDigits = /^\d{3,15}$/

// A path would lose `.` and `..`, and half a surrogate pair cannot be written in a URL.
const idPattern = /^(?!\.{1,2}$)\P{Cs}+$/u

/** The body of a start request, or a VerifyArgumentError that says what is wrong with it. */
export function toStartBody(request: StartRequest): StartBody {
  if (!isRecord(request)) throw noRequest('start', request)
  const { codeLength, language, senderId, workflowId } = request
  const country = toCountry(request.country)
  const body: StartBody = {
    phone: toPhone(request.phone, country),
    brand: toBrand(request.brand),
    codeLength,
  }
  if (!codeLengths.includes(codeLength)) {
    throw refused('codeLength', 'must be the number 4 or 6', codeLength)
  }
  if (language !== undefined) body.language = toLanguage(language)
  if (senderId !== undefined) {
    if (typeof senderId !== 'string' || senderId.trim() === '') {
      throw refused('senderId', 'must be a non-empty string', senderId)
    }
    body.senderId = senderId
  }
  // An international number is complete; the service documents country for local ones only.
  if (country !== undefined && !isInternational(request.phone)) body.country = country
  if (workflowId !== undefined) {
    if (!workflowIds.includes(workflowId)) {
      throw refused('workflowId', 'must be a number from 1 to 7', workflowId)
    }
    body.workflowId = String(workflowId)
  }
  return body
}

/** The body of a check, its code still a string. */
export function toCheckBody(request: CheckBody): CheckBody {
  if (!isRecord(request)) throw noRequest('check', request)
  const { code } = request
  if (typeof code !== 'string' || !/^(?:\d{4}|\d{6})$/.test(code)) {
    const rule = 'must be a string of 4 or 6 digits (a number would lose leading zeros)'
    throw new VerifyArgumentError('check', 'code', rule, showCode(code))
  }
  return { code, verifyId: toVerifyId('check', request) }
}

export function toVerifyId(operation: 'check' | 'cancel', request: { verifyId: string }): string {
  if (!isRecord(request)) throw noRequest(operation, request)
  const { verifyId } = request
  if (typeof verifyId === 'string' && idPattern.test(verifyId)) return verifyId
  const rule = 'must be the id that start() resolved with, a non-empty string'
  throw new VerifyArgumentError(operation, 'verifyId', rule, showValue(verifyId))
}

const isInternational = (phone: string): boolean => phone.trim().startsWith('+')

function toPhone(phone: unknown, country: string | undefined): string {
  if (typeof phone === 'string') {
    const digits = phone.trim().replace(/^\+|[\s\-().]/g, '')
    const mayBeLocal = country !== undefined && !isInternational(phone)
    if (e164Digits.test(digits) || (mayBeLocal && localDigits.test(digits))) return digits
  }
  const rule = 'must be an E.164 number such as +447860021130, or a local number with a country'
  throw new VerifyArgumentError('start', 'phone', rule, showPhone(phone))
}

function toBrand(brand: unknown): string {
  const trimmed = typeof brand === 'string' ? brand.trim() : ''
  if (brandPattern.test(trimmed)) return trimmed
  throw refused('brand', 'must be 1 to 18 letters, digits and inner spaces', brand)
}

function toLanguage(language: string): Language {
  const wanted = String(language).toLowerCase()
  const known = languages.find((each) => each === wanted)
  if (known !== undefined) return known
  throw refused('language', `must be one of ${languages.join(', ')}`, language)
}

function toCountry(country: unknown): string | undefined {
  if (country === undefined) return undefined
  if (typeof country === 'string' && /^[a-z]{2}$/i.test(country)) return country.toUpperCase()
  throw refused('country', 'must be a two-letter ISO 3166-1 code', country)
}

const refused = (argument: string, rule: string, value: unknown): VerifyArgumentError =>
  new VerifyArgumentError('start', argument, rule, showValue(value))

const noRequest = (operation: string, value: unknown): VerifyArgumentError =>
  new VerifyArgumentError(operation, 'request', 'must be an object', showValue(value))
