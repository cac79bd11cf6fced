import { isInternational, toDigits } from './arguments.ts'
import { isBrand } from './brand.ts'
import { isRecord } from './error-rules.ts'
import { VerifyArgumentError } from './errors.ts'
import { workflowIdsOf, type ServiceProfile } from './service-profile.ts'
import { showCode, showPhone, showValue } from './show-value.ts'
import type { StartRequest } from './verify-client.ts'
import type { CheckBody } from './wire.ts'

// Refuses arguments that cannot work, before anything is sent. In development only: the service
// refuses them too, and a page in production need not carry these texts.

const e164Digits = /^[1-9]\d{6,14}$/
const localDigits = /^\d{3,15}$/

/** Throws a VerifyArgumentError that says what is wrong with a start request. */
export function checkStart(request: StartRequest, service: ServiceProfile): void {
  if (!isRecord(request)) throw noRequest('start', request)
  const { phone, brand, codeLength, language, senderId, country, workflowId } = request
  if (country !== undefined && !/^[a-z]{2}$/i.test(String(country))) {
    refuse('country', 'must be a two-letter ISO 3166-1 code', country)
  }
  checkPhone(phone, country)
  const { name, codeLengths, languages } = service
  if (!isBrand(brand, service)) {
    refuse('brand', `must be ${service.brand.words} for ${name}`, brand)
  }
  if (!codeLengths.includes(codeLength)) {
    refuse('codeLength', `must be the number ${anyOf(codeLengths)} for ${name}`, codeLength)
  }
  if (language !== undefined && !languages.includes(String(language).toLowerCase())) {
    refuse('language', `must be ${anyOf(languages)} for ${name}`, language)
  }
  if (senderId !== undefined && (typeof senderId !== 'string' || senderId.trim() === '')) {
    refuse('senderId', 'must be a non-empty string', senderId)
  }
  const workflowIds = workflowIdsOf(service)
  if (workflowId !== undefined && !workflowIds.includes(workflowId)) {
    refuse('workflowId', `must be the number ${anyOf(workflowIds)} for ${name}`, workflowId)
  }
}

/** Throws a VerifyArgumentError that says what is wrong with a check, without the code. */
export function checkCheck(request: CheckBody, { codeLengths }: ServiceProfile): void {
  if (!isRecord(request)) throw noRequest('check', request)
  const { code } = request
  const isCode = typeof code === 'string' && /^\d+$/.test(code) && codeLengths.includes(code.length)
  if (isCode) return
  const rule = `must be a string of ${anyOf(codeLengths)} digits (a number would lose leading zeros)`
  throw new VerifyArgumentError('check', 'code', rule, showCode(code))
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

function refuse(argument: string, rule: string, value: unknown): never {
  throw new VerifyArgumentError('start', argument, rule, showValue(value))
}

const noRequest = (operation: string, value: unknown): VerifyArgumentError =>
  new VerifyArgumentError(operation, 'request', 'must be an object', showValue(value))

/** "4, 5 or 6". */
const anyOf = (values: readonly (number | string)[]): string =>
  values.join(', ').replace(/, (?=[^,]*$)/, ' or ')
