import type { Clock, ServiceProfile, VerifyClient } from '@phoneproof/client'
import type { Report } from '../report.ts'
import type { Pace } from './pace.ts'
import type { Prices } from '../limits/prices.ts'
import type { ServedNumber } from '../limits/phone-number.ts'
import type { Proofs } from '../proof/issue-proof.ts'
import type { Committed, RecordChange, Records } from '../records/records.ts'
import type { Secrets } from '../secrets.ts'
import type { Session } from '../sessions/sessions.ts'
import type { Settings } from '../settings.ts'

/** What the operations work with. */
export interface Parts {
  settings: Settings
  service: VerifyClient
  profile: ServiceProfile
  records: Records
  /** As `records.commit`, and again later when the store is away: for what the service has done. */
  persist: (change: RecordChange) => Promise<Committed>
  secrets: Secrets
  clock: Clock
  prices: Prices
  pace: Pace
  proofs: Proofs | undefined
  report: Report
  /** Says that something is due then. */
  wakeAt: (instant: number) => void
}

/** A request that has passed the guards. */
export interface Asked {
  request: Request
  session: Session
  address: string | undefined
}

export interface StartAsked extends Asked, ServedNumber {}

/** After this long without an answer of the service there is none. */
export const answerLimitMs = 12_000

/** For how long nobody takes over from who has asked the service: longer than that, by what a store may take. */
export const serviceLimitMs = 15_000

/** How far the clocks of two machines may be apart. */
export const clockSkewMs = 2000
