import { safely } from './safely.ts'

/** What a flow has to know of the page it lives in. A test or a server hands in its own. */
export interface Environment {
  isOnline(): boolean
  isHidden(): boolean
  /** Calls back when time may have passed unnoticed, or the connection may have changed. */
  watch(onChange: () => void): () => void
  /** Where the flow is kept for a reload. Undefined where it cannot be. */
  readonly storage: FlowStorage | undefined
  openChannel(name: string): Channel | undefined
}

/** The part of `Storage` that is used. */
export type FlowStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** The part of `BroadcastChannel` that is used. */
export interface Channel {
  postMessage(message: unknown): void
  onmessage: ((event: MessageEvent<unknown>) => void) | null
  close(): void
}

/** A server, or anything else without a window. */
export const noEnvironment: Environment = {
  isOnline: () => true,
  isHidden: () => false,
  watch: () => () => {},
  storage: undefined,
  openChannel: () => undefined,
}

const windowEvents = ['online', 'offline', 'focus', 'pageshow'] as const
const documentEvents = ['visibilitychange', 'resume'] as const

const browserEnvironment: Environment = {
  isOnline: () => safely(() => navigator.onLine) ?? true,
  isHidden: () => safely(() => document.visibilityState === 'hidden') ?? false,
  watch(onChange) {
    for (const name of windowEvents) window.addEventListener(name, onChange)
    for (const name of documentEvents) document.addEventListener(name, onChange)
    return () => {
      for (const name of windowEvents) window.removeEventListener(name, onChange)
      for (const name of documentEvents) document.removeEventListener(name, onChange)
    }
  },
  // Where storage is blocked, reading the property throws.
  get storage() {
    return safely(() => window.sessionStorage)
  },
  // Where cookies are blocked, Firefox has none, and the constructor throws.
  openChannel: (name) => safely(() => new BroadcastChannel(name)),
}

export const currentEnvironment = (): Environment =>
  typeof document === 'undefined' ? noEnvironment : browserEnvironment
