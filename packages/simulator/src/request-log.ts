import type { Clock } from '@phoneproof/client'
import { createObservableList, type Observable } from './observable.ts'

/** A request that the simulator received, and its answer. */
export interface LoggedRequest {
  readonly id: number
  readonly method: string
  readonly path: string
  /** As sent. Undefined when there was none. */
  readonly body: unknown
  /** Milliseconds since the epoch. */
  readonly at: number
  /** When it was answered or its connection dropped. Undefined until then. */
  readonly answeredAt: number | undefined
  /** HTTP status. 0 until there is one, and when the connection was dropped. */
  readonly status: number
  readonly answer: unknown
}

/** The newest requests, oldest first. */
export interface RequestLog extends Observable<readonly LoggedRequest[]> {
  /** Records a request. The returned function records its answer. */
  begin(request: Request, body: unknown): (status: number, answer?: unknown) => void
  clear(): void
}

/** A sandbox may run for weeks. */
const mostKept = 1_000

export function createRequestLog(clock: Clock): RequestLog {
  const byId = new Map<number, LoggedRequest>()
  const { getSnapshot, subscribe, changed } = createObservableList(() => byId.values())
  let count = 0
  return {
    getSnapshot,
    subscribe,
    begin({ method, url }, body) {
      count += 1
      const logged: LoggedRequest = {
        id: count,
        method,
        path: new URL(url).pathname,
        body,
        at: clock.now(),
        answeredAt: undefined,
        status: 0,
        answer: undefined,
      }
      byId.set(logged.id, logged)
      byId.delete(logged.id - mostKept)
      changed()
      return (status, answer) => {
        if (!byId.has(logged.id)) return
        byId.set(logged.id, { ...logged, answeredAt: clock.now(), status, answer })
        changed()
      }
    },
    clear() {
      byId.clear()
      changed()
    },
  }
}
