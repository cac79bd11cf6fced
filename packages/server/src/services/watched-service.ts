import { toVerifyError, type VerifyClient } from '@phoneproof/client'

/** A service, and how its last request went. */
export interface WatchedService extends VerifyClient {
  state(): 'up' | 'down' | 'unknown'
}

export function watchedService(service: VerifyClient): WatchedService {
  let state: 'up' | 'down' | 'unknown' = 'unknown'

  async function watch<Result>(
    operation: 'start' | 'check' | 'cancel',
    call: () => Promise<Result>,
  ): Promise<Result> {
    try {
      const result = await call()
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
    start: (...given) => watch('start', () => service.start(...given)),
    check: (...given) => watch('check', () => service.check(...given)),
    cancel: (...given) => watch('cancel', () => service.cancel(...given)),
  }
}
