import type { Delivery, ServiceProfile } from './service-profile.ts'

const codeLengths = [4, 6] as const
/** The lengths of TextMagic's codes (verify-api.md 3). */
export type CodeLength = (typeof codeLengths)[number]

const languages = [
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
/** The languages of TextMagic's texts and calls (verify-api.md 3). */
export type Language = (typeof languages)[number]

/** The workflows of TextMagic (verify-api.md 7). */
export type WorkflowId = 1 | 2 | 3 | 4 | 5 | 6 | 7

/** A `ServiceProfile` with TextMagic's literal types. */
export interface TextMagicProfile extends ServiceProfile {
  readonly codeLengths: readonly CodeLength[]
  readonly defaultCodeLength: CodeLength
  readonly languages: readonly Language[]
  readonly workflows: Readonly<Record<WorkflowId, readonly Delivery[]>>
  readonly defaultWorkflowId: WorkflowId
}

const minutely = (...channels: ('sms' | 'voice')[]): readonly Delivery[] =>
  channels.map((channel, minute) => ({ atMs: minute * 60_000, channel }))

/** TextMagic Verify, as verify-api.md describes it. */
export const textMagic: TextMagicProfile = {
  name: 'TextMagic Verify',
  codeValidForMs: 300_000,
  cancelAllowedAfterMs: 30_000,
  codeLengths,
  // Ours: TextMagic itself has no default. Six digits are harder to guess than four.
  defaultCodeLength: 6,
  languages,
  workflows: {
    1: minutely('sms', 'voice', 'voice'),
    2: minutely('sms', 'sms', 'voice'),
    3: minutely('voice', 'voice'),
    4: minutely('sms', 'sms'),
    5: minutely('sms', 'voice'),
    6: minutely('sms'),
    7: minutely('voice'),
  },
  defaultWorkflowId: 1,
  brand: {
    maxLength: 18,
    // Letters and digits of any script, with spaces between them (verify-api.md 8, row 11).
    pattern: /^[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?: +[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*$/u,
    words: '1 to 18 letters, digits and inner spaces',
  },
}
