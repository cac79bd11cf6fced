import { useEffect, useState } from 'react'
import { startRinging } from './ring-tone.ts'

/** What a phone can be heard through, from the moment a person wants it. */
export interface Sound {
  /** Undefined while it is off. */
  context: AudioContext | undefined
  /** Call it from a press: browsers play nothing before one. */
  toggle: () => void
}

/** It holds its breath while time stands still. */
export function useSound(isPaused: boolean): Sound {
  const [context, setContext] = useState<AudioContext>()
  useEffect(() => () => void context?.close(), [context])
  useEffect(() => {
    if (isPaused) void context?.suspend()
    else void context?.resume()
  }, [context, isPaused])
  return {
    context,
    toggle: () => setContext(context ? undefined : new AudioContext()),
  }
}

/** Rings as long as the component is there and sound is on. */
export function useRinging(context: AudioContext | undefined): void {
  useEffect(() => (context ? startRinging(context) : undefined), [context])
}
