import { isBrand, textMagic, workflowIdsOf, type ServiceProfile } from '@phoneproof/client'
import { isSupportedCountry, type NumberType } from 'libphonenumber-js/max'
import type { VerifyServerOptions } from './options.ts'
import { hasFunctions, isText, refuseOption as refuse } from './refuse-option.ts'

/** Throws for options with which a server would not be safe, or not work. */
export function checkOptions(options: VerifyServerOptions): void {
  if (typeof options !== 'object' || options === null) refuse('options', 'must be an object')
  checkSecret(options.secret)
  checkOrigins(options.origins)
  checkNumbers(options)
  const profile = checkService(options)
  checkStart(options, profile)
  checkRest(options)
}

function checkSecret(secret: unknown): void {
  const all: unknown[] = Array.isArray(secret) ? secret : [secret]
  const isLong = (each: unknown): boolean =>
    typeof each === 'string' && new TextEncoder().encode(each).length >= 32
  if (all.length > 0 && all.every(isLong)) return
  const rule = 'must be a text of 32 bytes or more, or a list of such'
  refuse('secret', `${rule}. \`openssl rand -base64 32\` makes one`)
}

function checkOrigins(origins: unknown): void {
  const isOrigin = (each: unknown): boolean =>
    typeof each === 'string' && URL.canParse(each) && new URL(each).origin === each
  if (Array.isArray(origins) && origins.length > 0 && origins.every(isOrigin)) return
  refuse('origins', 'must be a list of origins without a path, such as "https://app.example"')
}

const numberTypeNames: readonly NumberType[] = [
  ...(['MOBILE', 'FIXED_LINE', 'FIXED_LINE_OR_MOBILE', 'VOIP', 'TOLL_FREE'] as const),
  ...(['PREMIUM_RATE', 'SHARED_COST', 'PERSONAL_NUMBER', 'PAGER', 'UAN', 'VOICEMAIL'] as const),
]

function checkNumbers({ countries, numberTypes }: VerifyServerOptions): void {
  const isCountry = (each: unknown): boolean => typeof each === 'string' && isSupportedCountry(each)
  if (countries !== 'any' && !isFilled(countries, isCountry)) {
    refuse('countries', 'must be a list of two-letter countries such as ["GB", "IE"], or "any"')
  }
  const isType = (each: unknown): boolean => numberTypeNames.some((name) => name === each)
  if (numberTypes !== undefined && !isFilled(numberTypes, isType)) {
    refuse('numberTypes', `must be a list of ${numberTypeNames.join(', ')}`)
  }
}

const isFilled = (list: unknown, isFine: (each: unknown) => boolean): boolean =>
  Array.isArray(list) && list.length > 0 && list.every(isFine)

function checkService({ service, credentials }: VerifyServerOptions): ServiceProfile {
  if ((service === undefined) === (credentials === undefined)) {
    refuse('service', 'or credentials must be given, and not both')
  }
  if (credentials !== undefined && 'document' in globalThis) {
    refuse(
      'credentials',
      'must never be in a page, where everybody can read them and send messages on your bill. ' +
        'Call createVerifyServer() on your server, and let the page send its requests there',
    )
  }
  if (credentials !== undefined && !(isText(credentials.username) && isText(credentials.key))) {
    refuse('credentials', 'must have the username and the key of the account, both not empty')
  }
  if (service !== undefined && !hasFunctions(service, 'start', 'check', 'cancel')) {
    refuse('service', 'must be a VerifyClient: start, check and cancel')
  }
  return service?.service ?? textMagic
}

function checkStart(
  { brand, codeLength, workflowId, language, senderId }: VerifyServerOptions,
  profile: ServiceProfile,
): void {
  const { codeLengths, languages, name } = profile
  if (!isBrand(brand, profile)) refuse('brand', `must be ${profile.brand.words} for ${name}`)
  if (codeLength !== undefined && !codeLengths.includes(codeLength)) {
    refuse('codeLength', `must be the number ${codeLengths.join(' or ')} for ${name}`)
  }
  const workflows = workflowIdsOf(profile)
  if (workflowId !== undefined && !workflows.includes(workflowId)) {
    refuse('workflowId', `must be one of ${workflows.join(', ')} for ${name}`)
  }
  const isLanguage = typeof language === 'string' && languages.includes(language.toLowerCase())
  if (language !== undefined && typeof language !== 'function' && !isLanguage) {
    refuse('language', `must be one of ${languages.join(', ')} for ${name}, or a function`)
  }
  if (senderId !== undefined && !isText(senderId)) {
    refuse('senderId', 'must be a text that is not empty')
  }
}

function checkRest(options: VerifyServerOptions): void {
  const { purpose, basePath, verifiedForMs, crossOrigin, clock, store } = options
  if (purpose !== undefined && !isText(purpose)) {
    refuse('purpose', 'must be a text that is not empty')
  }
  if (basePath !== undefined && !/^(?:\/[\w\-./~]*)?$/.test(basePath)) {
    refuse('basePath', 'must be a path such as "/api/v2"')
  }
  const isDuration = typeof verifiedForMs === 'number' && verifiedForMs > 0
  if (verifiedForMs !== undefined && !isDuration) {
    refuse('verifiedForMs', 'must be a number of milliseconds above 0')
  }
  if (crossOrigin !== undefined && typeof crossOrigin !== 'boolean') {
    refuse('crossOrigin', 'must be true or false')
  }
  checkChoice(options, 'busyElsewhere', ['conflict', 'pretend'])
  checkChoice(options, 'botCheckWhen', ['always', 'suspicious'])
  if (options.botCheckWhen !== undefined && options.botCheck === undefined) {
    refuse('botCheckWhen', 'says when botCheck is called, and there is no botCheck')
  }
  for (const name of ['session', 'address', 'botCheck', 'onVerified', 'onEvent'] as const) {
    const isGiven = options[name] !== undefined
    if (isGiven && !hasFunctions(options, name)) refuse(name, 'must be a function')
  }
  if (clock !== undefined && !hasFunctions(clock, 'now', 'setTimeout', 'clearTimeout')) {
    refuse('clock', 'must be a Clock')
  }
  if (store !== undefined && !hasFunctions(store, 'read', 'commit', 'claimDue', 'close')) {
    refuse('store', 'must be a Store such as memoryStore(), sqliteStore() or redisStore()')
  }
}

function checkChoice(
  options: VerifyServerOptions,
  name: 'busyElsewhere' | 'botCheckWhen',
  choices: readonly string[],
): void {
  const given = options[name]
  if (given === undefined || choices.includes(given)) return
  refuse(name, `must be ${choices.map((each) => `"${each}"`).join(' or ')}`)
}
