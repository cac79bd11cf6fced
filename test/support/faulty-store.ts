import type { Store } from '@phoneproof/server'

type StoreOperation = 'read' | 'commit' | 'claimDue'

export interface FaultyStore extends Store {
  /** The next operations of this kind do nothing and fail; after `skip` that go well. */
  drop: (operation: StoreOperation, times?: number, skip?: number) => void
  /** They are carried out, and fail all the same. */
  lose: (operation: StoreOperation, times?: number, skip?: number) => void
  heal: () => void
}

/** A store that fails when it is told to, with the error that is given. */
export function faultyStore(store: Store, error: Error): FaultyStore {
  let faults: { operation: StoreOperation; how: 'drop' | 'lose'; left: number; skip: number }[] = []

  function faultOf(operation: StoreOperation): 'drop' | 'lose' | undefined {
    const fault = faults.find((each) => each.operation === operation && each.left > 0)
    if (!fault) return undefined
    if (fault.skip > 0) {
      fault.skip -= 1
      return undefined
    }
    fault.left -= 1
    return fault.how
  }

  async function carryOut<Result>(
    operation: StoreOperation,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const fault = faultOf(operation)
    if (fault === 'drop') throw error
    const result = await work()
    if (fault === 'lose') throw error
    return result
  }

  const add =
    (how: 'drop' | 'lose') =>
    (operation: StoreOperation, times = 1, skip = 0): void => {
      faults.push({ operation, how, left: times, skip })
    }

  return {
    // Without encryption, which takes real time that a clock in the hand does not wait for.
    inMemory: true,
    read: (...given) => carryOut('read', () => store.read(...given)),
    commit: (...given) => carryOut('commit', () => store.commit(...given)),
    claimDue: (...given) => carryOut('claimDue', () => store.claimDue(...given)),
    close: () => store.close(),
    drop: add('drop'),
    lose: add('lose'),
    heal: () => {
      faults = []
    },
  }
}
