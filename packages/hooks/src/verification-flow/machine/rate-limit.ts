import type { VerifyError } from '@phoneproof/client'
import type { LimitedAction, FlowState } from './flow-state.ts'

const withoutHeaderMs = [5_000, 10_000, 20_000, 40_000, 60_000]
/** Thirty days. Nobody waits for longer, and `Infinity` would never end. */
const longestMs = 2_592_000_000

/** True for a 429: the service is busy, or a limit of the team's own backend was reached. */
export const asksToWait = ({ kind }: VerifyError): boolean =>
  kind === 'rateLimited' || kind === 'limitReached'

/** After a 429 only the action that got it waits, for as long as the service said. */
export function waitAfterLimit(
  { notBefore, unsaidWaits }: FlowState,
  action: LimitedAction,
  retryAt: number | undefined,
  at: number,
): Pick<FlowState, 'notBefore' | 'unsaidWaits'> & { retryAt: number } {
  const times = unsaidWaits[action] ?? 0
  // A client of a team's own may have calculated with a header that was not there.
  const isSaid = retryAt !== undefined && !Number.isNaN(retryAt)
  const until = isSaid ? Math.min(retryAt, at + longestMs) : at + (withoutHeaderMs[times] ?? 60_000)
  return {
    notBefore: { ...notBefore, [action]: until },
    unsaidWaits: isSaid ? unsaidWaits : { ...unsaidWaits, [action]: times + 1 },
    retryAt: until,
  }
}

/** The waits that hold for any number and any code. */
export const ofAnyNumber = ({
  notBefore,
  unsaidWaits,
}: FlowState): Pick<FlowState, 'notBefore' | 'unsaidWaits'> => ({
  notBefore: { start: notBefore.start },
  unsaidWaits: { start: unsaidWaits.start },
})
