// What a designer has to sign off: each state there is has a story that shows it. The stories are
// drawn and looked at, so that none can claim what it does not show, and only what is seen counts: a
// live region is for the ears. The lists are types of the kit or come from its code: a new step, error
// or instant does not compile here until it is listed, or is missed at once.
import { textMagic } from '@phoneproof/client'
import { termsOf, verificationFlowParts } from '@phoneproof/hooks/internal/verification-flow'
import {
  phoneEntryMessages,
  verificationFlowMessages,
  type FlowErrorKind,
  type FlowNoticeKind,
  type FlowState,
  type FlowStepName,
  type PhoneProblem,
  type Verification,
} from '@phoneproof/hooks'
import type { PhoneRefusal } from '@phoneproof/hooks/internal/phone-entry'
import {
  instantsOf,
  type ScreenKey,
  type StartMode,
} from '@phoneproof/hooks/internal/verification-flow'
import { fireEvent, render, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentType } from 'react'
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import * as theming from '../../.storybook/theming/theming.stories.tsx'
import { storyNow } from '../../.storybook/story-world.ts'
import codeInputReadme from '../../packages/hooks/src/code-input/README.md?raw'
import * as codeInput from '../../packages/react/src/code-input/code-input.stories.tsx'
import * as phoneEntry from '../../packages/react/src/phone-entry/phone-entry.stories.tsx'
import flowPage from '../../packages/react/src/verification-flow/verification-flow.mdx?raw'
import * as flow from '../../packages/react/src/verification-flow/verification-flow.stories.tsx'

const steps = {
  phone: true,
  starting: true,
  startUncertain: true,
  blocked: true,
  entering: true,
  checking: true,
  cancelling: true,
  resendCancelling: true,
  expired: true,
  locked: true,
  verified: true,
} satisfies Record<FlowStepName, true>

const modes = { fresh: true, afterCancel: true, afterExpiry: true } satisfies Record<
  StartMode,
  true
>

const screens = {
  phone: true,
  code: true,
  uncertain: true,
  blocked: true,
  expired: true,
  locked: true,
  verified: true,
} satisfies Record<ScreenKey, true>

const errors = {
  invalidPhone: true,
  unavailable: true,
  offline: true,
  rateLimited: true,
  limitReached: true,
  notSent: true,
  incompleteCode: true,
  noCodeFound: true,
  wrongCode: true,
  alreadyTried: true,
  tooManyTries: true,
  codeExpired: true,
  checkOffline: true,
  checkUnavailable: true,
  checkUncertain: true,
  cancelFailed: true,
  notCancellable: true,
  newCodeFailed: true,
  newCodeNotYet: true,
  oldCodeStopped: true,
} satisfies Record<FlowErrorKind, true>

/** `codeSent` is announced, and not shown: the introduction says it. */
const notices = {
  newCodeSent: true,
  alreadySent: true,
  mayStillWork: true,
  cancelled: true,
  cancelledElsewhere: true,
  replacedElsewhere: true,
  expiredWhileAway: true,
  mayStillCall: true,
  oldCodeStopped: true,
  backOnline: true,
} satisfies Record<Exclude<FlowNoticeKind, 'codeSent'>, true>

const expiries = {
  time: true,
  whileChecking: true,
  ended: true,
  unconfirmed: true,
} satisfies Record<keyof typeof verificationFlowMessages.expiredText, true>

const problems = {
  empty: true,
  needsCountry: true,
  unknownCode: true,
  countryNotAllowed: true,
  tooShort: true,
  tooLong: true,
  invalidLength: true,
  invalid: true,
  wrongType: true,
} satisfies Record<PhoneProblem, true>

const refusals = { letters: true, extension: true } satisfies Record<PhoneRefusal, true>

const keys = <K extends string>(all: Record<K, true>): K[] => Object.keys(all) as K[]
const missing = <K extends string>(all: Record<K, true>, isShown: (key: K) => boolean): K[] =>
  keys(all).filter((key) => !isShown(key))

interface Story {
  Component: ComponentType
  input: { play?: (context: object) => void | Promise<void> }
  composed: {
    args: { second?: number; state?: (verification: Verification) => Partial<FlowState> }
  }
}

/** SAFETY: what the `story()` of Storybook makes. */
const storiesOf = (module: object): [name: string, story: Story][] =>
  Object.entries(module as Record<string, Story>).filter(([, story]) => 'Component' in story)

const all = {
  'the code field': storiesOf(codeInput),
  'the phone field': storiesOf(phoneEntry),
  'the flow': storiesOf(flow),
  theming: storiesOf(theming),
}

/** What is seen: not what is there for screen readers alone. */
function seenText(node: Element): string {
  const copy = node.cloneNode(true) as Element
  const unseen = '[data-part="status"], [data-part="alert"], [data-part="results"], style'
  for (const each of copy.querySelectorAll(unseen)) each.remove()
  return plain(copy.textContent)
}

/** Numbers are isolated; how they are written is not what is compared. */
const plain = (text: string): string => text.replaceAll(/\u2066[^\u2069]*\u2069/g, 'NUMBER')

interface Drawn {
  name: string
  root: HTMLElement | undefined
  text: string
  attributes: Set<string>
  parts: Set<string>
}

function look(name: string, container: Element, scope: string): Drawn {
  const nodes = [
    ...container.querySelectorAll(`[data-scope="${scope}"], [data-scope="${scope}"] *`),
  ]
  const inside = nodes.filter(
    (node) => (node.closest('[data-scope]') as HTMLElement | null)?.dataset['scope'] === scope,
  )
  const root = container.querySelector<HTMLElement>(`[data-scope="${scope}"][data-part="root"]`)
  return {
    name,
    root: root ?? undefined,
    text: seenText(container),
    attributes: new Set(
      inside.flatMap((node) => node.getAttributeNames().filter((each) => each.startsWith('data-'))),
    ),
    parts: new Set(inside.flatMap((node) => node.getAttribute('data-part') ?? [])),
  }
}

function draw(stories: [string, Story][], scope: string): Drawn[] {
  return stories.map(([name, { Component }]) => {
    const { container, unmount } = render(<Component />)
    const drawn = look(name, container, scope)
    unmount()
    return drawn
  })
}

const flows = draw(all['the flow'], 'verification-flow')
const has = (text: string) => flows.some((story) => story.text.includes(plain(text)))
const union = (sets: readonly Set<string>[]): string[] => [
  ...new Set(sets.flatMap((set) => [...set])),
]

/** The verification of a story that is 0 s old. */
const verification: Verification = {
  verifyId: 'story',
  phone: '+447400123456',
  codeLength: 6,
  terms: termsOf(textMagic),
  earliestStart: storyNow,
  latestStart: storyNow,
}
const states = all['the flow'].map(([, { composed }]) => {
  const { second = 0, state } = composed.args
  return { second, step: state?.(verification).step }
})

describe('the flow', () => {
  it('shows each step of the machine, each screen, and each way to start', () => {
    const seen = (name: string) => new Set(flows.map(({ root }) => root?.dataset[name]))
    expect(missing(steps, (step) => seen('step').has(step))).toEqual([])
    const isShown = (key: ScreenKey) => seen('screen').has(key) || seen('problem').has(key)
    expect(missing(screens, isShown)).toEqual([])
    const started = new Set(
      states.map(({ step }) => (step?.name === 'starting' ? step.mode : undefined)),
    )
    expect(missing(modes, (mode) => started.has(mode))).toEqual([])
  })

  it('shows each error', () => {
    const details = [
      { codeLength: 6, failedAttempts: 1, codesSent: 1, attemptsLeft: undefined },
      { codeLength: 6, failedAttempts: 2, codesSent: 1, attemptsLeft: 1 },
    ]
    const isShown = (kind: FlowErrorKind) =>
      details.some((each) => has(verificationFlowMessages.errors[kind](each)))
    expect(missing(errors, isShown)).toEqual([])
  })

  it('shows each notice, and each way a code ends', () => {
    const isShown = (kind: keyof typeof notices) =>
      has(verificationFlowMessages.notices[kind]('\u2066number\u2069'))
    expect(missing(notices, isShown)).toEqual([])
    expect(missing(expiries, (cause) => has(verificationFlowMessages.expiredText[cause]))).toEqual(
      [],
    )
  })

  it('shows the code between any two instants at which something changes', () => {
    const entered = states.flatMap(({ second, step }) =>
      step?.name === 'entering' ? [second] : [],
    )
    const unseen = phases().filter(
      ([from, to]) => !entered.some((second) => from <= second && second < to),
    )
    expect(unseen).toEqual([])
  })

  it('carries the parts and attributes that its page lists, and no others', () => {
    const [, section = ''] = flowPage.split('## Attributes and custom properties')
    const [, list = ''] = /`data-part`:\n([^]*?)\.\n/.exec(section) ?? []
    const listed = [...list.matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => name)
    const drawn = union(flows.map(({ parts }) => parts)).sort()
    expect(drawn).toEqual(listed.sort())
    expect(drawn).toEqual([...verificationFlowParts].sort())
    const table = [...section.matchAll(/^\| (`data-[^|]*) \|/gm)].map(([, cell = '']) => cell)
    const named = table.flatMap((cell) => [...cell.matchAll(/data-[a-z-]+/g)].map(([name]) => name))
    const carried = union(flows.map(({ attributes }) => attributes))
    // Carried while something moves, which needs a browser (step-motion.browser.test.tsx).
    const moving = ['data-leaving', 'data-moving']
    expect(named).toEqual(expect.arrayContaining(moving))
    expect([...carried, ...moving].sort()).toEqual([...named, 'data-scope', 'data-part'].sort())
  })
})

/** From one instant to the next, in seconds since the start, while the code lives. */
function phases(): [from: number, to: number][] {
  const seconds = instantsOf(verification).map((instant) => (instant - storyNow) / 1000)
  const instants = [...new Set([0, ...seconds])].filter((each) => each >= 0 && each <= 300)
  const sorted = instants.sort((a, b) => a - b)
  return sorted.slice(1).map((to, index) => [sorted[index] ?? 0, to])
}

/** Plays each story, and looks at it when it has ended. */
function play(stories: [string, Story][], scope: string): () => Drawn[] {
  const drawn: Drawn[] = []
  // What a play function does is no act of this test's.
  beforeAll(() => void Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false }))
  afterAll(() => void Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true }))
  test.each(stories)('plays %s', async (name, { Component, input }) => {
    const { container } = render(<Component />)
    const canvas = within(container)
    await input.play?.({ canvas, canvasElement: container, userEvent: userEvent.setup() })
    // jsdom does not tell of selections that a script makes; a browser does.
    fireEvent(document, new Event('selectionchange'))
    drawn.push(look(name, container, scope))
  })
  return () => drawn
}

describe('the code field', () => {
  const drawn = play(all['the code field'], 'code-input')

  it('shows each state that has an attribute', () => {
    const shown = union(drawn().map(({ attributes }) => attributes))
    const named = [...codeInputReadme.matchAll(/^\| `(data-[a-z]+)` +\|/gm)].map(([, name]) => name)
    expect(named.length).toBeGreaterThan(8)
    expect(named.filter((name) => !shown.includes(name ?? ''))).toEqual([])
  })
})

describe('the phone field', () => {
  const drawn = play(all['the phone field'], 'phone-entry')

  it('shows each problem of a number, and each thing that is left out', () => {
    const isSeen = (message: string) => drawn().some(({ text }) => text.includes(message))
    expect(missing(problems, (kind) => isSeen(phoneEntryMessages.problems[kind]))).toEqual([])
    expect(missing(refusals, (kind) => isSeen(phoneEntryMessages.refusals[kind]))).toEqual([])
  })
})

it('says how many stories there are, and how many states they cover', () => {
  const counts = Object.entries(all).map(([what, stories]) => `${stories.length} of ${what}`)
  const total = Object.values(all).flat().length
  const lists: object[] = [steps, modes, screens, errors, notices, expiries, problems, refusals]
  const covered = lists.flatMap((each) => Object.keys(each)).length + phases().length
  console.info(
    `${total} stories: ${counts.join(', ')}; they cover ${covered} steps, starts, screens, errors, ` +
      'notices, ends, phases, problems and refusals.',
  )
  expect(total).toBeGreaterThan(100)
})
