import type { HandsetMessage } from '@phoneproof/simulator'
import type { ReactNode } from 'react'
import { usePlayground } from '../playground-context.ts'
import { useObservable } from '../observable-value.ts'
import { spokenDigits } from './spoken-digits.ts'

interface SpokenCodeProps {
  call: HandsetMessage
  words: readonly string[]
  at: number
}

/** Each digit as the voice comes to it, large. The captions have them as text. */
export function SpokenCode({ call, words, at }: SpokenCodeProps): ReactNode {
  const verifications = useObservable(usePlayground().simulator)
  const length = verifications.find(({ verifyId }) => verifyId === call.verifyId)?.codeLength
  if (length === undefined) return null
  return (
    <p className="call-digits" aria-hidden="true">
      {spokenDigits(words, at, length).map(({ digit, isSaid, isNow }, nth) => (
        // Digits never move.
        <span key={nth} data-current={isNow ? '' : undefined}>
          {isSaid ? digit : ''}
        </span>
      ))}
    </p>
  )
}
