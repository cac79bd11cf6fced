// What the Verify API sends and receives, nothing else. Section numbers: verify-api.md.

/** How long a code can be (section 3). */
export const codeLengths = [4, 6] as const
export type CodeLength = (typeof codeLengths)[number]

/** The 24 locales of texts and calls (section 3). */
export const languages = [
  'de-de',
  'en-au',
  'en-gb',
  'en-us',
  'en-in',
  'es-es',
  'es-mx',
  'es-us',
  'fr-ca',
  'fr-fr',
  'is-is',
  'it-it',
  'ja-jp',
  'ko-kr',
  'nl-nl',
  'pl-pl',
  'pt-pt',
  'pt-br',
  'ro-ro',
  'ru-ru',
  'sv-se',
  'tr-tr',
  'zh-cn',
  'zh-tw',
] as const
export type Language = (typeof languages)[number]

/** Body of `POST /verify` (section 3). */
export interface StartBody {
  phone: string
  brand: string
  codeLength: CodeLength
  language?: Language
  senderId?: string
  country?: string
  workflowId?: string
}

/** Answer of `POST /verify`, status 200 (section 3). */
export interface StartReply {
  verifyId: string
  /** Credit deducted from the account when the verification completes. */
  price: number
}

/** Body of `PUT /verify` (section 4). The code is a string: a number would lose its zeros. */
export interface CheckBody {
  code: string
  verifyId: string
}

/** Every failure, as far as it has a body at all (section 6). */
export interface ErrorReply {
  code: number
  message: string
  errors?: { common?: string[]; fields?: Record<string, string[]> | [] } | null
}
