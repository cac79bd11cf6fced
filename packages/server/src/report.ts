import type { Clock } from '@phoneproof/client'
import type { OnEvent, VerifyEvent } from './events.ts'

export type Report = (
  name: VerifyEvent['name'],
  severity: VerifyEvent['severity'],
  attributes: VerifyEvent['attributes'],
) => void

/** Hands events to the host. Its failures are not those of a request. */
export const createReport =
  (onEvent: OnEvent | undefined, clock: Clock): Report =>
  (name, severity, attributes) => {
    try {
      onEvent?.({ name, time: clock.now(), severity, attributes })
    } catch {
      // Whoever throws while a person is verified must not stop that.
    }
  }
