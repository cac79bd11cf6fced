import { isInternational, toBrand, toDigits } from './arguments.ts'
import { isRecord } from './error-rules.ts'
import { VerifyArgumentError } from './errors.ts'
import { showCode, showPhone, showValue } from './show-value.ts'
import type { StartRequest } from './verify-client.ts'
import { codeLengths, languages, type CheckBody } from './wire.ts'
import { workflowIds } from './workflow.ts'

// What a start or check cannot succeed with, told before anything is sent. In development only: the
// service refuses it as well, and a page need not carry the words.

const brandPattern =
  /^(?=.{1,18}$)[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?: +[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*$/u

/**
 * Whether this can be a brand: 1 to 18 letters and digits of any script, and spaces between them
 * (section 8, row 11). A letter with its mark is one character where Unicode has it as one.
 */
export const isBrand = (brand: unknown): brand is string =>
  typeof brand === 'string' && brandPattern.test(toBrand(brand))

const e164Digits = /^[1-9]\d{6,14}$/
const localDigits = /^\d{3,15}$/

/** Throws a VerifyArgumentError that says what is wrong with a start request. */
export function checkStart(request: StartRequest): void {
  if (!isRecord(request)) throw noRequest('start', request)
  const { phone, brand, codeLength, language, senderId, country, workflowId } = request
  if (country !== undefined && !/^[a-z]{2}$/i.test(String(country))) {
    throw refused('country', 'must be a two-letter ISO 3166-1 code', country)
  }
  checkPhone(phone, country)
  if (!isBrand(brand)) {
    throw refused('brand', 'must be 1 to 18 letters, digits and inner spaces', brand)
  }
  if (!codeLengths.includes(codeLength)) {
    throw refused('codeLength', 'must be the number 4 or 6', codeLength)
  }
  if (
    language !== undefined &&
    !languages.some((each) => each === String(language).toLowerCase())
  ) {
    throw refused('language', `must be one of ${languages.join(', ')}`, language)
  }
  if (senderId !== undefined && (typeof senderId !== 'string' || senderId.trim() === '')) {
    throw refused('senderId', 'must be a non-empty string', senderId)
  }
  if (workflowId !== undefined && !workflowIds.includes(workflowId)) {
    throw refused('workflowId', 'must be a number from 1 to 7', workflowId)
  }
}

/** Throws a VerifyArgumentError that says what is wrong with a check, without the code. */
export function checkCheck(request: CheckBody): void {
  if (!isRecord(request)) throw noRequest('check', request)
  const { code } = request
  if (typeof code !== 'string' || !/^(?:\d{4}|\d{6})$/.test(code)) {
    const rule = 'must be a string of 4 or 6 digits (a number would lose leading zeros)'
    throw new VerifyArgumentError('check', 'code', rule, showCode(code))
  }
}

export function checkCancel(request: { verifyId: string }): void {
  if (!isRecord(request)) throw noRequest('cancel', request)
}

function checkPhone(phone: unknown, country: string | undefined): void {
  if (typeof phone === 'string') {
    const digits = toDigits(phone)
    const mayBeLocal = country !== undefined && !isInternational(phone)
    if (e164Digits.test(digits) || (mayBeLocal && localDigits.test(digits))) return
  }
  const rule = 'must be an E.164 number such as +447860021130, or a local number with a country'
  throw new VerifyArgumentError('start', 'phone', rule, showPhone(phone))
}

const refused = (argument: string, rule: string, value: unknown): VerifyArgumentError =>
  new VerifyArgumentError('start', argument, rule, showValue(value))

const noRequest = (operation: string, value: unknown): VerifyArgumentError =>
  new VerifyArgumentError(operation, 'request', 'must be an object', showValue(value))
