import type { Clock, ServiceProfile } from '@phoneproof/client'
import { safely } from '../../lib/safely.ts'
import type { Channel, Environment } from '../../lib/browser-environment.ts'
import { id, isOf, membersOf, readVerification } from './read-value.ts'
import type { Verification } from '../machine/deadlines.ts'
import type { FlowAction, UndatedAction } from '../machine/flow-action.ts'
import { verificationOf, type FlowState } from '../machine/flow-state.ts'

/** What tabs of one flow tell each other. It holds no code. */
type TabMessage =
  | { type: 'started' | 'verified' | 'here'; verification: Verification }
  | { type: 'cancelled'; verifyId: string }
  | { type: 'replaced'; verifyId: string; verification: Verification }
  | { type: 'who-has'; phone: string }

interface TabsOptions {
  clock: Clock
  environment: Environment
  /** Tabs of one id share a flow. */
  flowId: string
  service: () => ServiceProfile
  state: () => FlowState
  send: (event: UndatedAction) => void
}

/** The same flow in other tabs. What happens in one is known in all. */
export interface Tabs {
  /** From now on, until the returned call. */
  join(): () => void
  /** Asks whether another tab runs a verification of this number. Waits for 250 ms at most. */
  readonly ask: (phone: string) => Promise<Verification | undefined> | undefined
  /** Tells the others what has just happened here. */
  notify(before: FlowState, after: FlowState, event: FlowAction): void
}

const answerWithinMs = 250

export function createTabs({
  clock,
  environment,
  flowId,
  service,
  state,
  send,
}: TabsOptions): Tabs {
  const name = `phoneproof:${flowId}`
  let channel: Channel | undefined
  /** The id that the start on its way will replace. */
  let replaced: string | undefined
  const waiting = new Map<string, (verification: Verification) => void>()

  const post = (message: TabMessage): void => {
    const dated: TabMessage & { now: number } = { ...message, now: clock.now() }
    // Also when the flow is not mounted: the others still want to know.
    const open = channel ?? environment.openChannel(name)
    safely(() => open?.postMessage(dated))
    if (open !== channel) safely(() => open?.close())
  }

  /** Another version of the page may have sent something else. */
  function receive({ data }: { data: unknown }): void {
    const message = membersOf(data)
    const { type, now } = message
    if (!Number.isFinite(now)) return
    if (type === 'who-has') return answer(message['phone'])
    const verifyId = safely(() => id(message['verifyId'], 0)) ?? ''
    const isNamed = verifyId !== ''
    if (type === 'cancelled' && isNamed) return send({ type: 'TAB_CANCELLED', verifyId })
    const theirs = safely(() => readVerification(message['verification'], Number(now)))
    const verification = theirs && byOurClock(theirs, Number(now), clock.now())
    if (!verification || !isOf(service(), verification)) return
    if (type === 'here') waiting.get(verification.phone)?.(verification)
    if (type === 'started') send({ type: 'TAB_STARTED', verification })
    if (type === 'verified') send({ type: 'TAB_VERIFIED', verification })
    if (type === 'replaced' && isNamed) send({ type: 'TAB_REPLACED', verifyId, verification })
  }

  function answer(phone: unknown): void {
    const verification = state().step.name === 'verified' ? undefined : verificationOf(state())
    if (verification && verification.phone === phone) post({ type: 'here', verification })
  }

  return {
    join() {
      const joined = environment.openChannel(name)
      if (joined) joined.onmessage = receive
      channel = joined
      return () => {
        safely(() => joined?.close())
        channel = undefined
      }
    },
    ask: (phone) =>
      channel &&
      new Promise((resolve) => {
        const settle = (verification: Verification | undefined): void => {
          clock.clearTimeout(timer)
          waiting.delete(phone)
          resolve(verification)
        }
        const timer = clock.setTimeout(() => settle(undefined), answerWithinMs)
        waiting.set(phone, settle)
        post({ type: 'who-has', phone })
      }),
    notify(before, { step }, event) {
      const old = verificationOf(before)
      if (event.type === 'CHECK_OK' && step.name === 'verified') {
        post({ type: 'verified', verification: step.verification })
      } else if (event.type === 'CANCEL_OK') {
        post({ type: 'cancelled', verifyId: event.verifyId })
      } else if (event.type === 'START_OK' && step.name === 'entering') {
        const { verification } = step
        if (replaced === undefined) post({ type: 'started', verification })
        else post({ type: 'replaced', verifyId: replaced, verification })
      }
      if (old && step.name === 'starting') replaced = old.verifyId
      else if (step.name !== 'starting' && step.name !== 'startUncertain') replaced = undefined
    },
  }
}

/**
 * The clock of a page never runs back. A page that was loaded before the wall clock was set back is
 * ahead of one that was loaded afterwards. If our clock is ahead, the message may just have been slow.
 */
function byOurClock(theirs: Verification, theirNow: number, now: number): Verification {
  const aheadMs = Math.max(0, theirNow - now)
  const { earliestStart, latestStart } = theirs
  return {
    ...theirs,
    earliestStart: earliestStart - aheadMs,
    latestStart: latestStart - aheadMs,
  }
}
