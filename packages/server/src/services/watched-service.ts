import { toVerifyError, type Clock, type TimerHandle, type VerifyClient } from '@phoneproof/client'

/** A service that answers in time or fails, and how its last request went. */
export interface WatchedService extends VerifyClient {
  state(): 'up' | 'down' | 'unknown'
}

export function watchedService(
  service: VerifyClient,
  clock: Clock,
  limitMs: number,
): WatchedService {
  let state: 'up' | 'down' | 'unknown' = 'unknown'

  /** A client of the host's own may wait for longer than anybody here does. */
  async function inTime<Result>(call: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const late = new AbortController()
    let timer: TimerHandle
    const waited = new Promise<never>((_resolve, reject) => {
      timer = clock.setTimeout(() => {
        reject(new Error('The service gave no answer in time.'))
        late.abort()
      }, limitMs)
    })
    try {
      return await Promise.race([call(late.signal), waited])
    } finally {
      clock.clearTimeout(timer)
    }
  }

  async function watch<Result>(
    operation: 'start' | 'check' | 'cancel',
    call: (signal: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    try {
      const result = await inTime(call)
      state = 'up'
      return result
    } catch (error) {
      // A refusal is an answer as well.
      const { kind } = toVerifyError(error, operation)
      state = kind === 'uncertain' || kind === 'unavailable' ? 'down' : 'up'
      throw error
    }
  }

  return {
    service: service.service,
    state: () => state,
    start: (request) => watch('start', (signal) => service.start(request, { signal })),
    check: (request) => watch('check', (signal) => service.check(request, { signal })),
    cancel: (request) => watch('cancel', (signal) => service.cancel(request, { signal })),
  }
}
