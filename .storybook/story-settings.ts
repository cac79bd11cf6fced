import { createContext, useContext, type Context } from 'react'
import { localeFor, type StoryLocale } from './locales.ts'

/** What the toolbars say to stories that can follow them. */
export interface StorySettings extends Pick<StoryLocale, 'messages'> {
  /** BCP 47. */
  locale: string
  /** Seconds by which the clock of the story has gone on. */
  seconds: number
}

export const StorySettingsContext: Context<StorySettings> = createContext<StorySettings>({
  locale: 'en',
  messages: localeFor('en').messages,
  seconds: 0,
})

export const useStorySettings = (): StorySettings => useContext(StorySettingsContext)
