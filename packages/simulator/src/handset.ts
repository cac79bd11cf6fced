import type { Channel, Clock, Language } from '@phoneproof/client'
import { createObservable, type Observable } from './observable.ts'

/** What arrived on a phone: a text, or a call that rings. */
export interface HandsetMessage {
  readonly id: string
  /** E.164. */
  readonly phone: string
  readonly verifyId: string
  readonly channel: Channel
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly language: Language
  /** The words of the text, or what the voice says, digit by digit. */
  readonly text: string
  /** A text is `received`; a call rings, and is accepted, declined or missed; then it has ended. */
  readonly state: 'received' | 'ringing' | 'accepted' | 'declined' | 'missed' | 'ended'
}

/** The simulated phones, all in one list, oldest first. */
export interface Handset extends Observable<readonly HandsetMessage[]> {
  /** Answers a ringing call. */
  accept(id: string): void
  /** Declines a ringing call, or hangs up an accepted one. */
  decline(id: string): void
}

/** How long a call rings unanswered, in milliseconds. */
export const ringMs = 25_000

export interface HandsetControl extends Handset {
  deliver(arrival: Omit<HandsetMessage, 'id' | 'state'>): void
  /** The verification is over: what still rings for it stops. */
  hangUp(verifyId: string): void
  restore(messages: readonly HandsetMessage[]): void
  clear(): void
}

export function createHandset(clock: Clock): HandsetControl {
  const messages = createObservable<readonly HandsetMessage[]>([])

  function become(id: string, from: HandsetMessage['state'], to: HandsetMessage['state']): void {
    const isThere = messages.getSnapshot().some((m) => m.id === id && m.state === from)
    if (!isThere) return
    messages.update((all) => all.map((m) => (m.id === id ? { ...m, state: to } : m)))
  }

  function stopRinging({ id, at }: HandsetMessage): void {
    const leftMs = at + ringMs - clock.now()
    if (leftMs <= 0) become(id, 'ringing', 'missed')
    else clock.setTimeout(() => become(id, 'ringing', 'missed'), leftMs)
  }

  return {
    getSnapshot: messages.getSnapshot,
    subscribe: messages.subscribe,
    deliver(arrival) {
      const { verifyId, channel, at } = arrival
      const state = channel === 'voice' ? 'ringing' : 'received'
      const message: HandsetMessage = { ...arrival, id: `${verifyId}-${at}`, state }
      messages.update((all) => [...all, message])
      if (state === 'ringing') stopRinging(message)
    },
    hangUp(verifyId) {
      for (const message of messages.getSnapshot()) {
        if (message.verifyId === verifyId) become(message.id, 'ringing', 'missed')
      }
    },
    accept: (id) => become(id, 'ringing', 'accepted'),
    decline(id) {
      become(id, 'accepted', 'ended')
      become(id, 'ringing', 'declined')
    },
    restore(stored) {
      messages.update(() => stored)
      for (const message of stored) if (message.state === 'ringing') stopRinging(message)
    },
    clear: () => messages.update(() => []),
  }
}
