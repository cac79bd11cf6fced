import type { Clock } from '@phoneproof/client'
import { isVerification } from './flow-record.state.ts'
import type { Channel } from './page.ts'
import type { Verification } from './timeline.state.ts'

/** What tabs of one flow tell each other. No code among it. */
type TabMessage =
  | { type: 'started'; verification: Verification }
  | { type: 'verified'; verification: Verification }
  | { type: 'cancelled'; verifyId: string }
  | { type: 'replaced'; verifyId: string; verification: Verification }
  | { type: 'who-has'; phoneHash: string }
  | { type: 'here'; verification: Verification }

export interface OtherTabs {
  post(message: TabMessage): void
  /** Asks whether another tab runs a verification of this number; 250 ms at most. */
  ask(phone: string): Promise<Verification | undefined>
  close(): void
}

interface OtherTabsOptions {
  clock: Clock
  channel: Channel
  /** What this tab runs, for tabs that ask. */
  current: () => Verification | undefined
  onMessage: (message: Exclude<TabMessage, { type: 'who-has' | 'here' }>) => void
}

const answerWithinMs = 250

export function joinOtherTabs({ clock, channel, current, onMessage }: OtherTabsOptions): OtherTabs {
  const waiting = new Map<string, (verification: Verification) => void>()
  const post = (message: TabMessage): void =>
    channel.postMessage({ ...message, now: clock.now() } satisfies TabMessage & { now: number })
  channel.onmessage = ({ data }) => {
    const message = readMessage(data, clock.now())
    if (message?.type === 'who-has') {
      const verification = current()
      if (verification && hash(verification.phone) === message.phoneHash) {
        post({ type: 'here', verification })
      }
    } else if (message?.type === 'here') {
      waiting.get(hash(message.verification.phone))?.(message.verification)
    } else if (message) onMessage(message)
  }
  return {
    post,
    ask: (phone) =>
      new Promise((resolve) => {
        const phoneHash = hash(phone)
        const settle = (verification: Verification | undefined): void => {
          clock.clearTimeout(timer)
          waiting.delete(phoneHash)
          resolve(verification)
        }
        const timer = clock.setTimeout(() => settle(undefined), answerWithinMs)
        waiting.set(phoneHash, settle)
        post({ type: 'who-has', phoneHash })
      }),
    close: () => channel.close(),
  }
}

function readMessage(data: unknown, now: number): TabMessage | undefined {
  const {
    type,
    verification: theirs,
    verifyId,
    phoneHash,
    now: theirNow,
  } = Object(data) as Record<string, unknown>
  if (typeof theirNow !== 'number') return undefined
  const verification = isVerification(theirs) ? byOurClock(theirs, theirNow, now) : undefined
  if (type === 'started' || type === 'verified' || type === 'here') {
    return verification && { type, verification }
  }
  if (type === 'cancelled') return typeof verifyId === 'string' ? { type, verifyId } : undefined
  if (type === 'who-has') return typeof phoneHash === 'string' ? { type, phoneHash } : undefined
  if (type !== 'replaced' || typeof verifyId !== 'string') return undefined
  return verification && { type, verifyId, verification }
}

/**
 * A page keeps the time it was loaded with, so one that was loaded before the wall clock was set
 * back is ahead. Where ours is ahead, the message was slow, or we cannot know.
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

/** FNV-1a. Tabs share an origin; this only keeps the number out of channel inspectors. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return (value >>> 0).toString(16)
}
