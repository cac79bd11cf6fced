import type { Clock } from '@phoneproof/client'
import { joinOtherTabs, type OtherTabs } from './other-tabs.ts'
import type { Page } from './page.ts'
import type { Verification } from './timeline.state.ts'
import type { VerificationEvent } from './verification.machine.ts'
import type { Outgoing } from './verification.run.ts'
import { verificationOf, type VerificationState } from './verification.state.ts'

interface TabsOptions {
  clock: Clock
  page: Page
  /** Tabs with this name share a flow. */
  name: string
  state: () => VerificationState
  send: (event: Outgoing) => void
}

/** The same flow in other tabs: what happens in one is known in all. */
export interface Tabs {
  /** From now on, until the returned call. */
  join(): () => void
  readonly ask: (phone: string) => Promise<Verification | undefined> | undefined
  /** Tells the others what has just happened here. */
  tell(before: VerificationState, after: VerificationState, event: VerificationEvent): void
}

export function createTabs({ clock, page, name, state, send }: TabsOptions): Tabs {
  let others: OtherTabs | undefined
  /** The id whose place the start that is on its way will take. */
  let replaced: string | undefined

  return {
    join() {
      const channel = page.openChannel(name)
      if (!channel) return () => {}
      const joined = joinOtherTabs({
        clock,
        channel,
        current: () => (state().main.step === 'verified' ? undefined : verificationOf(state())),
        onMessage(message) {
          switch (message.type) {
            case 'started':
              return send({ type: 'TAB_STARTED', verification: message.verification })
            case 'verified':
              return send({ type: 'TAB_VERIFIED', verification: message.verification })
            case 'cancelled':
              return send({ type: 'TAB_CANCELLED', verifyId: message.verifyId })
            case 'replaced': {
              const { verifyId, verification } = message
              return send({ type: 'TAB_REPLACED', verifyId, verification })
            }
          }
        },
      })
      others = joined
      return () => {
        joined.close()
        others = undefined
      }
    },
    ask: (phone) => others?.ask(phone),
    tell(before, { main }, event) {
      const old = verificationOf(before)
      if (event.type === 'CHECK_OK' && main.step === 'verified') {
        others?.post({ type: 'verified', verification: main.verification })
      } else if (event.type === 'CANCEL_OK') {
        others?.post({ type: 'cancelled', verifyId: event.verifyId })
      } else if (event.type === 'START_OK' && main.step === 'entering') {
        const { verification } = main
        if (replaced === undefined) others?.post({ type: 'started', verification })
        else others?.post({ type: 'replaced', verifyId: replaced, verification })
      }
      if (old && main.step === 'starting') replaced = old.verifyId
      else if (main.step !== 'starting' && main.step !== 'startUncertain') replaced = undefined
    },
  }
}
