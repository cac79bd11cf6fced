import type { Messages } from '@phoneproof/react'

/**
 * The locales of the kit, each loaded when it is chosen. They are named as its files are, by BCP 47
 * tags. The kit has English built in.
 */
const loaders = {
  en: async () => undefined,
  'en-us': async () => (await import('@phoneproof/react/locales/en-us')).enUs,
  ar: async () => (await import('@phoneproof/react/locales/ar')).ar,
  de: async () => (await import('@phoneproof/react/locales/de')).de,
  es: async () => (await import('@phoneproof/react/locales/es')).es,
  'es-mx': async () => (await import('@phoneproof/react/locales/es-mx')).esMx,
  fr: async () => (await import('@phoneproof/react/locales/fr')).fr,
  'fr-ca': async () => (await import('@phoneproof/react/locales/fr-ca')).frCa,
  he: async () => (await import('@phoneproof/react/locales/he')).he,
  is: async () => (await import('@phoneproof/react/locales/is')).is,
  it: async () => (await import('@phoneproof/react/locales/it')).it,
  ja: async () => (await import('@phoneproof/react/locales/ja')).ja,
  ko: async () => (await import('@phoneproof/react/locales/ko')).ko,
  nl: async () => (await import('@phoneproof/react/locales/nl')).nl,
  pl: async () => (await import('@phoneproof/react/locales/pl')).pl,
  pt: async () => (await import('@phoneproof/react/locales/pt')).pt,
  'pt-br': async () => (await import('@phoneproof/react/locales/pt-br')).ptBr,
  ro: async () => (await import('@phoneproof/react/locales/ro')).ro,
  ru: async () => (await import('@phoneproof/react/locales/ru')).ru,
  sv: async () => (await import('@phoneproof/react/locales/sv')).sv,
  tr: async () => (await import('@phoneproof/react/locales/tr')).tr,
  'zh-cn': async () => (await import('@phoneproof/react/locales/zh-cn')).zhCn,
  'zh-tw': async () => (await import('@phoneproof/react/locales/zh-tw')).zhTw,
} as const satisfies Record<string, () => Promise<Messages | undefined>>

export type Locale = keyof typeof loaders

// SAFETY: the keys of the object above.
export const locales: readonly Locale[] = Object.keys(loaders) as Locale[]

/** The messages of a language. Undefined for English, which needs none. */
export const loadMessages = (locale: Locale): Promise<Messages | undefined> => loaders[locale]()

/** What a locale module of the kit exports: `pt-br` is `ptBr`. */
export const exportNameOf = (locale: Locale): string =>
  locale.replace(/-./, (text) => text.slice(1).toUpperCase())

const writtenFromTheRight = /^(?:ar|he)\b/

export const directionOfLocale = (locale: string): 'ltr' | 'rtl' =>
  writtenFromTheRight.test(locale) ? 'rtl' : 'ltr'
