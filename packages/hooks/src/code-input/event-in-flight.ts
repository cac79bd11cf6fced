/**
 * The event of the last edit, on its way from the input to React. Somebody who listens further up,
 * in the capture phase, may render before React has heard of it. Such a render is no answer to the
 * edit, and waits.
 */
export interface EventInFlight {
  start: (event: Event) => void
  /** Whether a render has to wait. */
  postpone: () => boolean
  /** React has heard of the event. True when a render was postponed, and has to be made again. */
  land: () => boolean
}

export function createEventInFlight(): EventInFlight {
  let inFlight: Event | undefined
  let isPostponed = false
  return {
    start(event) {
      inFlight = event
    },
    // An event that nobody passes on any more has no phase.
    postpone: () => (inFlight?.eventPhase ? (isPostponed = true) : false),
    land() {
      const wasPostponed = isPostponed
      inFlight = undefined
      isPostponed = false
      return wasPostponed
    },
  }
}
