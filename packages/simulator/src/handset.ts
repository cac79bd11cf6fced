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
  /** The words of the text, or what the voice says. */
  readonly text: string
  /** A text is `received`; a call rings, and is accepted or declined or missed, then ended. */
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

type Arrival = Omit<HandsetMessage, 'id' | 'at' | 'state'>

export interface HandsetControl extends Handset {
  deliver(arrival: Arrival): void
  /** The verification is over: what still rings for it stops. */
  hangUp(verifyId: string): void
  clear(): void
}

export function createHandset(clock: Clock): HandsetControl {
  const messages = createObservable<readonly HandsetMessage[]>([])
  let count = 0

  function become(id: string, from: HandsetMessage['state'][], to: HandsetMessage['state']): void {
    const isThere = messages.getSnapshot().some((m) => m.id === id && from.includes(m.state))
    if (!isThere) return
    messages.update((all) => all.map((m) => (m.id === id ? { ...m, state: to } : m)))
  }

  return {
    getSnapshot: messages.getSnapshot,
    subscribe: messages.subscribe,
    deliver(arrival) {
      count += 1
      const id = `m${count}`
      const state = arrival.channel === 'voice' ? 'ringing' : 'received'
      messages.update((all) => [...all, { ...arrival, id, at: clock.now(), state }])
      if (state === 'ringing') clock.setTimeout(() => become(id, ['ringing'], 'missed'), ringMs)
    },
    hangUp(verifyId) {
      for (const message of messages.getSnapshot()) {
        if (message.verifyId === verifyId) become(message.id, ['ringing'], 'missed')
      }
    },
    accept: (id) => become(id, ['ringing'], 'accepted'),
    decline(id) {
      become(id, ['ringing'], 'declined')
      become(id, ['accepted'], 'ended')
    },
    clear: () => messages.update(() => []),
  }
}
