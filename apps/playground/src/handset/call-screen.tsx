import type { HandsetMessage } from '@phoneproof/simulator'
import { formatSeconds } from '@phoneproof/react'
import { useLayoutEffect, useRef, type ReactNode, type RefObject } from 'react'
import { Icon } from '../icons.tsx'
import { usePlayground } from '../playground-context.ts'
import { CallButton } from './call-button.tsx'
import { Captions } from './captions.tsx'
import { SpokenCode } from './spoken-code.tsx'
import { useRinging } from './use-sound.ts'
import { useSpeech } from './use-speech.ts'
import './call-screen.css'

interface CallProps {
  call: HandsetMessage
  /** What it is heard through; undefined while sound is off. */
  context: AudioContext | undefined
  /** Takes the focus when the button that had it goes. */
  screen: RefObject<HTMLElement | null>
}

/** Fills the screen while it rings, until somebody accepts or declines. */
export function RingingCall({ call, context, screen }: CallProps): ReactNode {
  const { handset } = usePlayground().simulator
  useRinging(context)
  const element = useKeptFocus(screen)
  return (
    <div ref={element} className="call" role="group" aria-label="Incoming call">
      <p className="call-kind">Incoming call</p>
      <p className="call-name">Verification call</p>
      <p className="call-rings" aria-hidden="true">
        <span />
        <span />
        <span />
        <Icon name="phone" />
      </p>
      <div className="call-actions">
        <CallButton kind="decline" name="Decline" onClick={() => handset.decline(call.id)} />
        <CallButton kind="accept" name="Accept" onClick={() => handset.accept(call.id)} />
      </div>
    </div>
  )
}

/** What the voice says, in letters always, aloud where it can be. */
export function AcceptedCall({ call, context, screen }: CallProps): ReactNode {
  const { handset } = usePlayground().simulator
  const { words, at, seconds, note } = useSpeech(call, context !== undefined)
  const element = useKeptFocus(screen)
  return (
    <div ref={element} className="call" role="group" aria-label="Call in progress">
      <p className="call-kind">On the phone</p>
      <p className="call-name">Verification call</p>
      <p className="call-timer">{formatSeconds(seconds)}</p>
      <SpokenCode call={call} words={words} at={at} />
      <Captions words={words} at={at} language={call.language} />
      <p className="call-note">{note}</p>
      <div className="call-actions">
        <CallButton kind="decline" name="Hang up" onClick={() => handset.decline(call.id)} />
      </div>
    </div>
  )
}

/** Hands the focus on when the element goes away with it. */
function useKeptFocus(next: RefObject<HTMLElement | null>): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = ref.current
    const heir = next.current
    return () => {
      if (element?.contains(document.activeElement)) heir?.focus()
    }
  }, [next])
  return ref
}
