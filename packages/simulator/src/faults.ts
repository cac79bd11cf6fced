import type { Operation } from '@phoneproof/client'

/** Something that goes wrong with the next request of an operation, or of any. */
export interface Fault {
  operation?: Exclude<Operation, 'resume'> | undefined
  /** How many requests it hits; Infinity for all. @default 1 */
  times?: number | undefined
  /** Milliseconds for which the answer is held back, on the simulator's clock. */
  latencyMs?: number | undefined
  /** The service does nothing and answers this. */
  status?: number | undefined
  headers?: Record<string, string> | undefined
  /** The connection breaks before the service hears anything. */
  dropRequest?: boolean | undefined
  /** The service does its work, and the connection breaks before its answer arrives. */
  dropAnswer?: boolean | undefined
  /** The service does its work, and the answer is not JSON. */
  malformed?: boolean | undefined
}

export interface Faults {
  /** Adds a fault. Those added first are used first. */
  next(fault: Fault): void
  clear(): void
}

export interface FaultControl extends Faults {
  /** Uses the fault that hits this request, if there is one. */
  take(operation: Operation): Fault | undefined
}

export function createFaults(): FaultControl {
  let pending: { fault: Fault; left: number }[] = []
  return {
    next(fault) {
      pending.push({ fault, left: fault.times ?? 1 })
    },
    clear() {
      pending = []
    },
    take(operation) {
      const hit = pending.find(
        ({ fault, left }) => left > 0 && (fault.operation ?? operation) === operation,
      )
      if (!hit) return undefined
      hit.left -= 1
      pending = pending.filter(({ left }) => left > 0)
      return hit.fault
    },
  }
}
