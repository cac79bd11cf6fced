// Tests with random inputs get the same ones each time, so that a change is blamed for its own faults
// only. To look for new ones, TEST_SEED=random takes others: a failure prints its seed and path.
import fc from 'fast-check'

const seed = 'process' in globalThis ? process.env['TEST_SEED'] : undefined
if (seed !== 'random') fc.configureGlobal({ seed: Number(seed ?? 1) })
