import type { Simulator } from '@phoneproof/simulator'

/** What the page shows of a simulated service, wherever it runs, and can do with it. */
export interface SimulatedService extends Pick<
  Simulator,
  | 'getSnapshot'
  | 'subscribe'
  | 'handset'
  | 'requests'
  | 'scenario'
  | 'setScenario'
  | 'lastCode'
  | 'reset'
> {
  readonly world: Pick<Simulator['world'], 'latest'>
}
