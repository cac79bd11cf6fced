import type { Count } from '../limits/counters.ts'
import type { Verification } from '../records/verification.ts'
import type { Kept } from '../records/records.ts'
import type { Asked } from './parts.ts'

/** A check that is counted: while it is under way, nobody else writes to its verification. */
export interface CountedCheck {
  asked: Asked
  /** Where the verification is kept. */
  key: string
  /** As it stands now, so that nothing is written over what somebody else has written. */
  kept: Kept<Verification>
  /** Never stored and never reported. */
  code: string
  wantsProof: boolean
  counts: readonly Count[]
  countedAt: number
}
