import { useSyncExternalStore } from 'react'

// Firefox without a speech engine, and some web views, have none.
const synthesis = (): SpeechSynthesis | undefined =>
  'speechSynthesis' in window ? window.speechSynthesis : undefined

/**
 * A voice for the language that speaks on this device. Others would send what they say to a server,
 * and nothing here leaves the page.
 */
export function chooseVoice(
  voices: readonly Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'voiceURI'>[],
  language: string,
): string | undefined {
  // Android writes en_GB.
  const tagOf = (lang: string): string => lang.replace('_', '-').toLowerCase()
  const wanted = tagOf(language)
  const here = voices.filter(({ localService }) => localService)
  const exact = here.find(({ lang }) => tagOf(lang) === wanted)
  // Written Chinese of one region is another tongue than that of the other.
  const isChinese = wanted.startsWith('zh')
  const near = here.find(({ lang }) => !isChinese && tagOf(lang).slice(0, 2) === wanted.slice(0, 2))
  return (exact ?? near)?.voiceURI
}

/** The address of a voice for the language; undefined where the device has none. */
export function useVoice(language: string | undefined): string | undefined {
  return useSyncExternalStore(watchVoices, () =>
    language === undefined ? undefined : chooseVoice(synthesis()?.getVoices() ?? [], language),
  )
}

/** They are loaded when they are first asked for, which takes a moment. */
function watchVoices(look: () => void): () => void {
  const engine = synthesis()
  engine?.addEventListener('voiceschanged', look)
  return () => engine?.removeEventListener('voiceschanged', look)
}

/** Says it until the end, or until the returned function is called. */
export function speak(text: string, voiceURI: string): () => void {
  const engine = synthesis()
  const voice = engine?.getVoices().find((each) => each.voiceURI === voiceURI)
  if (!engine || !voice) return () => {}
  const utterance = new SpeechSynthesisUtterance(text)
  utterance.voice = voice
  utterance.lang = voice.lang
  utterance.rate = 0.9
  engine.speak(utterance)
  return () => engine.cancel()
}
