import { textMagic } from '@phoneproof/client'
import { PhoneproofProvider, type FlowState, type Verification } from '@phoneproof/hooks'
import { initialState, termsOf } from '@phoneproof/hooks/internal/verification-flow'
import { VerificationFlow, type VerificationFlowProps } from '@phoneproof/react'
import type { Simulator } from '@phoneproof/simulator'
import {
  useEffect,
  useState,
  useSyncExternalStore,
  type ComponentType,
  type ReactNode,
} from 'react'
import { useStorySettings } from './story-settings.ts'
import { createStoryWorld, storyNow } from './story-world.ts'

/** The number of every story. */
export const storyPhone = '+447400123456'

export interface FlowAtProps extends Partial<VerificationFlowProps> {
  /** Seconds since the code was sent. */
  second?: number
  state?: (verification: Verification) => Partial<FlowState>
  /** Another composition of its parts. */
  as?: ComponentType<VerificationFlowProps>
}

/** The flow, started in a state, with the simulation behind it and a clock that stands still. */
export function FlowAt(props: FlowAtProps): ReactNode {
  const { seconds } = useStorySettings()
  // Time only goes on: an earlier one is the story from its beginning.
  const [run, setRun] = useState({ key: 0, seconds })
  if (seconds !== run.seconds) {
    setRun({ key: seconds < run.seconds ? run.key + 1 : run.key, seconds })
  }
  return <StillFlow key={run.key} {...props} later={seconds} />
}

function StillFlow({
  second = 0,
  state,
  later,
  as: Flow = VerificationFlow,
  ...props
}: FlowAtProps & { later: number }): ReactNode {
  const { locale, messages } = useStorySettings()
  const [start] = useState(() => initialState(state && startOf(state, second)))
  const [{ clock, simulator, client }] = useState(() => createStoryWorld(start))
  useEffect(() => void clock.advanceTo(storyNow + later * 1000), [clock, later])
  return (
    <PhoneproofProvider client={client} clock={clock} locale={locale} messages={messages}>
      <div className="story-column">
        <Flow brand="Acme" defaultCountry="GB" storage="none" initialState={start} {...props} />
        <Arrived handset={simulator.handset} />
      </div>
    </PhoneproofProvider>
  )
}

function startOf(state: NonNullable<FlowAtProps['state']>, second: number): Partial<FlowState> {
  const startedAt = storyNow - second * 1000
  const verification: Verification = {
    verifyId: 'story',
    phone: storyPhone,
    codeLength: 6,
    terms: termsOf(textMagic),
    earliestStart: startedAt,
    latestStart: startedAt,
  }
  return { phone: storyPhone, codesSent: 1, ...state(verification) }
}

/** What the phone has received since the story began: with it one can continue. */
function Arrived({ handset }: { handset: Simulator['handset'] }): ReactNode {
  const messages = useSyncExternalStore(handset.subscribe, handset.getSnapshot)
  const [before] = useState(messages.length)
  const last = messages.slice(before).at(-1)
  return last && <p className="story-phone">{last.text}</p>
}
