import {
  isBrand,
  textMagic,
  workflowIdsOf,
  type Clock,
  type ServiceProfile,
} from '@phoneproof/client'
import { isSupportedCountry, type NumberType } from 'libphonenumber-js/max'
import { defaultLimits, type Limit, type Limits } from './limits/limits.ts'
import { defaultNumberTypes, type NumberRules } from './limits/phone-number.ts'
import type { VerifyServerOptions } from './options.ts'

type Given = Pick<
  VerifyServerOptions,
  'brand' | 'origins' | 'language' | 'senderId' | 'workflowId' | 'botCheck' | 'onVerified'
>

/** The options of a server, checked and complete. */
export interface Settings extends Given, NumberRules {
  secrets: readonly string[]
  limits: Limits
  codeLength: number
  purpose: string
  busyElsewhere: 'conflict' | 'pretend'
  botCheckWhen: 'always' | 'suspicious'
  basePath: string
  crossOrigin: boolean
  verifiedForMs: number
}

/** Throws for options with which a server would not be safe, or not work. */
export function settingsOf(options: VerifyServerOptions): Settings {
  if (typeof options !== 'object' || options === null) refuse('options', 'must be an object')
  const {
    service,
    credentials,
    brand,
    origins,
    countries,
    purpose = 'phone-verification',
  } = options
  const {
    numberTypes = defaultNumberTypes,
    basePath = '/api/v2',
    verifiedForMs = 3_600_000,
  } = options
  const { busyElsewhere = 'conflict', botCheckWhen = 'suspicious', crossOrigin = false } = options
  if ((service === undefined) === (credentials === undefined)) {
    refuse('service', 'or credentials must be given, and not both')
  }
  if (credentials !== undefined && !(isText(credentials.username) && isText(credentials.key))) {
    refuse('credentials', 'must have the username and the key of the account, both not empty')
  }
  if (service && !['start', 'check', 'cancel'].every((name) => hasFunction(service, name))) {
    refuse('service', 'must be a VerifyClient: start, check and cancel')
  }
  const profile = service?.service ?? textMagic
  if (!isBrand(brand, profile)) {
    refuse('brand', `must be ${profile.brand.words} for ${profile.name}`)
  }
  const settings: Settings = {
    ...options,
    purpose,
    numberTypes,
    verifiedForMs,
    busyElsewhere,
    botCheckWhen,
    crossOrigin,
    secrets: secretsOf(options.secret),
    limits: limitsOf(options.limits),
    codeLength: options.codeLength ?? profile.defaultCodeLength,
    basePath: basePath.replace(/\/+$/, ''),
  }
  checkOrigins(origins)
  checkNumbers(countries, numberTypes)
  checkStart(settings, profile)
  checkChoices(settings, options)
  return settings
}

function secretsOf(secret: unknown): readonly string[] {
  const all: unknown[] = Array.isArray(secret) ? secret : [secret]
  const isLong = (each: unknown): boolean =>
    typeof each === 'string' && new TextEncoder().encode(each).length >= 32
  if (all.length === 0 || !all.every(isLong)) {
    refuse(
      'secret',
      'must be a text of 32 bytes or more, or a list of such. `openssl rand -base64 32` makes one',
    )
  }
  // SAFETY: each is a text, or this line is not reached.
  return all as string[]
}

function checkOrigins(origins: unknown): void {
  const isOrigin = (each: unknown): boolean =>
    typeof each === 'string' && URL.canParse(each) && new URL(each).origin === each
  if (!Array.isArray(origins) || origins.length === 0 || !origins.every(isOrigin)) {
    refuse('origins', 'must be a list of origins without a path, such as "https://app.example"')
  }
}

function checkNumbers(countries: unknown, numberTypes: readonly NumberType[]): void {
  const isCountry = (each: unknown): boolean => typeof each === 'string' && isSupportedCountry(each)
  if (
    countries !== 'any' &&
    !(Array.isArray(countries) && countries.length > 0 && countries.every(isCountry))
  ) {
    refuse('countries', 'must be a list of two-letter countries such as ["GB", "IE"], or "any"')
  }
  if (!Array.isArray(numberTypes) || numberTypes.length === 0) {
    refuse('numberTypes', 'must be a list of types such as ["MOBILE"]')
  }
}

function limitsOf(given: Partial<Limits> | undefined): Limits {
  const limits: Limits = { ...defaultLimits, ...given }
  for (const [name, value] of Object.entries(limits) as [string, unknown][]) {
    if (!(name in defaultLimits)) {
      refuse(`limits.${name}`, `is not a limit. There are ${Object.keys(defaultLimits).join(', ')}`)
    }
    const isList = Array.isArray(value) && value.every(isLimit) && areApart(value)
    const isAmount = typeof value === 'number' && value > 0
    const wanted: unknown = defaultLimits[name as keyof Limits]
    if (Array.isArray(wanted) && !isList) {
      refuse(
        `limits.${name}`,
        'must be a list of { max, windowMs }, both above 0, each for another time; an empty one is no limit',
      )
    }
    if (typeof wanted === 'number' && !isAmount) {
      refuse(`limits.${name}`, 'must be a number above 0, or Infinity for no limit')
    }
  }
  return limits
}

/** Two for the same time would be one counter with two limits. */
const areApart = (limits: readonly { windowMs: number }[]): boolean =>
  new Set(limits.map(({ windowMs }) => windowMs)).size === limits.length

function isLimit(value: unknown): value is Limit {
  const { max, windowMs } = Object(value) as { max?: unknown; windowMs?: unknown }
  return (
    Number.isInteger(max) && Number(max) > 0 && Number.isInteger(windowMs) && Number(windowMs) > 0
  )
}

function checkStart(
  { codeLength, workflowId, language, senderId }: Settings,
  profile: ServiceProfile,
): void {
  const { codeLengths, languages, name } = profile
  if (!codeLengths.includes(codeLength)) {
    refuse('codeLength', `must be ${codeLengths.join(' or ')} for ${name}`)
  }
  const workflows = workflowIdsOf(profile)
  if (workflowId !== undefined && !workflows.includes(workflowId)) {
    refuse('workflowId', `must be one of ${workflows.join(', ')} for ${name}`)
  }
  if (typeof language === 'string' && !languages.includes(language.toLowerCase())) {
    refuse('language', `must be one of ${languages.join(', ')} for ${name}, or a function`)
  }
  if (senderId !== undefined && !isText(senderId))
    refuse('senderId', 'must be a text that is not empty')
}

function checkChoices(settings: Settings, options: VerifyServerOptions): void {
  const { purpose, basePath, verifiedForMs, busyElsewhere, botCheckWhen } = settings
  if (!isText(purpose)) refuse('purpose', 'must be a text that is not empty')
  if (basePath !== '' && !/^\/[\w\-./~]*$/.test(basePath)) {
    refuse('basePath', 'must be a path such as "/api/v2"')
  }
  if (!(verifiedForMs > 0)) refuse('verifiedForMs', 'must be a number of milliseconds above 0')
  if (!['conflict', 'pretend'].includes(busyElsewhere)) {
    refuse('busyElsewhere', 'must be "conflict" or "pretend"')
  }
  if (!['always', 'suspicious'].includes(botCheckWhen)) {
    refuse('botCheckWhen', 'must be "always" or "suspicious"')
  }
  if (options.botCheckWhen !== undefined && options.botCheck === undefined) {
    refuse('botCheckWhen', 'says when botCheck is called, and there is no botCheck')
  }
  for (const name of ['session', 'address', 'botCheck', 'onVerified', 'onEvent'] as const) {
    if (options[name] !== undefined && isNoFunction(options[name]))
      refuse(name, 'must be a function')
  }
  checkClock(options.clock)
}

function checkClock(clock: Clock | undefined): void {
  if (clock !== undefined && !hasFunction(clock, 'now')) refuse('clock', 'must be a Clock')
}

const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const hasFunction = (value: object, name: string): boolean =>
  typeof (value as Record<string, unknown>)[name] === 'function'
const isNoFunction = (value: unknown): boolean => typeof value !== 'function'

/** The value is not shown: it may be a secret. */
function refuse(option: string, rule: string): never {
  throw new TypeError(
    `[phoneproof] createVerifyServer() cannot use the option ${option}. ` +
      `The server was not made, because it would not be safe or not work. ${option} ${rule}.`,
  )
}
