// Every way through the flow that so many moves can take: what a person, the service, other tabs, the
// connection, the app and time can do next, at each instant that matters and a second before and
// after. Each position is met once, and each rule is asked of it and of every move from it.
import process from 'node:process'
import { expect, it } from 'vitest'
import testReadme from '../../../../../test/README.md?raw'
import { canonicalHash } from '../../../../../test/support/flow-exploration/canonical-form.ts'
import { explore } from '../../../../../test/support/flow-exploration/explore.ts'
import { movesFrom } from '../../../../../test/support/flow-exploration/moves.ts'
import { judgePlace } from '../../../../../test/support/flow-exploration/place-rules.ts'
import {
  arrive,
  beginning,
  type Arrival,
  type Position,
} from '../../../../../test/support/flow-exploration/position.ts'
import { judgeStep } from '../../../../../test/support/flow-exploration/step-rules.ts'
import { printSize, wayText } from '../../../../../test/support/flow-exploration/way-text.ts'
import { announcementFor } from '../view/announcements.ts'
import {
  actionText,
  alertText,
  announcementText,
  errorText,
  headingText,
  introText,
  noticeText,
  waitText,
} from '../view/flow-texts.ts'
import { viewOf } from '../view/flow-view.ts'
import { verificationFlowMessages as messages } from '../view/verification-flow.messages.ts'
import flowReadme from '../README.md?raw'
import type { FlowAction } from './flow-action.ts'

const fullDepth = 8
// FLOW_DEPTH=7 takes five seconds, and 9 some minutes.
const depth = Number(process.env['FLOW_DEPTH'] ?? fullDepth)
const leastPositions = 1_000_000

it(
  'keeps its rules wherever eight moves lead (I-1, I-2, I-3, I-4, I-6, I-7, I-8, I-13)',
  { timeout: 600_000 },
  () => {
    let arrival: Arrival | undefined
    const exploration = explore<Position, FlowAction>(
      {
        beginning,
        movesFrom,
        arrive(from, action) {
          arrival = arrive(from, action)
          return arrival.position
        },
        judgeMove: (action, _, isSame) => arrival && judgeStep({ ...arrival, action, isSame }),
        judgePlace: (position) => judgePlace(position) ?? judgeTexts(arrival?.from, position),
        hash: canonicalHash,
      },
      depth,
    )
    printSize(exploration)
    const { complaints, places } = exploration
    expect(complaints.map(({ complaint, way }) => `${complaint}\n${wayText(way)}`)).toEqual([])
    if (depth !== fullDepth) return
    expect(places).toBeGreaterThan(leastPositions)
    const told = `${(places / 1_000_000).toFixed(1)} million`
    expect(flowReadme).toContain(told)
    expect(testReadme).toContain(told)
  },
)

it('tells the shortest way to what is wrong', () => {
  const { complaints } = explore<number, number>(
    {
      beginning: 0,
      movesFrom: () => [1, 5],
      arrive: (place, move) => place + move,
      judgeMove: () => undefined,
      judgePlace: (place) => (place === 10 ? 'ten' : undefined),
      hash: (place) => place,
    },
    10,
  )
  expect(complaints).toEqual([{ complaint: 'ten', way: [5, 5] }])
})

it('takes positions for one when they differ only in names or by a shift of time', () => {
  const walk = (number: string, verifyId: string, startsAt: number, answeredAt: number): number => {
    const submit = { type: 'SUBMIT_PHONE', phone: number, startId: `of ${verifyId}` } as const
    const instant = beginning.now + startsAt
    const started = { earliestStart: instant, latestStart: instant }
    const { codeLength, terms } = beginning.state.settings
    const verification = { verifyId, phone: number, codeLength, terms, ...started }
    const from = arrive(beginning, { ...submit, at: instant }).position
    const at = instant + answeredAt
    return canonicalHash(arrive(from, { type: 'START_OK', token: 1, verification, at }).position)
  }
  const one = walk('+447400123456', 'v1', 0, 2000)
  expect(walk('+12133734253', 'v7', 60_000, 2000)).toBe(one)
  expect(walk('+447400123456', 'v1', 0, 2001)).not.toBe(one)
})

const phone = { text: '+44 7400 123456', isLandline: false }
/** Texts depend on no more than this, so each combination is read once. */
const read = new Set<string>()

/** Whatever is on screen, and is announced on the way to it, has words. */
function judgeTexts(from: Position | undefined, position: Position): string | undefined {
  const { state } = position
  const view = viewOf(position)
  const waits = view.waitReasons.map(({ reason }) => reason)
  const announcement = from && announcementFor(from, position)
  const { step, error, notice } = state
  const key = [
    step.name,
    'cause' in step ? step.cause : '',
    view.screen,
    view.problem,
    view.isSlow,
    error?.kind,
    error?.retryAt === undefined,
    notice?.kind,
    announcement?.kind,
    view.actions,
    waits,
  ].join()
  if (read.has(key)) return undefined
  read.add(key)
  const texts = [
    headingText(state, messages),
    introText(state, messages, phone),
    ...(error ? [errorText(state, messages), alertText(position, messages)] : []),
    ...(notice && notice.kind !== 'codeSent' ? [noticeText(position, messages, phone.text)] : []),
    ...(announcement ? [announcementText(announcement, phone.text, messages)] : []),
    ...view.actions.map((action) => actionText(state, action, messages, phone.text)),
    ...waits.map((reason) => waitText(reason, '0:30', messages)),
  ]
  const isSaid = (text: string | undefined): boolean =>
    text !== undefined && text !== '' && !/undefined|NaN|Invalid/.test(text)
  return texts.every(isSaid) ? undefined : `something is not said: ${key}`
}
