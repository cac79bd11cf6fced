import type {
  FlowController,
  FlowControllerOptions,
} from '@phoneproof/hooks/internal/verification-flow'
import fc from 'fast-check'
import { createHarness, type Harness } from './harness.ts'
import { findsOut, insists, pressesEveryButton } from './person.ts'
import { sessions, type Ending, type Session } from './sessions.ts'

/** What is wrong with a session, or undefined. */
export type Complaint = string | undefined

export interface Invariant {
  /** The only ending after which it can be asked; undefined: after each. */
  readonly ending?: Ending | undefined
  readonly judge: (harness: Harness, atEnd: Complaint) => Complaint
}

export interface Judge {
  readonly add: (invariant: Invariant) => void
  /** Simulates each session once, and asks every invariant of it. */
  readonly judgeSessions: () => Promise<void>
  /** Throws when a session broke the invariant: the shortest such session, as a transcript. */
  readonly verdictOn: (invariant: Invariant) => Promise<void>
}

/** `createFlow` is that of the hooks: what is tested is what a component gets when it is mounted. */
export function createJudge(
  createFlow: (options: FlowControllerOptions) => FlowController,
  numRuns: number,
): Judge {
  const invariants: Invariant[] = []
  /** For each invariant that was broken, which session broke it first. */
  const broken = new Map<Invariant, number>()
  let seed = 0

  async function judge(session: Session, asked: readonly Invariant[]): Promise<Verdict> {
    const { actions, ending, ...circumstances } = session
    const harness = createHarness(circumstances, createFlow)
    for (const action of actions) await harness.perform(action)
    const atEnd = await endingOf[ending](harness)
    // What holds goes on to hold when time goes on.
    await harness.perform({ do: 'wait', ms: 320_000 })
    const complaints = asked
      .filter((invariant) => invariant.ending === undefined || invariant.ending === ending)
      .map((invariant) => ({ invariant, complaint: invariant.judge(harness, atEnd) }))
    return { complaints, transcript: () => harness.transcript() }
  }

  return {
    add: (invariant) => void invariants.push(invariant),
    async judgeSessions() {
      let index = -1
      const property = fc.asyncProperty(sessions, async (session) => {
        index += 1
        const { complaints } = await judge(session, invariants)
        for (const { invariant, complaint } of complaints) {
          if (complaint !== undefined && !broken.has(invariant)) broken.set(invariant, index)
        }
      })
      const details = await withoutStacks(() => fc.check(property, { numRuns }))
      seed = details.seed
      if (details.failed) throw describeFailure(details)
    },
    async verdictOn(invariant) {
      const first = broken.get(invariant)
      if (first === undefined) return
      const property = fc.asyncProperty(sessions, async (session) => {
        const { complaints, transcript } = await judge(session, [invariant])
        const complaint = complaints[0]?.complaint
        if (complaint !== undefined) throw new Error(`${complaint}\n\n${transcript()}`)
      })
      const details = await fc.check(property, { numRuns: 1, seed, path: String(first) })
      throw describeFailure(details)
    },
  }
}

/** Thousands of failures are made here, and their stacks, which nobody reads, take a third of the time. */
async function withoutStacks<T>(run: () => Promise<T>): Promise<T> {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return await run()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

interface Verdict {
  complaints: { invariant: Invariant; complaint: Complaint }[]
  transcript: () => string
}

/** What is done last, and what was wrong with what came of it. */
const endingOf: Record<Ending, (harness: Harness) => Promise<Complaint>> = {
  waits: async () => undefined,
  async looksForWayOut(harness) {
    await lookAgain(harness)
    return (await findsOut(harness, 300_000)) ? undefined : 'there was no way out'
  },
  async wantsToBeVerified(harness) {
    await harness.heal()
    // What the service still holds back is trouble too, and comes to its end.
    await harness.perform({ do: 'wait', ms: 70_000 })
    // An answer may be on its way for 15 s, and a person looks every five. The end of a busy number may be
    // taken to be earlier than it is (an answer that was lost, a clock that was set): 30 s after that it is
    // tried again.
    return (await insists(harness, 375_000)) ? undefined : 'it was not verified'
  },
  async pressesEveryButton(harness) {
    await lookAgain(harness)
    return pressesEveryButton(harness, harness.performed.length)
  },
  async comesBack(harness) {
    await harness.perform({ do: 'wait', ms: 80_000 })
    await harness.perform({ do: 'mount' })
    return undefined
  },
}

async function lookAgain(harness: Harness): Promise<void> {
  await harness.perform({ do: 'hidden', isHidden: false })
  await harness.perform({ do: 'mount' })
}

/** Tells what happened, and how to run it again. */
function describeFailure(details: fc.RunDetails<[Session]>): Error {
  const { errorInstance, counterexample, seed, counterexamplePath } = details
  const told = errorInstance instanceof Error ? errorInstance.message : 'It did not happen again.'
  const { actions: _, ...circumstances } = counterexample?.[0] ?? {}
  return new Error(
    `${told}\n\n${JSON.stringify(circumstances)}\nseed ${seed}, path ${counterexamplePath}`,
  )
}
