export { createCountdown, formatSeconds, secondsLeft } from './countdown.ts'
export type { Countdown, CountdownUnit } from './countdown.ts'
export { useCountdown } from './use-countdown.ts'
