/** The channel a code is delivered through. */
export type Channel = 'sms' | 'voice'

/** One delivery of the code. */
export interface Delivery {
  /** Milliseconds since the service accepted the start request. */
  readonly atMs: number
  readonly channel: Channel
}

/** The delivery schedules of the service (verify-api.md section 7). 1 is its default. */
export const workflowIds = [1, 2, 3, 4, 5, 6, 7] as const
export type WorkflowId = (typeof workflowIds)[number]

const minutely = (...channels: Channel[]): readonly Delivery[] =>
  channels.map((channel, minute) => ({ atMs: minute * 60_000, channel }))

/** When which channel carries the code, by workflow. */
export const workflows: Readonly<Record<WorkflowId, readonly Delivery[]>> = {
  1: minutely('sms', 'voice', 'voice'),
  2: minutely('sms', 'sms', 'voice'),
  3: minutely('voice', 'voice'),
  4: minutely('sms', 'sms'),
  5: minutely('sms', 'voice'),
  6: minutely('sms'),
  7: minutely('voice'),
}

/** A verification can be cancelled from this many milliseconds after its start (section 5). */
export const cancelAllowedAfterMs = 30_000

/** A code is dead this many milliseconds after the start (section 7). */
export const codeValidForMs = 300_000
