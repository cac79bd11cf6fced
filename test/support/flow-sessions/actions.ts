import type { Fault } from '@phoneproof/simulator'

/** What people type: two numbers, the second for a change of mind, and one that is none. */
export const numbers = ['+447400123456', '+12133734253', '0740'] as const

export type Button =
  | 'Send code'
  | 'Verify'
  | 'Cancel'
  | 'Send a new code'
  | 'Change number'
  | 'Keep using'
  | 'Try again'
  | 'reset'

/** One thing a person, the network, the device or the service does. */
export type SessionAction =
  | { do: 'submit'; number: (typeof numbers)[number] }
  | { do: 'press'; button: Button }
  | { do: 'code'; which: 'right' | 'wrong' | 'otherWrong' | 'short'; isAutoSubmitted: boolean }
  | { do: 'wait'; ms: number }
  | { do: 'sleep'; ms: number }
  | { do: 'setWall'; byMs: number }
  | { do: 'fault'; fault: Fault }
  /** The service acts at once, and the next answer to such a request takes its time. */
  | { do: 'slowAnswer'; to: 'start' | 'check' | 'cancel'; ms: number }
  | { do: 'online'; isOnline: boolean }
  | { do: 'hidden'; isHidden: boolean }
  | { do: 'reload' }
  | { do: 'unmount' }
  | { do: 'mount' }
  | { do: 'openTab' }
  | { do: 'switchTab' }
  | { do: 'elsewhere'; number: (typeof numbers)[number] }

/** The team's own backend, between page and service. */
export interface Backend {
  /** What its `resume()` tells of the number that runs for this device; `none`: it has none. */
  session: 'none' | 'number' | 'mask' | 'nameless'
  /** Answers a repeat of an `Idempotency-Key` with what the first request made. */
  isIdempotent: boolean
  /** Sends `startedAt` and `now` with a start. */
  sendsTime: boolean
  /** Takes a cancel at any time: 202 now, carried out when the service allows. */
  defersCancel: boolean
}

/** One line of the transcript. */
export function describe(action: SessionAction): string {
  switch (action.do) {
    case 'submit':
      return `types ${action.number}, presses Send code`
    case 'press':
      return action.button === 'reset' ? 'host resets the flow' : `presses ${action.button}`
    case 'code':
      return `types a ${action.which} code${action.isAutoSubmitted ? '' : ', nothing more'}`
    case 'wait':
      return `waits ${action.ms / 1000} s`
    case 'sleep':
      return `device sleeps ${action.ms / 1000} s`
    case 'setWall':
      return `wall clock is set ${action.byMs / 1000} s`
    case 'fault':
      return `next ${action.fault.operation ?? 'request'}: ${JSON.stringify({ ...action.fault, operation: undefined })}`
    case 'slowAnswer':
      return `the next answer to a ${action.to} takes ${action.ms / 1000} s`
    case 'online':
      return action.isOnline ? 'goes online' : 'goes offline'
    case 'hidden':
      return action.isHidden ? 'hides the page' : 'shows the page'
    case 'elsewhere':
      return `somebody else starts ${action.number}`
    case 'openTab':
      return 'duplicates the tab'
    case 'switchTab':
      return 'switches to the other tab'
    case 'reload':
      return 'reloads'
    case 'unmount':
    case 'mount':
      return `the flow is ${action.do}ed`
  }
}
