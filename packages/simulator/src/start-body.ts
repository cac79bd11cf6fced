import { isBrand, workflowIdsOf, type Language, type ServiceProfile } from '@phoneproof/client'
import {
  parsePhoneNumberFromString,
  type CountryCode,
  isSupportedCountry,
} from 'libphonenumber-js/max'
import { notBlank, notValid, type Fields } from './replies.ts'
import type { AcceptedStart } from './verification.ts'

const notAChoice = 'The value you selected is not a valid choice.'

/** The start that a body asks for, or a message for each member that is wrong. */
export function readStartBody(
  body: Record<string, unknown>,
  service: ServiceProfile,
  refusedNumbers: readonly string[] = [],
): AcceptedStart | { fields: Fields } {
  const fields: Fields = {}
  const refuse = (member: string, message: string): undefined => {
    fields[member] = [message]
    return undefined
  }
  const country = readCountry(body['country'], refuse)
  const phone = isAbsent(body['phone']) ? refuse('phone', notBlank) : toE164(body['phone'], country)
  if (!isAbsent(body['phone']) && (phone === undefined || refusedNumbers.includes(phone))) {
    refuse('phone', notValid)
  }
  const brand = readBrand(body['brand'], service, refuse)
  const codeLength = readCodeLength(body['codeLength'], service, refuse)
  const workflowId = readWorkflow(body['workflowId'], service, refuse)
  const language = isAbsent(body['language'])
    ? defaultLanguage(phone, service)
    : readLanguage(body['language'], service, refuse)
  if (
    phone === undefined ||
    brand === undefined ||
    codeLength === undefined ||
    workflowId === undefined ||
    language === undefined ||
    Object.keys(fields).length > 0
  ) {
    return { fields }
  }
  const senderId = typeof body['senderId'] === 'string' ? body['senderId'] : undefined
  return { phone, brand, codeLength, workflowId, language, senderId }
}

type Refuse = (member: string, message: string) => undefined

const isAbsent = (value: unknown): value is null | undefined | '' =>
  value === undefined || value === null || value === ''

/** Forms deliver everything as text; JSON may hold numbers. */
const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** The number that a body is about, if it can be read. */
export const readPhone = (body: Record<string, unknown>): string | undefined =>
  isAbsent(body['phone'])
    ? undefined
    : toE164(
        body['phone'],
        readCountry(body['country'], () => undefined),
      )

/**
 * An international number with or without its plus, whatever country stands beside it; otherwise a
 * local number of that country (verify-api.md 8, rows 12 and 13).
 */
function toE164(value: unknown, country: CountryCode | undefined): string | undefined {
  const text = asText(value).trim()
  const digits = text.replace(/^\+|[\s\-()]/g, '')
  const isShaped = /^[1-9]\d{6,14}$/.test(digits)
  if (country === undefined || text.startsWith('+')) return isShaped ? `+${digits}` : undefined
  const international = isShaped ? parsePhoneNumberFromString(`+${digits}`) : undefined
  const local = parsePhoneNumberFromString(digits, country)
  if (international?.isValid() && !local?.isValid()) return international.number
  if (local?.isPossible()) return local.number
  return isShaped ? `+${digits}` : undefined
}

function readCountry(value: unknown, refuse: Refuse): CountryCode | undefined {
  if (isAbsent(value)) return undefined
  const country = asText(value).toUpperCase()
  return isSupportedCountry(country) ? country : refuse('country', notAChoice)
}

function readBrand(value: unknown, service: ServiceProfile, refuse: Refuse): string | undefined {
  if (isAbsent(value)) return refuse('brand', notBlank)
  const brand = asText(value).trim().normalize()
  const { maxLength } = service.brand
  if (Array.from(brand).length > maxLength) {
    const tooLong = `This value is too long. It should have ${maxLength} characters or less.`
    return refuse('brand', tooLong)
  }
  return isBrand(brand, service) ? brand : refuse('brand', notValid)
}

function readCodeLength(
  value: unknown,
  { codeLengths }: ServiceProfile,
  refuse: Refuse,
): number | undefined {
  if (isAbsent(value)) return refuse('codeLength', notBlank)
  const length = codeLengths.find((each) => String(each) === asText(value))
  return length ?? refuse('codeLength', notAChoice)
}

function readWorkflow(value: unknown, service: ServiceProfile, refuse: Refuse): number | undefined {
  if (isAbsent(value)) return service.defaultWorkflowId
  const workflow = workflowIdsOf(service).find((each) => String(each) === asText(value))
  return workflow ?? refuse('workflowId', notAChoice)
}

function readLanguage(
  value: unknown,
  { languages }: ServiceProfile,
  refuse: Refuse,
): string | undefined {
  const language = languages.find((each) => each === asText(value).toLowerCase())
  return language ?? refuse('language', notAChoice)
}

const languageByPrefix: Record<string, Language> = {
  1: 'en-us',
  7: 'ru-ru',
  31: 'nl-nl',
  33: 'fr-fr',
  34: 'es-es',
  39: 'it-it',
  40: 'ro-ro',
  44: 'en-gb',
  46: 'sv-se',
  48: 'pl-pl',
  49: 'de-de',
  52: 'es-mx',
  55: 'pt-br',
  61: 'en-au',
  81: 'ja-jp',
  82: 'ko-kr',
  86: 'zh-cn',
  90: 'tr-tr',
  91: 'en-in',
  351: 'pt-pt',
  354: 'is-is',
  886: 'zh-tw',
}

const fallback: Language = 'en-us'

/** By dialling prefix, as far as the service speaks it (verify-api.md 9). */
function defaultLanguage(phone: string | undefined, { languages }: ServiceProfile): string {
  const digits = phone?.slice(1) ?? ''
  const byPrefix = [3, 2, 1].map((length) => languageByPrefix[digits.slice(0, length)])
  const wanted = [...byPrefix, fallback].find((each) => each && languages.includes(each))
  return wanted ?? languages[0] ?? fallback
}
