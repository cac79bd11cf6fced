import type { ServiceProfile } from '@phoneproof/client'
import type { Behaviour } from '../behaviour.ts'
import type { Delays } from '../delays.ts'
import type { FaultControl } from '../faults.ts'
import type { RequestGuard } from '../request-guard.ts'
import type { ServiceOptions } from '../service-options.ts'
import type { Reply } from '../replies.ts'
import type { RequestLog } from '../request-log.ts'
import type { World } from '../world.ts'

export interface HandlerParts {
  world: World
  service: ServiceProfile
  serviceOptions: ServiceOptions
  requestGuard: RequestGuard
  delays: Delays
  faults: FaultControl
  log: RequestLog
  behaviourOf: (phone: string | undefined) => Behaviour
  /** Before and after each request: the world may be shared with another tab. */
  refresh: () => void
  remember: () => void
}

/** A request, as the three endpoints see it. */
export interface Call {
  body: Record<string, unknown> | undefined
  verifyId: string
}

/** One endpoint: whose number a request is about, and then its answer. */
export interface Endpoint {
  phoneOf: (call: Call, parts: HandlerParts) => string | undefined
  answer: (call: Call, parts: HandlerParts) => Reply
}
