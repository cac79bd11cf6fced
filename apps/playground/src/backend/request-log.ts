import type { Clock } from '@phoneproof/client'
import type { LoggedRequest, Observable } from '@phoneproof/simulator'
import { createObservableValue } from '../observable-value.ts'

/** What the page asked of the backend, and what it was answered. */
export interface RequestLog extends Observable<readonly LoggedRequest[]> {
  /** Hands the request on, and keeps what it and its answer say. */
  watch: (request: Request, answer: (request: Request) => Promise<Response>) => Promise<Response>
  clear: () => void
}

export function createRequestLog(clock: Clock): RequestLog {
  const { getSnapshot, subscribe, set } = createObservableValue<readonly LoggedRequest[]>([])
  let count = 0

  function update(id: number, changes: Partial<LoggedRequest>): void {
    set(getSnapshot().map((each) => (each.id === id ? { ...each, ...changes } : each)))
  }

  return {
    getSnapshot,
    subscribe,
    clear: () => set([]),
    async watch(request, answer) {
      const id = (count += 1)
      const { method, url } = request
      const { pathname: path } = new URL(url)
      const open = { body: undefined, answeredAt: undefined, status: 0, answer: undefined }
      set([...getSnapshot(), { id, method, path, at: clock.now(), ...open }])
      update(id, { body: await jsonOf(request.clone()) })
      try {
        const response = await answer(request)
        const said = await jsonOf(response.clone())
        update(id, { answeredAt: clock.now(), status: response.status, answer: said })
        return response
      } catch (error) {
        update(id, { answeredAt: clock.now() })
        throw error
      }
    },
  }
}

async function jsonOf(message: Request | Response): Promise<unknown> {
  const text = await message.text()
  return text === '' ? undefined : (JSON.parse(text) as unknown)
}
