/**
 * How a code is delivered. The set is open, because a service can have channels that this kit does
 * not know. Code that draws or names a channel must have an answer for those too.
 */
export type Channel = 'sms' | 'voice' | (string & {})

/** One delivery of the code. */
export interface Delivery {
  /** Milliseconds since the service accepted the start request. */
  readonly atMs: number
  readonly channel: Channel
}

/** How a delivery reaches a person: to read, to hear, or as a message of another kind to read. */
export type DeliveryKind = 'text' | 'call' | 'message'

/** The kind of a delivery. A channel that this kit does not know is a message, never a call. */
export function deliveryKindOf({ channel }: Pick<Delivery, 'channel'>): DeliveryKind {
  if (channel === 'sms') return 'text'
  return channel === 'voice' ? 'call' : 'message'
}

/** What a service accepts as a brand. */
export interface BrandRule {
  /** The most characters, counted in the composed form (NFC). */
  readonly maxLength: number
  /** Matches a brand that is trimmed and composed. Without the flags `g` and `y`. */
  readonly pattern: RegExp
  /** The rule in words, to follow "must be" or "takes": "1 to 18 letters". */
  readonly words: string
}

/**
 * A verification service as data: everything that client, flow, server and simulator need to know
 * about it. By default it is `textMagic`.
 */
export interface ServiceProfile {
  /** For error messages to developers: "TextMagic Verify". */
  readonly name: string
  /** Milliseconds from the accepted start for which a code is valid. */
  readonly codeValidForMs: number
  /** Milliseconds from the accepted start after which a cancel is possible. 0: at once. */
  readonly cancelAllowedAfterMs: number
  /** The numbers of digits that a code can have. */
  readonly codeLengths: readonly number[]
  /** The length of a code where none is given. One of `codeLengths`. */
  readonly defaultCodeLength: number
  /** Locales of texts and calls, in lower case: "en-gb". */
  readonly languages: readonly string[]
  /** The deliveries of each workflow, by its id, the earliest first. */
  readonly workflows: Readonly<Record<number, readonly Delivery[]>>
  /** The workflow of a start that names none. One of `workflows`. */
  readonly defaultWorkflowId: number
  readonly brand: BrandRule
}

/** The deliveries of a workflow. None for a workflow that the service does not have. */
export const deliveriesOf = (
  { workflows, defaultWorkflowId }: ServiceProfile,
  workflowId: number = defaultWorkflowId,
): readonly Delivery[] => workflows[workflowId] ?? []

export const workflowIdsOf = ({ workflows }: ServiceProfile): number[] =>
  Object.keys(workflows).map(Number)
