/** The connection of this page, which can be cut as if somebody had pulled the cable. */
export interface Connection {
  readonly fetch: typeof globalThis.fetch
  setOffline(isOffline: boolean): void
  /** How many requests have no answer yet. */
  readonly waiting: number
}

/** From here on the page believes what this connection says of itself. */
export function createConnection(transport: typeof globalThis.fetch): Connection {
  let isOffline = false
  let waiting = 0
  /** Aborted when the cable is pulled. What was sent has arrived all the same; its answer does not. */
  let cable = new AbortController()
  Object.defineProperty(navigator, 'onLine', {
    configurable: true,
    get: () => !isOffline && Reflect.get(Navigator.prototype, 'onLine', navigator),
  })
  return {
    get waiting() {
      return waiting
    },
    async fetch(input, init) {
      if (isOffline) throw lost()
      waiting += 1
      try {
        return await Promise.race([transport(input, init), lossOf(cable.signal)])
      } finally {
        waiting -= 1
      }
    },
    setOffline(next) {
      if (next === isOffline) return
      isOffline = next
      if (isOffline) {
        cable.abort()
        cable = new AbortController()
      }
      window.dispatchEvent(new Event(isOffline ? 'offline' : 'online'))
    },
  }
}

/** The text that a browser has for it. */
const lost = (): TypeError => new TypeError('Failed to fetch')

const lossOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(lost()), { once: true })
  })
