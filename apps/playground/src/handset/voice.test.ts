import { expect, it } from 'vitest'
import { chooseVoice } from './voice.ts'

const voice = (lang: string, localService = true) => ({ lang, localService, voiceURI: lang })

it('takes the voice of the language, however it is written', () => {
  expect(chooseVoice([voice('de-DE'), voice('en-US'), voice('en-GB')], 'en-gb')).toBe('en-GB')
  expect(chooseVoice([voice('en-US'), voice('en_GB')], 'en-gb')).toBe('en_GB')
})

it('takes another accent when there is no better one, and no other language', () => {
  expect(chooseVoice([voice('de-DE'), voice('en-US')], 'en-gb')).toBe('en-US')
  expect(chooseVoice([voice('de-DE')], 'en-gb')).toBeUndefined()
  expect(chooseVoice([voice('zh-TW')], 'zh-cn')).toBeUndefined()
})

it('takes none that speaks on a server', () => {
  expect(chooseVoice([voice('en-GB', false)], 'en-gb')).toBeUndefined()
})
