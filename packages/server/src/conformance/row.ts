import type { Person, Site } from './person.ts'
import type { ConformanceService } from './service/start-service.ts'

export type Section = 'contract' | 'attack'

/** What rows run on. Each asks for its own people and its own numbers. */
export interface Stage {
  readonly service: ConformanceService
  readonly site: Site
  /** A number of a country that the backend does not serve, if the run was told one. */
  readonly unservedPhone: string | undefined
  person(): Person
  /** Somebody without any session. */
  nobody(): Person
  /** E.164, used by nobody else. */
  phone(): string
  /** Waits until an instant of the service's clock. Only for rows that wait. */
  until(instant: number): Promise<void>
}

/** What a row cannot do without. */
export type Need = 'several people' | 'address limits' | 'an unserved number'

/** One demand on a backend. */
export interface Row {
  /** Short, in kebab-case: what `--only` takes. */
  readonly id: string
  readonly section: Section
  /** The demand, as a sentence. */
  readonly title: string
  /** What to do in a backend that fails it. */
  readonly advice: string
  readonly needs?: Need
  /** It waits for something on the service's clock, beside the others that do. */
  readonly waits?: boolean
  /** Rejects with a `RowFailure` or a `RowSkip`. May give a figure. */
  readonly run: (stage: Stage) => Promise<string | void>
}

/** A demand that was not met. */
export class RowFailure extends Error {}

/** A demand that does not apply to this backend. */
export class RowSkip extends Error {}

/** Ends the row unless the condition holds. */
export function must(condition: boolean, seen: string, expected: string): asserts condition {
  if (!condition) throw new RowFailure(`Seen: ${seen}. Expected: ${expected}.`)
}
