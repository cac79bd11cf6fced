import type { Action, VerificationState } from './verification.state.ts'

const withoutHeaderMs = [5_000, 10_000, 20_000, 40_000, 60_000]

/** What a 429 leads to: only the action that got it waits, as long as the service said. */
export function cooldownFor(
  state: VerificationState,
  action: Action,
  retryAt: number | undefined,
  at: number,
): { cooldowns: VerificationState['cooldowns']; busy: number; retryAt: number } {
  const until = retryAt ?? at + (withoutHeaderMs[state.busy] ?? 60_000)
  return {
    cooldowns: { ...state.cooldowns, [action]: until },
    busy: retryAt === undefined ? state.busy + 1 : state.busy,
    retryAt: until,
  }
}
