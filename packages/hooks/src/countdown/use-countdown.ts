'use client'
import { useMemo, useSyncExternalStore } from 'react'
import { usePhoneproof } from '../phoneproof-context.ts'
import { createCountdown } from './countdown.ts'

/**
 * Whole seconds until `deadline` (milliseconds since the epoch), rounded up, 0 once it has
 * passed. Renders at most once a second, and not at all while the page is hidden.
 */
export function useCountdown(deadline: number): number {
  const { clock } = usePhoneproof()
  const countdown = useMemo(() => createCountdown(clock, deadline), [clock, deadline])
  return useSyncExternalStore(countdown.subscribe, countdown.getSnapshot, countdown.getSnapshot)
}
