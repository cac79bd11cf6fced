import type { CountryCode } from 'libphonenumber-js'
import type { VerifyEvent } from '../events.ts'
import type { Parts } from './parts.ts'

/** Whom an event is about. */
interface Who {
  phone: string
  country?: CountryCode | undefined
  session?: { id: string } | undefined
}

/** Tells numbers and sessions apart in events, by HMACs of which nobody else can make any. */
export function about(
  { phone, country, session }: Who,
  { secrets }: Pick<Parts, 'secrets'>,
): VerifyEvent['attributes'] {
  const tag = (text: string): string => secrets.tag(`event\n${text}`).slice(0, 12)
  return {
    number: tag(phone),
    ...(session && { session: tag(session.id) }),
    ...(country && { country }),
  }
}
