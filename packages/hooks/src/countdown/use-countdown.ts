'use client'
import { useMemo, useSyncExternalStore } from 'react'
import { usePhoneproof } from '../provider/phoneproof-context.ts'
import { createCountdown, type CountdownUnit } from './countdown.ts'

/**
 * Whole seconds until `deadline` (milliseconds since the epoch), rounded up, 0 once it has
 * passed. Renders at most once a second, and not at all while the page is hidden. By the minute it
 * is whole minutes in seconds: 300, 240 … 60, 0. On the server, and while hydrating, it is 0: what a
 * server renders may be kept, and its clock is not that of the page.
 */
export function useCountdown(deadline: number, unit: CountdownUnit = 'second'): number {
  const { clock } = usePhoneproof()
  const countdown = useMemo(() => createCountdown(clock, deadline, unit), [clock, deadline, unit])
  return useSyncExternalStore(countdown.subscribe, countdown.getSnapshot, none)
}

const none = (): number => 0
