/**
 * What a code is delivered through. The set is open: a service may have channels that this kit does
 * not know, and whatever draws or words a channel has a plain answer for those.
 */
export type Channel = 'sms' | 'voice' | (string & {})

/** One delivery of the code. */
export interface Delivery {
  /** Milliseconds since the service accepted the start request. */
  readonly atMs: number
  readonly channel: Channel
}

/** What a service accepts as a brand. */
export interface BrandRule {
  /** The most characters, counted in the composed form (NFC). */
  readonly maxLength: number
  /** Matches a brand that is trimmed and composed. Without the flags `g` and `y`. */
  readonly pattern: RegExp
  /** The rule in words, for developers: "must be …" and "takes …" go before it. */
  readonly words: string
}

/**
 * A verification service as data: all that the client, the flow, the server and the simulator need
 * to know of it. `textMagic` is the one they take by default.
 */
export interface ServiceProfile {
  /** For developers, in error messages: "TextMagic Verify". */
  readonly name: string
  /** Milliseconds from the accepted start for which a code is valid. */
  readonly codeValidForMs: number
  /** Milliseconds from the accepted start after which a cancel is possible. 0: at once. */
  readonly cancelAllowedAfterMs: number
  /** How many digits a code can have. */
  readonly codeLengths: readonly number[]
  /** How many digits are asked for when nobody says. One of `codeLengths`. */
  readonly defaultCodeLength: number
  /** Locales of texts and calls, in lower case: "en-gb". */
  readonly languages: readonly string[]
  /** When which channel carries the code, by workflow id; each from the earliest delivery on. */
  readonly workflows: Readonly<Record<number, readonly Delivery[]>>
  /** The workflow of a start that names none. One of `workflows`. */
  readonly defaultWorkflowId: number
  readonly brand: BrandRule
}

/** The deliveries of a workflow. None for a workflow that the service does not have. */
export const deliveriesOf = (
  service: ServiceProfile,
  workflowId: number = service.defaultWorkflowId,
): readonly Delivery[] =>
  Object.hasOwn(service.workflows, workflowId) ? (service.workflows[workflowId] ?? []) : []

export const workflowIdsOf = (service: ServiceProfile): number[] =>
  Object.keys(service.workflows).map(Number)
