import type { FlowState } from '@phoneproof/hooks'
import type { FlowStep } from '@phoneproof/hooks/internal/verification-flow'
import type { CancelOnItsWay, CheckOnItsWay, Outside, Position } from './position.ts'

// Two positions are one when they differ only in the names of ids, keys, numbers and codes, or by a
// shift of time. So names count by the order in which they are met, and instants by their distance
// from now. The compiler asks for every member of the state here: one that was left out would fold
// together what is different.

type Write<T> = (value: T) => void
type Members<T> = { readonly [Key in keyof Required<T>]: Write<Required<T>[Key] | T[Key]> }
type Verification = CheckOnItsWay['verification']
type Start = FlowState['inFlight'][number]['start']
type Entry = FlowState['cancelQueue'][number]
type StepNamed<Name extends FlowStep['name']> = Extract<FlowStep, { name: Name }>

let now = 0
let one = 0
let two = 0
const names: string[] = []
const kinds = new Map<string, number>()

/** Two hashes of the same numbers, which together tell apart more than there are positions. */
function put(value: number): void {
  one = Math.imul(one ^ value, 0x9e3779b1)
  one ^= one >>> 15
  two = Math.imul(two ^ value, 0x85ebca6b) + 0x27d4eb2f
  two ^= two >>> 13
}

/** The position as a number of 53 bits. */
export function canonicalHash(position: Position): number {
  now = position.now
  one = 0x811c9dc5
  two = 0x1b873593
  names.length = 0
  stateMembers(position.state)
  outsideMembers(position.outside)
  return (one >>> 0) * 0x20_00_00 + ((two >>> 0) >>> 11)
}

const nothing = -0x7fff_fff1
const count: Write<number | undefined> = (value) => put(value ?? nothing)
const flag: Write<boolean | undefined> = (value) => put(value ? 1 : 0)
const instant: Write<number | undefined> = (value) => {
  if (value === undefined) put(nothing)
  else put(value === Number.POSITIVE_INFINITY ? nothing + 1 : value - now)
}
const kind: Write<string | undefined> = (value) => {
  if (value === undefined) return put(nothing)
  const known = kinds.get(value)
  if (known !== undefined) return put(known)
  kinds.set(value, kinds.size)
  put(kinds.size)
}
const name: Write<string | undefined> = (value) => {
  if (value === undefined) return put(nothing)
  const known = names.indexOf(value)
  put(known === -1 ? names.push(value) - 1 : known)
}
/** Also by how much of it is there. */
const code: Write<string | undefined> = (value) => {
  put(value?.length ?? nothing)
  if (value !== undefined) name(value)
}
const notWritten = (): void => {}

function members<T extends object>(each: Members<T>): Write<T> {
  const written = Object.entries(each).filter(([, write]) => write !== notWritten)
  // SAFETY: `each` has a writer for every member, of that member's type.
  const keys = written.map(([key]) => key as keyof T)
  const writers = written.map(([, write]) => write as Write<unknown>)
  // It runs a hundred million times: no iterator, no pair.
  return (value) => {
    for (let index = 0; index < keys.length; index += 1) {
      // SAFETY: there is a key for each index.
      writers[index]?.(value[keys[index] as keyof T])
    }
  }
}
const optional =
  <T>(write: Write<T>): Write<T | undefined> =>
  (value) => {
    if (value === undefined) put(nothing)
    else write(value)
  }
const list =
  <T>(write: Write<T>): Write<readonly T[]> =>
  (values) => {
    put(values.length)
    values.forEach(write)
  }

const verification = members<Verification>({
  verifyId: name,
  phone: name,
  codeLength: count,
  // Those of one service.
  terms: notWritten,
  earliestStart: instant,
  latestStart: instant,
})
const request = members<Entry['request']>({ sendAt: instant, sentAt: instant, repeats: count })
const start = members<Start>({
  startId: name,
  keysUsed: count,
  pressedAt: instant,
  phone: name,
  firstSentAt: instant,
  uncertain: flag,
  validForMs: count,
  acceptedBefore: instant,
})

const steps: { readonly [Name in FlowStep['name']]: Write<StepNamed<Name>> } = {
  phone: members<StepNamed<'phone'>>({ name: kind }),
  starting: members<StepNamed<'starting'>>({
    name: kind,
    start,
    mode: kind,
    request,
    token: (value) => name(value === undefined ? undefined : tokenName(value)),
    conflictAt: instant,
    problem: optional((problem) => step(problem)),
  }),
  startUncertain: members<StepNamed<'startUncertain'>>({
    name: kind,
    start,
    mode: kind,
    token: (value) => name(value === undefined ? undefined : tokenName(value)),
  }),
  blocked: members<StepNamed<'blocked'>>({ name: kind, start, until: instant, retryAt: instant }),
  entering: members<StepNamed<'entering'>>({ name: kind, verification }),
  checking: members<StepNamed<'checking'>>({
    name: kind,
    verification,
    code,
    request,
    isCancelled: flag,
  }),
  resendCancelling: members<StepNamed<'resendCancelling'>>({
    name: kind,
    verification,
    start,
    codeBefore: code,
    request,
  }),
  cancelling: members<StepNamed<'cancelling'>>({ name: kind, verification, request }),
  expired: members<StepNamed<'expired'>>({ name: kind, verification, cause: kind }),
  locked: members<StepNamed<'locked'>>({ name: kind, verification }),
  verified: members<StepNamed<'verified'>>({
    name: kind,
    verification,
    at: instant,
    source: kind,
    proof: notWritten,
  }),
}
// SAFETY: the writer of a step is found by its name.
const step = (value: FlowStep): void => (steps[value.name] as Write<FlowStep>)(value)

const tokenNames: string[] = []
const tokenName = (value: number): string => (tokenNames[value] ??= `token ${value}`)

const limits = members<FlowState['notBefore']>({
  start: instant,
  check: instant,
  cancel: instant,
  newCode: instant,
})
const unsaid = members<FlowState['unsaidWaits']>({
  start: count,
  check: count,
  cancel: count,
  newCode: count,
})

const stateMembers = members<FlowState>({
  step,
  settings: ({ maxCodes, maxAttempts, defersCancel }) => {
    put(maxCodes)
    count(maxAttempts)
    flag(defersCancel)
  },
  phone: name,
  code,
  refusedCodes: list((each) => {
    name(each.verifyId)
    name(each.code)
  }),
  uncheckedCode: code,
  failedAttempts: count,
  attemptsLeft: count,
  // As many as numbers in `sentTo`, which is asked of every state.
  codesSent: notWritten,
  sentTo: list(name),
  error: optional((error) => {
    kind(error.kind)
    instant(error.retryAt)
  }),
  notice: optional((notice) => {
    kind(notice.kind)
    name(notice.phone)
    instant(notice.until)
  }),
  notBefore: limits,
  unsaidWaits: unsaid,
  inFlight: list((each) => {
    start(each.start)
    name(tokenName(each.token))
    instant(each.sentAt)
    flag(each.isFirst)
    flag(each.isHandedOver)
  }),
  // The next token is a new name, whichever it is.
  startRequests: notWritten,
  freed: optional((freed) => {
    name(freed.phone)
    instant(freed.at)
  }),
  checkInFlight: optional((check) => {
    name(check.verifyId)
    code(check.code)
    instant(check.sentAt)
  }),
  cancelQueue: list(members<Entry>({ verification, request, isLocked: flag, isInDoubt: flag })),
  verifiedId: name,
  online: flag,
})

const outsideMembers = members<Outside>({
  checks: list((each: CheckOnItsWay) => {
    name(each.verification.verifyId)
    code(each.code)
    instant(each.sentAt)
  }),
  cancels: list((each: CancelOnItsWay) => {
    name(each.verifyId)
    instant(each.sentAt)
  }),
  // All else about it is written where the state has it.
  alive: list((each) => name(each.verifyId)),
  judged: list((each) => {
    name(each.verifyId)
    name(each.code)
  }),
  idsGiven: notWritten,
})
