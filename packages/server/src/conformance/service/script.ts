import type { ServiceOperation } from './service-log.ts'

/** How the service answers one request other than it should. */
export interface Script {
  readonly operation: ServiceOperation
  /** Does its work before it answers this. */
  readonly isDone?: boolean
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  /** The connection breaks instead. */
  readonly isDropped?: boolean
  /** The answer is held back until then. */
  readonly until?: Promise<void>
}

/** Scripts by number, each for the next request of its operation. */
export interface Scripts {
  add(phone: string, script: Script): void
  take(phone: string | undefined, operation: ServiceOperation): Script | undefined
}

export function createScripts(): Scripts {
  const byPhone = new Map<string, Script[]>()
  return {
    add(phone, script) {
      byPhone.set(phone, [...(byPhone.get(phone) ?? []), script])
    },
    take(phone = '', operation) {
      const scripts = byPhone.get(phone) ?? []
      const taken = scripts.find((each) => each.operation === operation)
      byPhone.set(
        phone,
        scripts.filter((each) => each !== taken),
      )
      return taken
    },
  }
}
