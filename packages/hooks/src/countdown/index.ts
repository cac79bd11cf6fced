export { formatSeconds } from './countdown.ts'
export type { CountdownUnit } from './countdown.ts'
export { useCountdown } from './use-countdown.ts'
