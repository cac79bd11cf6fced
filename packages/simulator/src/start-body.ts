import {
  codeLengths,
  isBrand,
  languages,
  workflowIds,
  type CodeLength,
  type Language,
  type WorkflowId,
} from '@phoneproof/client'
import {
  parsePhoneNumberFromString,
  type CountryCode,
  isSupportedCountry,
} from 'libphonenumber-js/max'
import { notBlank, notValid, type Fields } from './replies.ts'
import type { AcceptedStart } from './verification.ts'

const notAChoice = 'The value you selected is not a valid choice.'

/** The body of a start as the service understands it, or a message for each member that is off. */
export function readStartBody(
  body: Record<string, unknown>,
  refusedNumbers: readonly string[],
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
  const brand = readBrand(body['brand'], refuse)
  const codeLength = readCodeLength(body['codeLength'], refuse)
  const workflowId = readWorkflow(body['workflowId'], refuse)
  const language = readLanguage(body['language'], phone, refuse)
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

/** The number a body is about, if it names one that can be read. */
export const readPhone = (body: Record<string, unknown>): string | undefined =>
  isAbsent(body['phone'])
    ? undefined
    : toE164(
        body['phone'],
        readCountry(body['country'], () => undefined),
      )

/**
 * An international number with or without its plus, whatever the country beside it says; else a
 * local number of the country (section 8, rows 12 and 13).
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

function readBrand(value: unknown, refuse: Refuse): string | undefined {
  if (isAbsent(value)) return refuse('brand', notBlank)
  const brand = asText(value).trim().normalize()
  if (Array.from(brand).length > 18) {
    return refuse('brand', 'This value is too long. It should have 18 characters or less.')
  }
  return isBrand(brand) ? brand : refuse('brand', notValid)
}

function readCodeLength(value: unknown, refuse: Refuse): CodeLength | undefined {
  if (isAbsent(value)) return refuse('codeLength', notBlank)
  const length = codeLengths.find((each) => String(each) === asText(value))
  return length ?? refuse('codeLength', notAChoice)
}

function readWorkflow(value: unknown, refuse: Refuse): WorkflowId | undefined {
  if (isAbsent(value)) return 1
  const workflow = workflowIds.find((each) => String(each) === asText(value))
  return workflow ?? refuse('workflowId', notAChoice)
}

function readLanguage(
  value: unknown,
  phone: string | undefined,
  refuse: Refuse,
): Language | undefined {
  if (isAbsent(value)) return defaultLanguage(phone)
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

/** By dialling prefix (section 9): the brief documents only that 33 is French. */
function defaultLanguage(phone: string | undefined): Language {
  const digits = phone?.slice(1) ?? ''
  for (const length of [3, 2, 1]) {
    const language = languageByPrefix[digits.slice(0, length)]
    if (language) return language
  }
  return 'en-us'
}
