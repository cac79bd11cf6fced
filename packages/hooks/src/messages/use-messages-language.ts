'use client'
import { useContext } from 'react'
import { MessagesContext } from './messages-context.ts'
import { usePhoneproof } from '../provider/phoneproof-context.ts'

/**
 * The language of the messages, as a BCP 47 tag for `lang`. It is the provider's locale, unless the
 * messages are the English ones and only country names follow the locale.
 */
export function useMessagesLanguage(): string | undefined {
  const { locale } = usePhoneproof()
  const isEnglish = useContext(MessagesContext) === undefined
  return isEnglish && locale !== undefined && !/^en\b/i.test(locale) ? 'en' : locale
}
