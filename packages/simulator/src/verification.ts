/** A verification as the service keeps it. Instants are milliseconds since the epoch. */
export interface SimulatedVerification {
  readonly verifyId: string
  /** E.164, however the number was written. */
  readonly phone: string
  readonly brand: string
  readonly code: string
  readonly codeLength: number
  readonly language: string
  readonly senderId: string | undefined
  readonly workflowId: number
  readonly startedAt: number
  /** `locked`: ended by too many wrong codes, where those are counted. */
  readonly state: 'pending' | 'completed' | 'cancelled' | 'expired' | 'locked'
  readonly endedAt: number | undefined
  readonly checks: number
  /** How many deliveries of its workflow are done. */
  readonly delivered: number
}

/** A start whose body has passed validation. */
export type AcceptedStart = Pick<
  SimulatedVerification,
  'phone' | 'brand' | 'codeLength' | 'language' | 'senderId' | 'workflowId'
>
