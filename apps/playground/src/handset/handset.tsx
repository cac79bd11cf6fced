import { deliveryKindOf } from '@phoneproof/client'
import { useRef, type ReactNode } from 'react'
import { Icon } from '../icons.tsx'
import { leaveFocus } from '../leave-focus.ts'
import { useObservable } from '../observable-value.ts'
import { usePlayback, usePlayground } from '../playground-context.ts'
import { AcceptedCall, RingingCall } from './call-screen.tsx'
import { LockScreen } from './lock-screen.tsx'
import { StatusBar } from './status-bar.tsx'
import { useSheet } from './use-sheet.ts'
import { useSound } from './use-sound.ts'
import './handset.css'

/** The phone that the codes arrive on: a lock screen, a text message, a call that rings. */
export function Handset(): ReactNode {
  const { simulator } = usePlayground()
  const { isPaused } = usePlayback()
  useObservable(simulator)
  // One phone at a time, that of the newest number: what went to another did not arrive here.
  const phone = simulator.world.latest()?.phone
  const messages = useObservable(simulator.handset).filter((message) => message.phone === phone)
  const call = messages.findLast(({ state }) => state === 'ringing' || state === 'accepted')
  const newest = messages.at(-1)
  const { context, toggle } = useSound(isPaused)
  const screen = useRef<HTMLDivElement>(null)
  const { isOpen, handle, toggle: toggleSheet } = useSheet(newest?.id)
  const isRinging = call?.state === 'ringing'

  return (
    <section className="handset" aria-label="Simulated phone" data-open={isOpen ? '' : undefined}>
      <button
        ref={handle}
        type="button"
        className="handset-handle"
        aria-expanded={isOpen}
        onClick={toggleSheet}
      >
        {isOpen ? 'Hide phone' : `Show phone${isRinging ? ': it is ringing' : ''}`}
      </button>
      <div className="handset-body" data-ringing={isRinging ? '' : undefined}>
        <div ref={screen} className="handset-screen" tabIndex={-1} role="group" aria-label="Screen">
          <StatusBar />
          {call?.state === 'ringing' && (
            <RingingCall key={call.id} call={call} context={context} screen={screen} />
          )}
          {call?.state === 'accepted' && (
            <AcceptedCall key={call.id} call={call} context={context} screen={screen} />
          )}
          {!call && <LockScreen messages={messages} />}
        </div>
      </div>
      <div className="handset-foot">
        <p className="handset-caption">
          {phone === undefined ? 'Codes arrive here.' : `This is ${phone}.`}
        </p>
        <button
          type="button"
          className="button handset-sound"
          onMouseDown={leaveFocus}
          onClick={toggle}
        >
          <Icon name={context ? 'soundOn' : 'soundOff'} />
          <span>{context ? 'Turn sound off' : 'Turn sound on'}</span>
        </button>
      </div>
      {/* A real phone makes itself heard. */}
      <p className="unseen" role="status">
        {isRinging && <span key={call.id}>The simulated phone is ringing.</span>}
        {newest && deliveryKindOf(newest) !== 'call' && (
          <span key={newest.id}>A text message is on the simulated phone.</span>
        )}
      </p>
    </section>
  )
}
