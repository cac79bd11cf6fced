// A process that is killed in the middle of what it does.
import type { Clock, VerifyClient } from '@phoneproof/client'
import type { Store } from '@phoneproof/server'

export interface Death {
  /** The operation of the store or of the service at which it dies, from 1 on. */
  at: number
  /** `before`: the operation never leaves. `after`: it is carried out, and nobody hears of it. */
  when: 'before' | 'after'
}

export interface MortalProcess {
  store: Store
  service: VerifyClient
  clock: Clock
  died: Promise<void>
  isDead: () => boolean
  /** Something else that it does, and can be killed at. */
  run: <Result>(operation: () => Promise<Result>) => Promise<Result>
  /** From now on nothing kills it any more. */
  spare: () => void
}

const never = (): Promise<never> => new Promise(() => {})

/** What a server is made of, until it dies: then no promise settles, and no timer runs. */
export function mortalProcess(
  { store, service, clock }: Pick<MortalProcess, 'store' | 'service' | 'clock'>,
  death: Death,
): MortalProcess {
  let operations = 0
  let isDead = false
  let isSpared = false
  let tellDead: () => void
  const died = new Promise<void>((resolve) => {
    tellDead = resolve
  })

  function die(): Promise<never> {
    isDead = true
    tellDead()
    return never()
  }

  async function carryOut<Result>(operation: () => Promise<Result>): Promise<Result> {
    if (isDead) return never()
    operations += 1
    const isLast = operations === death.at && !isSpared
    if (isLast && death.when === 'before') return die()
    const settled = operation()
    if (isLast) {
      await settled.catch(() => {})
      return die()
    }
    const result = await settled.then(
      (value) => () => value,
      (error: unknown) => () => {
        throw error
      },
    )
    return isDead ? never() : result()
  }

  return {
    died,
    isDead: () => isDead,
    run: carryOut,
    spare: () => {
      isSpared = true
    },
    store: {
      inMemory: store.inMemory,
      read: (...given) => carryOut(() => store.read(...given)),
      commit: (...given) => carryOut(() => store.commit(...given)),
      claimDue: (...given) => carryOut(() => store.claimDue(...given)),
      close: async () => {},
    },
    service: {
      service: service.service,
      start: (...given) => carryOut(() => service.start(...given)),
      check: (...given) => carryOut(() => service.check(...given)),
      cancel: (...given) => carryOut(() => service.cancel(...given)),
    },
    clock: {
      now: () => clock.now(),
      clearTimeout: (handle) => clock.clearTimeout(handle),
      setTimeout: (callback, delayMs) =>
        clock.setTimeout(() => {
          if (!isDead) callback()
        }, delayMs),
    },
  }
}
