'use client'
import { useMemo, useSyncExternalStore } from 'react'
import { usePhoneproof } from '../provider/phoneproof-context.ts'
import { createCountdown, type CountdownUnit } from './countdown.ts'

/**
 * Whole seconds until `deadline` (milliseconds since the epoch), rounded up, and 0 once it has passed. It
 * renders at most once a second, and not while the page is hidden. By the minute it returns whole minutes
 * in seconds: 300, 240 … 60, 0. On the server, and during hydration, it is 0: a server's page may be kept,
 * and its clock is not that of the browser.
 */
export function useCountdown(deadline: number, unit: CountdownUnit = 'second'): number {
  const { clock } = usePhoneproof()
  const countdown = useMemo(() => createCountdown(clock, deadline, unit), [clock, deadline, unit])
  return useSyncExternalStore(countdown.subscribe, countdown.getSnapshot, none)
}

const none = (): number => 0
