const texts = {
  malformed: 'it is no proof at all',
  type: 'it is a token of another kind',
  algorithm: 'it is signed in another way than its key is for',
  signature: 'its signature is not of this key',
  issuer: 'somebody else vouches',
  audience: 'it is for somebody else',
  purpose: 'it is for another purpose',
  expired: 'its time is over',
  notYetValid: 'its time has not come',
  lifetime: 'it lives for longer than ten minutes',
  used: 'it has been used before',
  unavailable: 'a key or a store could not be reached, so nobody knows',
} as const

/** Why a proof was refused. `unavailable` is no fault of the proof: the same one may pass later. */
export type ProofErrorReason = keyof typeof texts

/** A proof that was refused. It holds neither the proof nor the number. */
export class ProofError extends Error {
  override readonly name = 'ProofError'
  readonly reason: ProofErrorReason

  constructor(reason: ProofErrorReason, options?: ErrorOptions) {
    super(`[phoneproof] The proof was refused: ${texts[reason]}.`, options)
    this.reason = reason
  }
}
