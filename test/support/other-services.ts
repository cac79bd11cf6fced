import type { ServiceProfile } from '@phoneproof/client'

// Services that are unlike TextMagic, to show that nothing is taken for granted but the profile.

/** Codes of 5 digits that are valid for ten minutes, no cancel window, two texts and no call. */
export const textsOnly: ServiceProfile = {
  name: 'Texts Only',
  codeValidForMs: 600_000,
  cancelAllowedAfterMs: 0,
  codeLengths: [5],
  defaultCodeLength: 5,
  languages: ['en-gb', 'fr-fr'],
  workflows: {
    1: [
      { atMs: 0, channel: 'sms' },
      { atMs: 180_000, channel: 'sms' },
    ],
  },
  defaultWorkflowId: 1,
  brand: { maxLength: 8, pattern: /^[\w&.-]+$/, words: '1 to 8 letters, digits, &, . and -' },
}

/** A brand that it takes, and TextMagic does not. */
export const textsOnlyBrand = 'A&B-Co.'

/** The same, with the second message on a channel that this kit does not know. */
export const withWhatsApp: ServiceProfile = {
  ...textsOnly,
  name: 'With WhatsApp',
  workflows: {
    1: [
      { atMs: 0, channel: 'sms' },
      { atMs: 120_000, channel: 'whatsapp' },
    ],
  },
}
