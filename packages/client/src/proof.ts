import { isRecord } from './error-rules.ts'

/** The proof in what a check resolved with: a JWT, and nothing beside it. Undefined for anything else. */
export const proofIn = (answer: unknown): string | undefined =>
  isRecord(answer) && Object.keys(answer).length === 1 ? proofFrom(answer['proof']) : undefined

/** Three parts in base64url. What they say is for the service that the proof is shown to. */
export const proofFrom = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[\w-]+(?:\.[\w-]+){2}$/.test(value) ? value : undefined
