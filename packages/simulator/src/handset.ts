import type { Channel, Clock, Language, TimerHandle } from '@phoneproof/client'
import { createObservableList, type Observable } from './observable.ts'

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
  /** When a call that rings or is listened to ends by itself, in milliseconds since the epoch. */
  readonly endsAt: number | undefined
}

/** The simulated phones, the newest messages of all in one list, oldest first. */
export interface Handset extends Observable<readonly HandsetMessage[]> {
  /** Answers a ringing call. The voice hangs up when it has said the code twice. */
  accept(id: string): void
  /** Declines a ringing call, or hangs up an accepted one. */
  decline(id: string): void
}

/** How long a call rings unanswered, and how long the voice talks, in milliseconds. */
const ringMs = 25_000
const talkMs = 20_000

/** A sandbox may run for weeks, and a browser's storage is small. */
const mostKept = 1_000

export interface HandsetControl extends Handset {
  deliver(arrival: Omit<HandsetMessage, 'id' | 'state' | 'endsAt'>): void
  /** The verification is over: what still rings for it stops. */
  hangUp(verifyId: string): void
  restore(messages: readonly HandsetMessage[]): void
  clear(): void
}

export function createHandset(clock: Clock): HandsetControl {
  const byId = new Map<string, HandsetMessage>()
  /** The call that a verification has on the line. There is one at most: they are a minute apart. */
  const onTheLine = new Map<string, { id: string; timer: TimerHandle }>()
  const { getSnapshot, subscribe, changed } = createObservableList(() => byId.values())

  function put(message: HandsetMessage): void {
    byId.set(message.id, message)
    const [oldest = message.id] = byId.keys()
    if (byId.size > mostKept) byId.delete(oldest)
  }

  function offTheLine(verifyId: string): void {
    clock.clearTimeout(onTheLine.get(verifyId)?.timer)
    onTheLine.delete(verifyId)
  }

  /** Ends a call when its time comes, which may be past already. */
  function end(message: HandsetMessage): void {
    const { id, verifyId, state, endsAt } = message
    if (endsAt === undefined) return
    const over = state === 'ringing' ? 'missed' : 'ended'
    const leftMs = endsAt - clock.now()
    if (leftMs <= 0) put({ ...message, state: over, endsAt: undefined })
    else {
      const timer = clock.setTimeout(() => become(id, state, over), leftMs)
      onTheLine.set(verifyId, { id, timer })
    }
  }

  function become(
    id: string,
    from: HandsetMessage['state'],
    to: HandsetMessage['state'],
    endsAt?: number,
  ): void {
    const message = byId.get(id)
    if (message?.state !== from) return
    offTheLine(message.verifyId)
    const changedMessage = { ...message, state: to, endsAt }
    put(changedMessage)
    end(changedMessage)
    changed()
  }

  function clear(): void {
    for (const verifyId of onTheLine.keys()) offTheLine(verifyId)
    byId.clear()
  }

  return {
    getSnapshot,
    subscribe,
    deliver(arrival) {
      const { verifyId, channel, at } = arrival
      const isCall = channel === 'voice'
      const message: HandsetMessage = {
        ...arrival,
        id: `${verifyId}-${at}`,
        state: isCall ? 'ringing' : 'received',
        endsAt: isCall ? at + ringMs : undefined,
      }
      put(message)
      end(message)
      changed()
    },
    hangUp(verifyId) {
      const call = onTheLine.get(verifyId)
      if (call) become(call.id, 'ringing', 'missed')
    },
    accept: (id) => become(id, 'ringing', 'accepted', clock.now() + talkMs),
    decline(id) {
      become(id, 'accepted', 'ended')
      become(id, 'ringing', 'declined')
    },
    restore(messages) {
      clear()
      for (const message of messages) {
        put(message)
        end(message)
      }
      changed()
    },
    clear() {
      clear()
      changed()
    },
  }
}
