// The invariants of the flow (flow.md 3.4), over random sessions: people, network, device, tabs and
// service do what they like, and what counts is the wire and the screen, not what the machine believes.
// Each session is simulated once, and every invariant is asked of it. They are the same sessions each
// time, so that a change is blamed for its own faults only. To look for new ones, TEST_SEED=random runs
// others, and FLOW_RUNS=25000 more: a failure prints the seed and the path that lead to it again.
import process from 'node:process'
import { verificationFlowMessages } from '@phoneproof/hooks'
import {
  announcementText,
  deadlinesOf,
  screenKeyOf,
  verificationOf,
} from '@phoneproof/hooks/internal/verification-flow'
import { beforeAll, beforeEach, describe, it, vi } from 'vitest'
import type { SessionAction } from '../../../../../test/support/flow-sessions/actions.ts'
import type {
  Harness,
  Sight,
  WireRequest,
} from '../../../../../test/support/flow-sessions/harness.ts'
import {
  createJudge,
  type Complaint,
  type Invariant,
} from '../../../../../test/support/flow-sessions/judge.ts'
import { flowOf } from '../runtime/flow-registry.ts'

// Each of the four endings that are more than a wait comes in some 530 sessions. So an invariant is
// asked at least that often, and most of them in all sessions.
const numRuns = Number(process.env['FLOW_RUNS'] ?? 2_400)
const timeout = 30_000 + numRuns * 100

const { add, judgeSessions, verdictOn } = createJudge(flowOf, numRuns)

/** Holds in every session, whatever is done at its end. */
function always(title: string, judge: Invariant['judge']): void {
  const invariant = { judge }
  add(invariant)
  it(title, { timeout }, () => verdictOn(invariant))
}

/** Holds in every session with that ending. */
function whenever(
  title: string,
  ending: Invariant['ending'],
  judge: Invariant['judge'] = (_, atEnd) => atEnd,
): void {
  const invariant = { ending, judge }
  add(invariant)
  it(title, { timeout }, () => verdictOn(invariant))
}

// Some of the faults are told to developers.
const saysNothing = (): void => {
  vi.spyOn(console, 'error').mockReturnValue()
  vi.spyOn(console, 'warn').mockReturnValue()
}
beforeEach(saysNothing)
beforeAll(async () => {
  saysNothing()
  await judgeSessions()
}, timeout)

const starts = ({ requests }: Harness): WireRequest[] =>
  requests.filter(({ operation }) => operation === 'start')
const checks = ({ requests }: Harness): WireRequest[] =>
  requests.filter(({ operation }) => operation === 'check')
const cancels = ({ requests }: Harness): WireRequest[] =>
  requests.filter(({ operation }) => operation === 'cancel')

/** Two requests of a page that were on their way together, for the time the first is waited for. */
const overlap = (
  harness: Harness,
  requests: readonly WireRequest[],
  waitedMs: number,
): Complaint => {
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
    if (first) return `${harness.tell(second)} was sent while ${harness.tell(first)} was on its way`
  }
  return undefined
}

describe('in every session', () => {
  always(
    'one start and one check at most are on their way (I-1)',
    (harness) =>
      overlap(harness, starts(harness), 15_000) ?? overlap(harness, checks(harness), 10_000),
  )

  always('nothing is cancelled inside the cancel window (I-2)', (harness) => {
    if (harness.device.wasSetForward || harness.backend.defersCancel) return undefined
    const { session, sendsTime } = harness.backend
    const early = cancels(harness).find(({ verifyId, at }) => {
      // A repeat under the same key may be answered first.
      const start = starts(harness)
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
    return early && `${harness.tell(early)} was too early`
  })

  always('a number with a live code of this flow is not started again (I-3)', (harness) => {
    // What was thought to have expired may turn out to live.
    if (harness.device.wasSetForward) return undefined
    for (const [index, second] of starts(harness).entries()) {
      const before = starts(harness).slice(0, index)
      const alive = before.find((first) => isOursAndAlive(harness, first, second))
      if (alive)
        return `${harness.tell(second)} was sent while ${harness.nameOf(alive.verifyId ?? '')} is alive`
    }
    return undefined
  })

  always('a code that was judged is not sent again (I-4)', (harness) => {
    const verdicts = [204, 400]
    for (const [index, second] of checks(harness).entries()) {
      const first = checks(harness)
        .slice(0, index)
        .find(
          (each) =>
            each.tab === second.tab &&
            each.load === second.load &&
            each.verifyId === second.verifyId &&
            each.code === second.code &&
            wasAnsweredBefore(harness, each, second) &&
            verdicts.includes(each.answer?.status ?? 0),
        )
      if (first) return `${harness.tell(second)} was judged before: ${first.answer?.status}`
    }
    return undefined
  })

  always('the time that is left never grows (I-5)', (harness) => {
    if (harness.device.wasSetForward) return undefined
    const shown = new Map<string, number>()
    for (const { tab, pageAt, isShown, state } of harness.sights) {
      const verification = verificationOf(state)
      if (!verification || !isShown) continue
      const key = `${tab} ${verification.verifyId}`
      // A 409 may tell that what was thought to have ended lives.
      if (screenKeyOf(state) === 'expired') shown.delete(key)
      if (screenKeyOf(state) !== 'code') continue
      const left = deadlinesOf(verification).expiresAt - pageAt
      const before = shown.get(key) ?? Number.POSITIVE_INFINITY
      if (left > before)
        return `${harness.nameOf(verification.verifyId)} had ${before} ms left, then ${left}`
      shown.set(key, left)
    }
    return undefined
  })

  always('no more time is promised than the service gives (E-1, I-10)', (harness) => {
    // After that a page does not know how long it was away.
    if (harness.device.wasSetBack) return undefined
    for (const { at, pageAt, isShown, state } of harness.sights) {
      const verification = verificationOf(state)
      if (!verification || !isShown || screenKeyOf(state) !== 'code') continue
      const real = harness.simulator.world.find(verification.verifyId)
      const left = deadlinesOf(verification).expiresAt - pageAt
      const given = (real?.startedAt ?? at) + 300_000 - at
      if (left > 0 && left > given + 1_000) {
        const name = harness.nameOf(verification.verifyId)
        return `${name} was shown with ${left} ms ${harness.timeOf(at)}, and had ${given}`
      }
    }
    return undefined
  })

  always('a verification is only shown for its own number (E-3, I-11)', (harness) => {
    for (const { at, state } of harness.sights) {
      const verification = verificationOf(state)
      const real = verification && harness.simulator.world.find(verification.verifyId)
      if (real && real.phone !== verification.phone) {
        return `${harness.nameOf(verification.verifyId)} was taken for another number ${harness.timeOf(at)}`
      }
    }
    return undefined
  })

  always('a code that lives is there again after a reload (E-10, I-12)', (harness) => {
    if (harness.device.wasSetForward || harness.device.wasSetBack) return undefined
    for (const [index, { tab, load, at, pageAt, state }] of harness.sights.entries()) {
      const before = harness.sights.slice(0, index).findLast((each) => each.tab === tab)
      if (!before || before.load === load || screenKeyOf(before.state) !== 'code') continue
      const verification = verificationOf(before.state)
      if (!verification || deadlinesOf(verification).expiresAt <= pageAt) continue
      if (verificationOf(state)?.verifyId !== verification.verifyId) {
        return `${harness.nameOf(verification.verifyId)} was gone ${harness.timeOf(at)}`
      }
    }
    return undefined
  })

  whenever('whoever looks for a way out finds it within 5 minutes (I-6)', 'looksForWayOut')

  whenever(
    'whoever wants to be verified is, within 5 minutes after all trouble has ended (I-6)',
    'wantsToBeVerified',
  )

  whenever(
    'an action that looks available does something, and one that does not does nothing (I-13, A11Y-13)',
    'pressesEveryButton',
  )

  always(
    'nothing is sent 15 s after the last press, but cancels of abandoned numbers (I-7)',
    (harness) => {
      const late = harness.requests.find((request) => {
        const { operation, tab, at, verifyId } = request
        const gesture = harness.gestures.findLast((each) => each.tab === tab && each.at <= at)
        if (gesture && at <= gesture.at + 15_000) return false
        if (operation === 'start') return !(gesture && isRepeat(harness, request, gesture.at))
        const wasLeft = harness.sights.some(
          (sight) =>
            sight.tab === tab &&
            sight.at <= at &&
            sight.state.cancelQueue.some((each) => each.verification.verifyId === verifyId),
        )
        return operation !== 'cancel' || !wasLeft
      })
      return late && `${harness.tell(late)} was nobody's wish`
    },
  )

  always('a number is reported verified once, and only when it is (I-8)', (harness) => {
    const seen = new Set<string>()
    for (const { tab, load, verifyId, isTrue } of harness.verified) {
      const key = `${tab} ${load} ${verifyId}`
      if (seen.has(key)) return `${harness.nameOf(verifyId)} was reported twice`
      seen.add(key)
      if (!isTrue) return `${harness.nameOf(verifyId)} was reported and never confirmed`
    }
    return undefined
  })

  whenever(
    'a success is reported to whoever looks, unless another number is wanted (I-8, E-14)',
    'comesBack',
    (harness) => {
      const { id, load } = harness.active
      const lost = checks(harness).find(({ tab, load: sentBy, verifyId, answer }) => {
        if (tab !== id || sentBy !== load || answer?.status !== 204) return false
        const sight = harness.sights.findLast(
          (each) => each.tab === tab && each.load === load && each.at < answer.at,
        )
        const isAwaited =
          sight?.state.step.name === 'phone' ||
          (sight && verificationOf(sight.state)?.verifyId === verifyId)
        const isTold = harness.verified.some(
          (each) => each.tab === tab && each.verifyId === verifyId,
        )
        return isAwaited && !isTold
      })
      return lost && `the answer to ${harness.tell(lost)} was lost`
    },
  )

  always('an abandoned number is cancelled before it is called (I-9)', (harness) => {
    if (harness.device.wasSetForward || harness.device.wasSetBack) return undefined
    const calls = harness.simulator.handset
      .getSnapshot()
      .filter(({ channel }) => channel === 'voice')
    const call = calls.find((each) => wasLeftInTime(harness, each) && !wasCancelSent(harness, each))
    return call && `${harness.nameOf(call.verifyId)} was called ${harness.timeOf(call.at)}`
  })

  always(
    'what stands in a live region is true for as long as it stands there (I-14, A11Y-6)',
    (harness) => {
      // Nobody is told anything by a device that sleeps, and none knows how long it has.
      if (harness.performed.some(({ action }) => action.do === 'sleep' || action.do === 'setWall'))
        return undefined
      for (const [index, sight] of harness.sights.entries()) {
        const { tab, load, isShown, isHidden, announcement } = sight
        if (!announcement || !isShown || isHidden) continue
        const next = harness.sights
          .slice(index + 1)
          .find((each) => each.tab === tab && each.load === load)
        // It stands there until the next thing that is to be seen.
        for (const pageAt of [sight.pageAt, (next?.pageAt ?? 0) - 1]) {
          const isGone = announcement.until !== undefined && pageAt >= announcement.until
          if (pageAt < sight.pageAt || isGone || isSo(announcement, { ...sight, pageAt })) continue
          const { kind, seconds } = announcement
          return `${kind} ${seconds} stood there ${pageAt - announcement.at} ms after, ${harness.timeOf(sight.at)}`
        }
      }
      return undefined
    },
  )

  always('a code that is known to be dead is not shown as alive (I-15)', (harness) => {
    for (const { tab, load, verifyId, answer } of harness.requests.filter(isEnd)) {
      const lie = harness.sights.find(
        (sight) =>
          sight.tab === tab &&
          sight.load === load &&
          sight.at > (answer?.at ?? 0) &&
          screenKeyOf(sight.state) === 'code' &&
          verificationOf(sight.state)?.verifyId === verifyId,
      )
      if (lie) return `${harness.nameOf(verifyId ?? '')} was shown ${harness.timeOf(lie.at)}`
    }
    return undefined
  })
})

/** Whether a sentence is true, by what it says. */
function isSo(announcement: NonNullable<Sight['announcement']>, { state, pageAt }: Sight): boolean {
  const said = announcementText(announcement, 'X', verificationFlowMessages)
  const { name } = state.step
  const verification = verificationOf(state)
  const deadlines = verification && deadlinesOf(verification)
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
    const call = deadlines?.deliveries.find(({ at }) => at > pageAt)
    return name !== 'expired' && isNear(call?.at)
  }
  if (/valid for/.test(said)) return screenKeyOf(state) === 'code' && isNear(deadlines?.expiresAt)
  if (/now cancel or send/.test(said)) {
    return (
      name === 'entering' &&
      pageAt >= (deadlines?.cancelAt ?? Number.POSITIVE_INFINITY) &&
      pageAt < (deadlines?.expiresAt ?? 0)
    )
  }
  if (/verified/i.test(said)) return name === 'verified' || /in another tab/.test(said)
  if (/in progress|lost contact/.test(said)) return name === 'blocked'
  if (/couldn’t confirm that/.test(said)) return name === 'startUncertain'
  return pageAt - announcement.at < 5_000
}

/** A start repeated after a 409 to the start that was pressed, for 15 s at most. */
const isRepeat = (
  harness: Harness,
  { tab, load, phone, at }: WireRequest,
  pressedAt: number,
): boolean =>
  starts(harness).some(
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
function wasLeftInTime(harness: Harness, { verifyId, at }: Call): boolean {
  const start = starts(harness).find((each) => each.verifyId === verifyId)
  if (!start?.answer) return false
  // The bounds of a start are whole seconds apart.
  const from = Math.max(start.answer.at + 31_000, at - 5_000)
  if (from >= at) return false
  const isDisturbed = harness.performed.some(
    ({ action, ...each }) => disturbing.includes(action.do) && each.to >= from && each.from <= at,
  )
  const online = harness.performed.findLast(({ action, to }) => action.do === 'online' && to < from)
  if (isDisturbed || (online?.action.do === 'online' && !online.action.isOnline)) return false
  const sights = harness.sights.filter(
    (sight) => sight.tab === start.tab && sight.at >= from && sight.at <= at,
  )
  const before = harness.sights.findLast((sight) => sight.tab === start.tab && sight.at <= from)
  return [before, ...sights].every(
    (sight) =>
      sight?.state.step.name === 'locked' ||
      (sight && verificationOf(sight.state)?.verifyId !== verifyId),
  )
}

const disturbing: SessionAction['do'][] = ['online', 'sleep', 'openTab']

const wasCancelSent = (harness: Harness, { verifyId, at }: Call): boolean =>
  cancels(harness).some((each) => each.verifyId === verifyId && each.at < at)

const wasAnsweredBefore = (
  { requests }: Harness,
  { answer }: WireRequest,
  second: WireRequest,
): boolean => answer !== undefined && answer.requestsBefore <= requests.indexOf(second)

/** Whether the page that sent `second` had heard of the verification of `first`, and it lives. */
function isOursAndAlive(harness: Harness, first: WireRequest, second: WireRequest): boolean {
  const { verifyId, phone, tab, key } = first
  if (verifyId === undefined || !wasAnsweredBefore(harness, first, second)) return false
  if (tab !== second.tab || phone !== second.phone) return false
  // A repeat may have been answered with what the first request of its key made.
  const sentFirst = starts(harness).find((each) => each.tab === tab && each.key === key) ?? first
  // By the clock of the page, which may be set between two loads, or by the true one.
  const age = Math.max(second.pageAt - sentFirst.pageAt, second.at - sentFirst.at)
  if (age >= 300_000) return false
  if (second.at >= (first.acceptedAt ?? first.at) + 300_000) return false
  // A backend with a session may have told of a success whose answer was lost.
  const isDone = harness.sights.some(
    ({ state: { step }, at }) =>
      step.name === 'verified' && step.verification.verifyId === verifyId && at <= second.at,
  )
  if (isDone) return false
  return !harness.requests.some(
    (each) => each.verifyId === verifyId && wasAnsweredBefore(harness, each, second) && isEnd(each),
  )
}

/** An answer after which the verification is dead for all who hear it. */
const isEnd = ({ operation, answer }: WireRequest): boolean => {
  if (operation === 'cancel') return [204, 202, 404].includes(answer?.status ?? 0)
  return operation === 'check' && (answer?.status === 204 || answer?.isDead === true)
}
