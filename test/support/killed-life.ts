// A person and two processes over one store, of which the first is killed.
import {
  createVerifyServer,
  memoryStore,
  type Store,
  type VerifyServer,
  type VerifyServerOptions,
} from '@phoneproof/server'
import type { Clock } from '@phoneproof/client'
import { createSimulator, type Simulator } from '@phoneproof/simulator'
import { withCounterKeys } from './counted-store.ts'
import { directService } from './direct-service.ts'
import { createQuickClock, type QuickClock } from './flow-sessions/quick-clock.ts'
import { mortalProcess, type Death, type MortalProcess } from './mortal-process.ts'
import { origin, phone, secret } from './verify-backend.ts'

export interface Answer {
  status: number
  verifyId: string
  cancelAt: number | undefined
}

export interface KilledLife {
  clock: QuickClock
  simulator: Simulator
  isDead: () => boolean
  /** From now on nobody is killed any more. */
  spare: () => void
  /** A request of a session. Undefined when the process was killed before it had answered. */
  ask: (
    who: string,
    method: string,
    body?: object,
    options?: { path?: string; key?: string },
  ) => Promise<Answer | undefined>
  /** The same, again and again, until there is an answer that decides something. */
  insist: (...given: Parameters<KilledLife['ask']>) => Promise<Answer>
  /** Whether the record says that a session has verified the number. */
  isVerified: (who: string) => Promise<boolean>
  /** How often the host was told of a verified number. */
  told: () => number
  /** What all counters with this word in their key have counted, the most of them. */
  counted: (word: string) => Promise<number>
  close: () => Promise<void>
}

const undecided = [429, 503]

export function beginLife(death: Death): KilledLife {
  const time = createQuickClock(Date.UTC(2026, 10, 23, 9, 41))
  const polls = withPolls(time)
  const { clock } = polls
  const simulator = createSimulator({ clock: time })
  const shared = withCounterKeys(memoryStore())
  const service = directService(simulator)
  const mortal = mortalProcess({ store: shared.store, service, clock }, death)
  let told = 0
  const tell = async (): Promise<void> => {
    told += 1
  }
  const start = (
    parts: Pick<VerifyServerOptions, 'service' | 'clock' | 'onVerified'> & { store: Store },
  ): VerifyServer =>
    createVerifyServer({
      ...parts,
      brand: 'Acme',
      secret,
      origins: [origin],
      countries: ['GB'],
      session: (request) => request.headers.get('x-session') ?? undefined,
    })
  const first = start({ ...partsOf(mortal), onVerified: () => mortal.run(tell) })
  let second: VerifyServer | undefined
  const living = (): VerifyServer =>
    mortal.isDead()
      ? (second ??= start({ store: shared.store, service, clock, onVerified: tell }))
      : first

  // The other process sweeps as soon as it lives.
  void mortal.died.then(living)

  /** Lets time pass until somebody has answered, or the process that was asked is dead. */
  async function answered<Result>(asked: Promise<Result>): Promise<Result | undefined> {
    const server = living()
    let result: { value: Result | undefined } | undefined
    const settled = asked.then((value) => {
      result = { value }
    })
    const dead = server === first ? mortal.died : new Promise<void>(() => {})
    const isGone = (): boolean => server === first && mortal.isDead()
    while (!result && !isGone()) {
      await Promise.race([settled, dead, turns(5)])
      if (!result && polls.areSet()) await time.advance(pollMs)
    }
    return result?.value
  }

  const life: KilledLife = {
    clock: time,
    simulator,
    isDead: mortal.isDead,
    spare: mortal.spare,
    async ask(who, method, body, { path = '', key } = {}) {
      const headers = {
        origin,
        'x-session': who,
        ...(body && { 'content-type': 'application/json' }),
        ...(key !== undefined && { 'idempotency-key': key }),
      }
      const init = { method, headers, ...(body && { body: JSON.stringify(body) }) }
      const request = new Request(`${origin}/api/v2/verify${path}`, init)
      const response = await answered(living().fetch(request))
      if (!response) return undefined
      const text = await response.text()
      return { status: response.status, ...(text === '' ? {} : JSON.parse(text)) } as Answer
    },
    async insist(...given) {
      for (let left = 40; left > 0; left -= 1) {
        const answer = await life.ask(...given)
        if (answer && !undecided.includes(answer.status)) return answer
        await time.advance(1000)
      }
      throw new Error(`Nobody answered ${given[1]} of ${given[0]} within 40 s.`)
    },
    async isVerified(who) {
      const request = new Request(origin, { headers: { 'x-session': who } })
      return (await living().verified(request)) !== undefined
    },
    told: () => told,
    counted: (word) => shared.counted(word, clock.now()),
    async close() {
      await first.close()
      await second?.close()
    },
  }
  return life
}

export const start = { phone }

/** After which a server that waits for another one looks again. */
const pollMs = 100

/** A clock that knows whether anybody waits for another one. What only takes real time is not waited for with it. */
function withPolls(time: QuickClock): { clock: Clock; areSet: () => boolean } {
  let set = 0
  return {
    areSet: () => set > 0,
    clock: {
      now: () => time.now(),
      clearTimeout: (handle) => time.clearTimeout(handle),
      setTimeout(callback, delayMs) {
        if (delayMs !== pollMs) return time.setTimeout(callback, delayMs)
        set += 1
        return time.setTimeout(() => {
          set -= 1
          callback()
        }, delayMs)
      },
    },
  }
}

const partsOf = ({ store, service, clock }: MortalProcess) => ({ store, service, clock })

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
