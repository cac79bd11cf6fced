import type { HandsetMessage } from '@phoneproof/simulator'
import { useEffect, useRef, useState } from 'react'
import { usePlayback } from '../playground-context.ts'
import { speak, useVoice } from './voice.ts'

export interface Speech {
  words: readonly string[]
  /** The word it is at. */
  at: number
  /** How long the call has lasted. */
  seconds: number
  /** Why nothing is heard; empty when something is. */
  note: string
}

/** What the voice of an accepted call says, and where in it time is; aloud while `isOn`. */
export function useSpeech(call: HandsetMessage, isOn: boolean): Speech {
  const { now, speed, isPaused } = usePlayback()
  const [from] = useState(now)
  const { endsAt = from, text, language } = call
  const words = text.split(/(?<=\s)/)
  const share = endsAt > from ? (now - from) / (endsAt - from) : 1
  const at = Math.floor(share * words.length)

  const voice = useVoice(language)
  const isSpeaking = isOn && speed === 1
  // Turned on in the middle, it says what is still to come.
  const rest = useRef('')
  useEffect(() => {
    rest.current = words.slice(at).join('')
  })
  useEffect(() => {
    const engine = window.speechSynthesis
    if (!isSpeaking || voice === undefined || !isPaused) return undefined
    engine.pause()
    return () => engine.resume()
  }, [isSpeaking, voice, isPaused])
  useEffect(
    () => (isSpeaking && voice !== undefined ? speak(rest.current, voice) : undefined),
    [isSpeaking, voice],
  )

  const seconds = Math.max(0, Math.floor((now - from) / 1000))
  return { words, at, seconds, note: noteOn({ isOn, hasVoice: voice !== undefined, speed }) }
}

interface Circumstances {
  isOn: boolean
  hasVoice: boolean
  speed: number
}

function noteOn({ isOn, hasVoice, speed }: Circumstances): string {
  if (!isOn) return 'Sound is off.'
  if (!hasVoice) return 'This device has no voice for this language.'
  return speed === 1 ? '' : 'The voice speaks at 1× only.'
}
