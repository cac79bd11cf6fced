import { createManualClock, type ManualClock } from './manual-clock.ts'
import { createSimulator, type Simulator, type SimulatorOptions } from './simulator.ts'

export { createManualClock } from './manual-clock.ts'
export type { ManualClock } from './manual-clock.ts'

export interface TestSimulator extends Simulator {
  readonly clock: ManualClock
  /** Moves the clock by milliseconds, or by text such as `'1m'`. Await it. */
  advance(by: number | string): Promise<void>
}

/** A simulator whose time stands still, for tests. Give its `clock` to the code under test. */
export function createTestSimulator(options: Omit<SimulatorOptions, 'clock'> = {}): TestSimulator {
  const clock = createManualClock()
  const simulator = createSimulator({ ...options, clock })
  // Not spread: some members of a simulator are getters.
  return Object.defineProperties(simulator, {
    clock: { value: clock, enumerable: true },
    advance: { value: (by: number | string) => clock.advance(by), enumerable: true },
    // SAFETY: these are the two members that a TestSimulator has more.
  }) as TestSimulator
}
