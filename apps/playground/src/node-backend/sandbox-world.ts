import type {
  HandsetMessage,
  LoggedRequest,
  ScenarioName,
  SimulatedVerification,
} from '@phoneproof/simulator'

/** What `dev:server` tells the page of its sandbox, at first and at each change. */
export interface SandboxWorld {
  /** Of the clock of sandbox and backend, in milliseconds since the epoch. */
  readonly now: number
  readonly scenario: ScenarioName
  readonly verifications: readonly SimulatedVerification[]
  readonly messages: readonly HandsetMessage[]
  readonly requests: readonly LoggedRequest[]
}

/** What the page can ask of it. */
export type SandboxCommand =
  | { readonly do: 'reset' }
  | { readonly do: 'setScenario'; readonly scenario: ScenarioName }
  | { readonly do: 'setSpeed'; readonly speed: number }
  | { readonly do: 'advanceTo'; readonly instant: number }
  | { readonly do: 'accept' | 'decline'; readonly id: string }

/** Under the dev server. */
export const worldPath = '/_playground'
