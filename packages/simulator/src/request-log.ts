import type { Clock } from '@phoneproof/client'
import { createObservable, type Observable } from './observable.ts'

/** A request the simulation got, and what it answered. */
export interface LoggedRequest {
  readonly id: number
  readonly method: string
  readonly path: string
  /** As sent; undefined when there was none. */
  readonly body: unknown
  /** Milliseconds since the epoch. */
  readonly at: number
  /** HTTP status; 0 while there is none, and when the connection was dropped. */
  readonly status: number
  readonly answer: unknown
}

export interface RequestLog extends Observable<readonly LoggedRequest[]> {
  /** Notes a request; the returned function notes its answer. */
  begin(request: Request, body: unknown): (status: number, answer?: unknown) => void
  clear(): void
}

export function createRequestLog(clock: Clock): RequestLog {
  const requests = createObservable<readonly LoggedRequest[]>([])
  let count = 0
  return {
    getSnapshot: requests.getSnapshot,
    subscribe: requests.subscribe,
    begin(request, body) {
      count += 1
      const id = count
      const { method, url } = request
      const path = new URL(url).pathname
      const logged = { id, method, path, body, at: clock.now(), status: 0, answer: undefined }
      requests.update((all) => [...all, logged])
      return (status, answer) =>
        requests.update((all) =>
          all.map((each) => (each.id === id ? { ...each, status, answer } : each)),
        )
    },
    clear: () => requests.update(() => []),
  }
}
