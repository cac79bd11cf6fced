/**
 * The event of the last edit, on its way from the input to React. Somebody who listens further up,
 * in the capture phase, may render before React has heard of it. Such a render is no answer to the
 * edit, and waits.
 */
export interface EventInFlight {
  event?: Event | undefined
  /** A render is waiting. */
  isAwaited?: boolean
}

/** Whether a render has to wait. */
export const mustWait = (flight: EventInFlight): boolean =>
  // An event that nobody passes on any more has no phase.
  Boolean(flight.event?.eventPhase && (flight.isAwaited = true))
