// The invariants of the flow, over random lives: people, network, device, tabs and service do
// what they like, and what counts is the wire and the screen, not what the machine believes.
// Other lives each time: a failure prints the seed and the path that lead to it again. FLOW_SEED=77 runs
// those of that seed, and FLOW_RUNS=5000 that many of them.
import process from 'node:process'
import { verificationFlowMessages } from '@phoneproof/hooks'
import {
  announcementText,
  deadlinesOf,
  verificationOf,
  screenKeyOf,
} from '@phoneproof/hooks/internal/verification-flow'
import fc from 'fast-check'
import { beforeEach, describe, it, vi } from 'vitest'
import { situations, type Act, type Situation } from '../../../../../test/support/flow-lab/acts.ts'
import { findsOut, insists, pressesAll } from '../../../../../test/support/flow-lab/person.ts'
import {
  createStage,
  type Sight,
  type Stage,
  type WireRequest,
} from '../../../../../test/support/flow-lab/stage.ts'
import { flowOf } from '../runtime/flow-registry.ts'

const numRuns = Number(process.env['FLOW_RUNS'] ?? 500)
const seed = process.env['FLOW_SEED']

/** What is wrong with a life, or undefined. */
type Complaint = string | undefined

async function live({ acts, ...circumstances }: Situation): Promise<Stage> {
  const stage = createStage(circumstances, flowOf)
  for (const act of acts) await stage.perform(act)
  return stage
}

/** Holds in every life, also when time goes on. */
const always = (name: string, judge: (stage: Stage) => Complaint): void =>
  everywhere(name, async (stage) => {
    await stage.perform({ do: 'wait', ms: 320_000 })
    return judge(stage)
  })

/** Holds wherever a life has led. A failure is shrunk, and told as a transcript. */
function everywhere(name: string, judge: (stage: Stage) => Promise<Complaint>): void {
  it(name, { timeout: 30_000 + numRuns * 100 }, () =>
    fc.assert(
      fc.asyncProperty(situations, async (situation) => {
        const stage = await live(situation)
        const complaint = await judge(stage)
        if (complaint !== undefined) throw new Error(`${complaint}\n\n${stage.transcript()}`)
      }),
      {
        numRuns,
        ...(seed !== undefined && { seed: Number(seed) }),
        reporter({ failed, errorInstance, counterexample, seed: used, counterexamplePath }) {
          if (!failed) return
          const told =
            errorInstance instanceof Error ? errorInstance.message : String(errorInstance)
          const { acts: _, ...circumstances } = counterexample?.[0] ?? {}
          const service = JSON.stringify(circumstances)
          throw new Error(`${told}\n\n${service}\nseed ${used}, path ${counterexamplePath}`)
        },
      },
    ),
  )
}

const starts = ({ requests }: Stage): WireRequest[] =>
  requests.filter(({ operation }) => operation === 'start')
const checks = ({ requests }: Stage): WireRequest[] =>
  requests.filter(({ operation }) => operation === 'check')
const cancels = ({ requests }: Stage): WireRequest[] =>
  requests.filter(({ operation }) => operation === 'cancel')

/** Two requests of a page that were on their way together, for the time the first is waited for. */
const overlap = (stage: Stage, requests: readonly WireRequest[], waitedMs: number): Complaint => {
  for (const [index, second] of requests.entries()) {
    const first = requests
      .slice(0, index)
      .find(
        (each) =>
          each.tab === second.tab &&
          each.load === second.load &&
          second.pageAt < each.pageAt + waitedMs &&
          (each.answer === undefined || each.answer.at > second.at),
      )
    if (first) return `${stage.tell(second)} was sent while ${stage.tell(first)} was on its way`
  }
  return undefined
}

// Some of the faults are told to developers.
beforeEach(() => {
  vi.spyOn(console, 'error').mockReturnValue()
  vi.spyOn(console, 'warn').mockReturnValue()
})

describe('in every life', () => {
  always(
    '1: one start and one check at most are on their way',
    (stage) => overlap(stage, starts(stage), 15_000) ?? overlap(stage, checks(stage), 10_000),
  )

  always('2: nothing is cancelled before 30 s', (stage) => {
    if (stage.device.wasSetForward || stage.backend.defersCancel) return undefined
    const { session, sendsTime } = stage.backend
    const early = cancels(stage).find(({ verifyId, at }) => {
      // A repeat under the same key may be answered first.
      const start = starts(stage)
        .filter((each) => each.verifyId === verifyId)
        .sort((one, two) => (one.answer?.at ?? 0) - (two.answer?.at ?? 0))
        .at(0)
      // Counted from the answer, unless the backend says when the service accepted it. What it says
      // is known to half of the time that a quick answer takes.
      const knows = session !== 'none' || sendsTime
      const from = knows && start?.acceptedAt ? start.acceptedAt - 1_000 : start?.answer?.at
      // An answer that slept for longer than a code lives is of one that is over.
      const isOver = start !== undefined && at >= start.at + 300_000
      return from !== undefined && at < from + 30_000 && !isOver
    })
    return early && `${stage.tell(early)} was too early`
  })

  always('3: a number with a code of ours alive is not started again', (stage) => {
    // What was thought to have expired may turn out to live.
    if (stage.device.wasSetForward) return undefined
    for (const [index, second] of starts(stage).entries()) {
      const before = starts(stage).slice(0, index)
      const alive = before.find((first) => isOursAndAlive(stage, first, second))
      if (alive)
        return `${stage.tell(second)} was sent while ${stage.nameOf(alive.verifyId ?? '')} is alive`
    }
    return undefined
  })

  always('4: a code that was judged is not sent again', (stage) => {
    const verdicts = [204, 400]
    for (const [index, second] of checks(stage).entries()) {
      const first = checks(stage)
        .slice(0, index)
        .find(
          ({ tab, load, verifyId, code, answer }) =>
            tab === second.tab &&
            load === second.load &&
            verifyId === second.verifyId &&
            code === second.code &&
            answer !== undefined &&
            answer.at <= second.at &&
            verdicts.includes(answer.status ?? 0),
        )
      if (first) return `${stage.tell(second)} was judged before: ${first.answer?.status}`
    }
    return undefined
  })

  always('5: the time that is left never grows', (stage) => {
    if (stage.device.wasSetForward) return undefined
    const shown = new Map<string, number>()
    for (const { tab, pageAt, isShown, state } of stage.sights) {
      const verification = verificationOf(state)
      if (!verification || !isShown || screenKeyOf(state) !== 'code') continue
      const key = `${tab} ${verification.verifyId}`
      const left = deadlinesOf(verification).expiresAt - pageAt
      const before = shown.get(key) ?? Number.POSITIVE_INFINITY
      if (left > before)
        return `${stage.nameOf(verification.verifyId)} had ${before} ms left, then ${left}`
      shown.set(key, left)
    }
    return undefined
  })

  always('no more time is promised than the service gives', (stage) => {
    // After that a page does not know how long it was away.
    if (stage.device.wasSetBack) return undefined
    for (const { at, pageAt, isShown, state } of stage.sights) {
      const verification = verificationOf(state)
      if (!verification || !isShown || screenKeyOf(state) !== 'code') continue
      const real = stage.simulator.world.find(verification.verifyId)
      const left = deadlinesOf(verification).expiresAt - pageAt
      const given = (real?.startedAt ?? at) + 300_000 - at
      if (left > 0 && left > given + 1_000) {
        const name = stage.nameOf(verification.verifyId)
        return `${name} was shown with ${left} ms ${stage.timeOf(at)}, and had ${given}`
      }
    }
    return undefined
  })

  always('only a verification of the number that is shown is shown', (stage) => {
    for (const { at, state } of stage.sights) {
      const verification = verificationOf(state)
      const real = verification && stage.simulator.world.find(verification.verifyId)
      if (real && real.phone !== verification.phone) {
        return `${stage.nameOf(verification.verifyId)} was taken for another number ${stage.timeOf(at)}`
      }
    }
    return undefined
  })

  always('a code that lives is there again after a reload', (stage) => {
    if (stage.device.wasSetForward || stage.device.wasSetBack) return undefined
    for (const [index, { tab, load, at, pageAt, state }] of stage.sights.entries()) {
      const before = stage.sights.slice(0, index).findLast((each) => each.tab === tab)
      if (!before || before.load === load || screenKeyOf(before.state) !== 'code') continue
      const verification = verificationOf(before.state)
      if (!verification || deadlinesOf(verification).expiresAt <= pageAt) continue
      if (verificationOf(state)?.verifyId !== verification.verifyId) {
        return `${stage.nameOf(verification.verifyId)} was gone ${stage.timeOf(at)}`
      }
    }
    return undefined
  })

  everywhere('6: whoever looks for a way out finds it within 5 minutes', async (stage) => {
    await stage.perform({ do: 'hidden', isHidden: false })
    await stage.perform({ do: 'mount' })
    return (await findsOut(stage, 300_000)) ? undefined : 'there was no way out'
  })

  everywhere(
    '6: whoever wants to be verified is, within 5 minutes after all trouble has ended',
    async (stage) => {
      await stage.heal()
      // What the service still holds back is trouble too, and comes to its end.
      await stage.perform({ do: 'wait', ms: 70_000 })
      // An answer may be on its way for 15 s, and a person looks every five. The end of a busy number may be
      // taken to be earlier than it is (an answer that was lost, a clock that was set): 30 s after that it is
      // tried again.
      return (await insists(stage, 375_000)) ? undefined : 'it was not verified'
    },
  )

  everywhere(
    'an action that looks alive does something, and one that looks dead nothing',
    async (stage) => {
      await stage.perform({ do: 'hidden', isHidden: false })
      await stage.perform({ do: 'mount' })
      return pressesAll(stage, stage.performed.length)
    },
  )

  always('7: nothing is sent 15 s after the last gesture, but cancels of numbers left', (stage) => {
    const late = stage.requests.find((request) => {
      const { operation, tab, at, verifyId } = request
      const gesture = stage.gestures.findLast((each) => each.tab === tab && each.at <= at)
      if (gesture && at <= gesture.at + 15_000) return false
      if (operation === 'start') return !(gesture && isRepeat(stage, request, gesture.at))
      const wasLeft = stage.sights.some(
        (sight) =>
          sight.tab === tab &&
          sight.at <= at &&
          sight.state.cancelQueue.some((each) => each.verification.verifyId === verifyId),
      )
      return operation !== 'cancel' || !wasLeft
    })
    return late && `${stage.tell(late)} was nobody's wish`
  })

  always('8: a number is reported verified once, and only when it is', (stage) => {
    const seen = new Set<string>()
    for (const { tab, load, verifyId, isTrue } of stage.verified) {
      const key = `${tab} ${load} ${verifyId}`
      if (seen.has(key)) return `${stage.nameOf(verifyId)} was reported twice`
      seen.add(key)
      if (!isTrue) return `${stage.nameOf(verifyId)} was reported and never confirmed`
    }
    return undefined
  })

  everywhere(
    '8: a success is reported to whoever looks, unless another number is wanted',
    async (stage) => {
      await stage.perform({ do: 'wait', ms: 80_000 })
      await stage.perform({ do: 'mount' })
      const { id, load } = stage.active
      const lost = checks(stage).find(({ tab, load: sentBy, verifyId, answer }) => {
        if (tab !== id || sentBy !== load || answer?.status !== 204) return false
        const sight = stage.sights.findLast(
          (each) => each.tab === tab && each.load === load && each.at < answer.at,
        )
        const isAwaited =
          sight?.state.step.name === 'phone' ||
          (sight && verificationOf(sight.state)?.verifyId === verifyId)
        const isTold = stage.verified.some((each) => each.tab === tab && each.verifyId === verifyId)
        return isAwaited && !isTold
      })
      return lost && `the answer to ${stage.tell(lost)} was lost`
    },
  )

  always('9: a number that was left is cancelled before it is called', (stage) => {
    if (stage.device.wasSetForward || stage.device.wasSetBack) return undefined
    const calls = stage.simulator.handset.getSnapshot().filter(({ channel }) => channel === 'voice')
    const call = calls.find((each) => wasLeftInTime(stage, each) && !wasCancelSent(stage, each))
    return call && `${stage.nameOf(call.verifyId)} was called ${stage.timeOf(call.at)}`
  })

  always('what stands in the live regions is so, as long as it stands there', (stage) => {
    // Nobody is told anything by a device that sleeps, and none knows how long it has.
    if (stage.performed.some(({ act }) => act.do === 'sleep' || act.do === 'setWall'))
      return undefined
    for (const [index, sight] of stage.sights.entries()) {
      const { tab, load, isShown, isHidden, announcement } = sight
      if (!announcement || !isShown || isHidden) continue
      const next = stage.sights
        .slice(index + 1)
        .find((each) => each.tab === tab && each.load === load)
      // It stands there until the next thing that is to be seen.
      for (const pageAt of [sight.pageAt, (next?.pageAt ?? 0) - 1]) {
        const isGone = announcement.until !== undefined && pageAt >= announcement.until
        if (pageAt < sight.pageAt || isGone || isSo(announcement, { ...sight, pageAt })) continue
        const { kind, seconds } = announcement
        return `${kind} ${seconds} stood there ${pageAt - announcement.at} ms after, ${stage.timeOf(sight.at)}`
      }
    }
    return undefined
  })

  always('a code that is known to be dead is not shown as alive', (stage) => {
    for (const { tab, load, verifyId, answer } of stage.requests.filter(isEnd)) {
      const lie = stage.sights.find(
        (sight) =>
          sight.tab === tab &&
          sight.load === load &&
          sight.at > (answer?.at ?? 0) &&
          screenKeyOf(sight.state) === 'code' &&
          verificationOf(sight.state)?.verifyId === verifyId,
      )
      if (lie) return `${stage.nameOf(verifyId ?? '')} was shown ${stage.timeOf(lie.at)}`
    }
    return undefined
  })
})

/** Whether a sentence is true, by what it says. */
function isSo(announcement: NonNullable<Sight['announcement']>, { state, pageAt }: Sight): boolean {
  const said = announcementText(announcement, 'X', verificationFlowMessages)
  const { name } = state.step
  const verification = verificationOf(state)
  const timeline = verification && deadlinesOf(verification)
  // Tens of seconds are said, of whole ones, and a sentence stands there for five.
  const isNear = (instant: number | undefined): boolean =>
    instant !== undefined && Math.abs(instant - pageAt - announcement.seconds * 1000) <= 11_000
  if (/Checking/.test(said)) return name === 'checking'
  if (said.startsWith('Cancelling')) return name === 'cancelling'
  if (/^Sending|taking longer/.test(said)) return name === 'starting' || name === 'resendCancelling'
  if (/expired|no longer valid|locked|Too many/.test(said)) {
    return ['expired', 'locked', 'phone'].includes(name)
  }
  if (/call you in/.test(said)) {
    const call = timeline?.deliveries.find(({ at }) => at > pageAt)
    return name !== 'expired' && isNear(call?.at)
  }
  if (/valid for/.test(said)) return screenKeyOf(state) === 'code' && isNear(timeline?.expiresAt)
  if (/now cancel or send/.test(said)) {
    return (
      name === 'entering' &&
      pageAt >= (timeline?.cancelAt ?? Number.POSITIVE_INFINITY) &&
      pageAt < (timeline?.expiresAt ?? 0)
    )
  }
  if (/verified/i.test(said)) return name === 'verified' || /in another tab/.test(said)
  if (/in progress|lost contact/.test(said)) return name === 'blocked'
  if (/couldn’t confirm that/.test(said)) return name === 'startUncertain'
  return pageAt - announcement.at < 5_000
}

/** A start repeated after a 409 to the start that was pressed, for 15 s at most. */
const isRepeat = (
  stage: Stage,
  { tab, load, phone, at }: WireRequest,
  pressedAt: number,
): boolean =>
  starts(stage).some(
    (each) =>
      each.tab === tab &&
      each.load === load &&
      each.phone === phone &&
      each.at >= pressedAt &&
      each.at <= pressedAt + 15_000 &&
      each.answer?.status === 409 &&
      at <= each.answer.at + 15_000,
  )

type Call = { readonly verifyId: string; readonly at: number }

/** The page had the time, the connection and the peace to prevent this call. */
function wasLeftInTime(stage: Stage, { verifyId, at }: Call): boolean {
  const start = starts(stage).find((each) => each.verifyId === verifyId)
  if (!start?.answer) return false
  const from = Math.max(start.answer.at + 30_000, at - 5_000)
  if (from >= at) return false
  const isDisturbed = stage.performed.some(
    ({ act, ...each }) => disturbing.includes(act.do) && each.to >= from && each.from <= at,
  )
  const online = stage.performed.findLast(({ act, to }) => act.do === 'online' && to < from)
  if (isDisturbed || (online?.act.do === 'online' && !online.act.isOnline)) return false
  const sights = stage.sights.filter(
    (sight) => sight.tab === start.tab && sight.at >= from && sight.at <= at,
  )
  const before = stage.sights.findLast((sight) => sight.tab === start.tab && sight.at <= from)
  return [before, ...sights].every(
    (sight) =>
      sight?.state.step.name === 'locked' ||
      (sight && verificationOf(sight.state)?.verifyId !== verifyId),
  )
}

const disturbing: Act['do'][] = ['online', 'sleep', 'openTab']

const wasCancelSent = (stage: Stage, { verifyId, at }: Call): boolean =>
  cancels(stage).some((each) => each.verifyId === verifyId && each.at < at)

/** Whether the page that sent `second` had heard of the verification of `first`, and it lives. */
function isOursAndAlive(stage: Stage, first: WireRequest, second: WireRequest): boolean {
  const { answer, verifyId, phone, tab } = first
  if (!answer || verifyId === undefined) return false
  if (tab !== second.tab || phone !== second.phone || answer.at > second.at) return false
  if (second.pageAt >= first.pageAt + 300_000) return false
  if (second.at >= (first.acceptedAt ?? first.at) + 300_000) return false
  // A backend with a session may have told of a success whose answer was lost.
  const isDone = stage.sights.some(
    ({ state: { step }, at }) =>
      step.name === 'verified' && step.verification.verifyId === verifyId && at <= second.at,
  )
  if (isDone) return false
  return !stage.requests.some(
    (each) =>
      each.verifyId === verifyId &&
      each.answer !== undefined &&
      each.answer.at <= second.at &&
      isEnd(each),
  )
}

/** An answer after which the verification is dead for all who hear it. */
const isEnd = ({ operation, answer }: WireRequest): boolean => {
  if (operation === 'cancel') return [204, 202, 404].includes(answer?.status ?? 0)
  return operation === 'check' && (answer?.status === 204 || answer?.isDead === true)
}
