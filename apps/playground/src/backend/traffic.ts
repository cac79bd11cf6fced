import type { LoggedRequest, Observable } from '@phoneproof/simulator'
import { createObservableValue } from '../observable-value.ts'

/** Between the page and its backend, or between the backend and the service. */
export type Leg = 'page' | 'service'

export interface TracedRequest extends LoggedRequest {
  /** Undefined where the page asks the service itself. */
  readonly leg?: Leg | undefined
}

type Log = Observable<readonly LoggedRequest[]>

/** The requests of both legs, each where it began. */
export function createTraffic(service: Log, page: Log): Observable<readonly TracedRequest[]> {
  const { getSnapshot, subscribe, set } = createObservableValue<readonly TracedRequest[]>([])
  const order: string[] = []

  function tracedBy(log: Log, leg: Leg): [string, TracedRequest][] {
    return log.getSnapshot().map((each) => [`${leg}-${each.id}`, { ...each, leg }])
  }

  function update(): void {
    if (page.getSnapshot().length === 0) {
      order.length = 0
      set(service.getSnapshot())
      return
    }
    const all = new Map([...tracedBy(page, 'page'), ...tracedBy(service, 'service')])
    for (const key of all.keys()) if (!order.includes(key)) order.push(key)
    set(order.flatMap((key) => all.get(key) ?? []))
  }

  page.subscribe(update)
  service.subscribe(update)
  update()
  return { getSnapshot, subscribe }
}
