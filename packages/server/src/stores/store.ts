/**
 * Where a verify server keeps what it must remember: text under keys, and counters, which have keys of
 * their own. Each operation is atomic: what it reads, decides and writes is one step for everybody who
 * shares the store.
 *
 * Times are given by the caller (`now`, in milliseconds since the epoch), so that a test can hold
 * them. An entry whose time is over is absent, whether or not it has been removed yet.
 */
export interface Store {
  /** True when nothing leaves this process. Otherwise records are encrypted before they are stored. */
  readonly inMemory: boolean
  /** The values of some keys, in their order. Undefined where there is none. */
  read(keys: readonly string[], now: number): Promise<(string | undefined)[]>
  /** Carries out the whole change, or none of it. */
  commit(change: Change, now: number): Promise<Outcome>
  /**
   * Hands out entries whose `dueAt` has come, the earliest first, each to one caller: an entry is due
   * again only when `leaseMs` milliseconds have passed without another write to it.
   */
  claimDue(now: number, limit: number, leaseMs: number): Promise<Entry[]>
  close(): Promise<void>
}

export interface Entry {
  readonly key: string
  readonly value: string
}

export interface Change {
  /** Added to all of these counters, or to none. A list names each key once. */
  readonly reserve?: readonly Reservation[] | undefined
  /**
   * Taken off counters again, before anything is added. What a counter forgot meanwhile stays
   * forgotten.
   */
  readonly release?: readonly Release[] | undefined
  readonly writes?: readonly Write[] | undefined
}

/** One counter to add to. It starts at 0, and again `windowMs` after the first that it counted. */
export interface Reservation {
  readonly key: string
  /** A whole number, 0 or more. */
  readonly amount: number
  /** The counter never exceeds this. `Infinity`: it only counts. */
  readonly max: number
  /** Milliseconds for which the counter counts, from its first reservation on. */
  readonly windowMs: number
}

export interface Release {
  readonly key: string
  readonly amount: number
  /** The `now` of the reservation. A counter that has started anew since then is left alone. */
  readonly reservedAt: number
}

export interface Write {
  readonly key: string
  /** Undefined removes the entry. */
  readonly value: string | undefined
  /** Milliseconds after which the entry is gone. Not asked where it is removed. */
  readonly ttlMs: number
  /** Writes only over exactly this value; `null`: only where there is none. Without it, over anything. */
  readonly expected?: string | null | undefined
  /** When `claimDue` hands it out, in milliseconds since the epoch. Without it, never. */
  readonly dueAt?: number | undefined
}

export type Outcome =
  | { readonly done: true }
  /** Another value than the expected one stands under this key. */
  | { readonly done: false; readonly conflict: string }
  /** This counter is full until then. Of several, it is the one that is full for longest. */
  | { readonly done: false; readonly full: string; readonly freeAt: number }
