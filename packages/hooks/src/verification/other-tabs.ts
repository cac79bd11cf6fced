import type { Clock } from '@phoneproof/client'
import { isVerification } from './flow-record.state.ts'
import type { Channel } from './page.ts'
import type { Verification } from './timeline.state.ts'

/** What tabs of one flow tell each other. No code among it. */
type TabMessage =
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
  onMessage: (message: Extract<TabMessage, { type: 'verified' | 'cancelled' | 'replaced' }>) => void
}

const answerWithinMs = 250

export function joinOtherTabs({ clock, channel, current, onMessage }: OtherTabsOptions): OtherTabs {
  const waiting = new Map<string, (verification: Verification) => void>()
  channel.onmessage = ({ data }) => {
    const message = readMessage(data)
    if (message?.type === 'who-has') {
      const verification = current()
      if (verification && hash(verification.phone) === message.phoneHash) {
        channel.postMessage({ type: 'here', verification } satisfies TabMessage)
      }
    } else if (message?.type === 'here') {
      waiting.get(hash(message.verification.phone))?.(message.verification)
    } else if (message) onMessage(message)
  }
  return {
    post: (message) => channel.postMessage(message),
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
        channel.postMessage({ type: 'who-has', phoneHash } satisfies TabMessage)
      }),
    close: () => channel.close(),
  }
}

function readMessage(data: unknown): TabMessage | undefined {
  if (typeof data !== 'object' || data === null || !('type' in data)) return undefined
  const { type, verification, verifyId, phoneHash } = data as Record<string, unknown>
  if (type === 'verified' || type === 'here') {
    return isVerification(verification) ? { type, verification } : undefined
  }
  if (type === 'cancelled') return typeof verifyId === 'string' ? { type, verifyId } : undefined
  if (type === 'who-has') return typeof phoneHash === 'string' ? { type, phoneHash } : undefined
  if (type !== 'replaced' || typeof verifyId !== 'string') return undefined
  return isVerification(verification) ? { type, verifyId, verification } : undefined
}

/** FNV-1a. Tabs share an origin; this only keeps the number out of channel inspectors. */
function hash(text: string): string {
  let value = 0x811c9dc5
  for (const character of text) {
    value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  return (value >>> 0).toString(16)
}
