'use client'
import { useContext } from 'react'
import { MessagesContext } from './messages-context.ts'
import { usePhoneproof } from '../provider/phoneproof-context.ts'

/**
 * The language of the words, as a BCP 47 tag for `lang`: the provider's, which says it of the words
 * it was given. English ones are English whatever the country names are written in.
 */
export function useMessagesLanguage(): string | undefined {
  const { locale } = usePhoneproof()
  const isEnglish = useContext(MessagesContext) === undefined
  return isEnglish && locale !== undefined && !/^en\b/i.test(locale) ? 'en' : locale
}
