import type { Language } from '@phoneproof/client'

/** The text message. The start is documented (verify-api.md section 9); nothing follows here. */
export const smsText = (_language: Language, brand: string, code: string): string =>
  `Your ${brand} PIN is ${code}`

/** What the call says: the code digit by digit, twice. */
export function voiceText(_language: Language, brand: string, code: string): string {
  const digits = code.split('').join(', ')
  return `Hello. Your ${brand} PIN is: ${digits}. Once more: ${digits}. Goodbye.`
}
