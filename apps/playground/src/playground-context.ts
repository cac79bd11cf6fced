import type { VerifyClient } from '@phoneproof/client'
import type { RunningClock, Simulator } from '@phoneproof/simulator'
import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Playback, PlaybackSnapshot } from './playback.ts'

/** One world for the whole page: what the kit talks to, and what moves its time. */
export interface Playground {
  client: VerifyClient
  clock: RunningClock
  simulator: Simulator
  playback: Playback
  /** How requests reach the simulation. */
  transport: 'service worker' | 'fetch'
}

export const PlaygroundContext = createContext<Playground | undefined>(undefined)

export function usePlayground(): Playground {
  const playground = useContext(PlaygroundContext)
  if (!playground) throw new Error('usePlayground() needs <PlaygroundContext> above it.')
  return playground
}

export function usePlayback(): PlaybackSnapshot {
  const { playback } = usePlayground()
  return useSyncExternalStore(playback.subscribe, playback.getSnapshot)
}
