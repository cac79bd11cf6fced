import type { SimulatedVerification } from '@phoneproof/simulator'

/** Why the code of a message is of no use any more, in a word or two; undefined while it is. */
export function codeEnding(
  { verifyId, phone }: Pick<SimulatedVerification, 'verifyId' | 'phone'>,
  verifications: readonly SimulatedVerification[],
): string | undefined {
  const ofPhone = verifications.filter((each) => each.phone === phone)
  const verification = ofPhone.find((each) => each.verifyId === verifyId)
  // What the service has forgotten was over long before.
  if (!verification) return 'Expired'
  const isNewest = ofPhone.at(-1) === verification
  switch (verification.state) {
    case 'completed':
      return 'Used'
    case 'expired':
      return 'Expired'
    case 'locked':
      return 'Too many wrong codes'
    case 'cancelled':
      return isNewest ? 'Cancelled' : 'Replaced'
    case 'pending':
      return isNewest ? undefined : 'Replaced'
  }
}
