import type { CodeLength, Language, WorkflowId } from '@phoneproof/client'

/** A verification as the service keeps it. Instants are milliseconds since the epoch. */
export interface SimulatedVerification {
  readonly verifyId: string
  /** E.164. Two spellings of one number are one number. */
  readonly phone: string
  readonly brand: string
  readonly code: string
  readonly codeLength: CodeLength
  readonly language: Language
  readonly senderId: string | undefined
  readonly workflowId: WorkflowId
  readonly startedAt: number
  /** `locked` is the end that wrong codes bring, where they are counted. */
  readonly state: 'pending' | 'completed' | 'cancelled' | 'expired' | 'locked'
  readonly endedAt: number | undefined
  readonly checks: number
  /** Texts and calls of its workflow that are done. */
  readonly delivered: number
}

/** A start whose body has passed validation. */
export type AcceptedStart = Pick<
  SimulatedVerification,
  'phone' | 'brand' | 'codeLength' | 'language' | 'senderId' | 'workflowId'
>
