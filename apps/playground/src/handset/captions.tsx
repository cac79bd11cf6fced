import type { ReactNode } from 'react'

interface CaptionsProps {
  words: readonly string[]
  /** The word the voice is at. */
  at: number
  language: string
}

/** What the voice says, all of it at once, with the word it is at marked. */
export const Captions = ({ words, at, language }: CaptionsProps): ReactNode => (
  <p className="call-captions" lang={language}>
    {words.map((word, index) => (
      // Words never move.
      <span
        key={index}
        data-said={index < at ? '' : undefined}
        data-now={index === at ? '' : undefined}
      >
        {word}
      </span>
    ))}
  </p>
)
