import { deliveryKindOf, type Channel, type Clock, type TimerHandle } from '@phoneproof/client'
import { createObservableList, type Observable } from './observable.ts'

/** What arrived on a phone: a message, or a call that rings. */
export interface HandsetMessage {
  readonly id: string
  /** E.164. */
  readonly phone: string
  readonly verifyId: string
  /** `voice` is a call. Any other is a written message, also one that the kit does not know. */
  readonly channel: Channel
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly language: string
  /** The written message, or what the voice says, digit by digit. */
  readonly text: string
  /** A message is `received`. A call rings, is accepted, declined or missed, and then has ended. */
  readonly state: 'received' | 'ringing' | 'accepted' | 'declined' | 'missed' | 'ended'
  /** When a ringing or accepted call ends by itself, in milliseconds since the epoch. */
  readonly endsAt: number | undefined
}

/** All simulated phones. One list has the newest messages of all of them, oldest first. */
export interface Handset extends Observable<readonly HandsetMessage[]> {
  /** Answers a ringing call. The voice hangs up when it has said the code twice. */
  accept(id: string): void
  /** Declines a ringing call, or hangs up an accepted one. */
  decline(id: string): void
}

/** How long a call rings, and how long the voice talks, in milliseconds. */
const ringMs = 25_000
const talkMs = 20_000

/** A sandbox may run for weeks, and a browser's storage is small. */
const mostKept = 1_000

export interface HandsetControl extends Handset {
  deliver(arrival: Omit<HandsetMessage, 'id' | 'state' | 'endsAt'>): void
  /** Ends the calls that still ring for a verification, because it is over. */
  hangUp(verifyId: string): void
  restore(messages: readonly HandsetMessage[]): void
  clear(): void
}

export function createHandset(clock: Clock): HandsetControl {
  const byId = new Map<string, HandsetMessage>()
  /** Calls that ring or talk, with the timer that ends them: by verification, then by message. */
  const liveCalls = new Map<string, Map<string, TimerHandle>>()
  const { getSnapshot, subscribe, changed } = createObservableList(() => byId.values())

  function put(message: HandsetMessage): void {
    byId.set(message.id, message)
    const [oldest = message.id] = byId.keys()
    if (byId.size > mostKept) byId.delete(oldest)
  }

  function forgetCall({ id, verifyId }: HandsetMessage): void {
    const calls = liveCalls.get(verifyId)
    clock.clearTimeout(calls?.get(id))
    calls?.delete(id)
    if (calls?.size === 0) liveCalls.delete(verifyId)
  }

  /** Ends a call when its time comes, or now if that has passed. */
  function end(message: HandsetMessage): void {
    const { id, verifyId, state, endsAt } = message
    if (endsAt === undefined) return
    const over = state === 'ringing' ? 'missed' : 'ended'
    const leftMs = endsAt - clock.now()
    if (leftMs <= 0) put({ ...message, state: over, endsAt: undefined })
    else {
      const timer = clock.setTimeout(() => become(id, state, over), leftMs)
      const calls = liveCalls.get(verifyId) ?? new Map<string, TimerHandle>()
      liveCalls.set(verifyId, calls.set(id, timer))
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
    forgetCall(message)
    const changedMessage = { ...message, state: to, endsAt }
    put(changedMessage)
    end(changedMessage)
    changed()
  }

  function clear(): void {
    for (const calls of liveCalls.values()) {
      for (const timer of calls.values()) clock.clearTimeout(timer)
    }
    liveCalls.clear()
    byId.clear()
  }

  return {
    getSnapshot,
    subscribe,
    deliver(arrival) {
      const { verifyId, channel, at } = arrival
      const isCall = deliveryKindOf(arrival) === 'call'
      const message: HandsetMessage = {
        ...arrival,
        id: `${verifyId}-${at}-${channel}`,
        state: isCall ? 'ringing' : 'received',
        endsAt: isCall ? at + ringMs : undefined,
      }
      put(message)
      end(message)
      changed()
    },
    hangUp(verifyId) {
      for (const id of liveCalls.get(verifyId)?.keys() ?? []) become(id, 'ringing', 'missed')
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
