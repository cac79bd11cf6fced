import type { Clock } from '@phoneproof/client'
import type { QueryClient } from '@tanstack/react-query'
import { setAlarm } from '../lib/alarm.ts'
import { createStore } from '../lib/create-store.ts'
import { dueEntries } from './abandoned.state.ts'
import { announcementFor, isStillSo, saidNow, type Said } from './announcements.state.ts'
import { newAttemptId } from './attempt-id.ts'
import { nextBoundary } from './boundary.state.ts'
import { flowEventsFor, flowEventsOnLoad, type FlowEvent } from './flow-events.state.ts'
import { forgottenAt, recordOf, restoreFlow } from './flow-record.state.ts'
import { createFlowMemory } from './flow-storage.ts'
import { hideCodes, type FlowTransition } from './flow-transition.state.ts'
import { createHosts, type VerificationListeners } from './hosts.ts'
import { noPage, type FlowStorage, type Page } from './page.ts'
import { logFault, warnAboutSharing } from './developer-notes.ts'
import { isDue } from './request.state.ts'
import { createRequests } from './requests.run.ts'
import type { VerificationRunConfig } from './run-config.ts'
import { waitsForCancel } from './start.machine.ts'
import { createTabs } from './tabs.run.ts'
import { transition, type VerificationEvent } from './verification.machine.ts'
import {
  initialState,
  isCancelling,
  isCheckInFlight,
  isStartInFlight,
  verificationOf,
  type VerificationState,
} from './verification.state.ts'

export interface VerificationRunOptions {
  config: VerificationRunConfig
  clock: Clock
  queryClient: QueryClient
  flowId: string
  page?: Page | undefined
  /** Instead of the page's `sessionStorage`; `'none'` keeps nothing. */
  storage?: FlowStorage | 'none' | undefined
  /** The number to offer first. */
  defaultPhone?: string | undefined
  /** Starts exactly here, for tests and stories. Nothing is read from storage. */
  initialState?: VerificationState | undefined
  /** What a finished flow of this id has left to do. */
  inherited?: Inheritance | undefined
}

/** Numbers to cancel, and answers to come. */
export type Inheritance = Pick<VerificationState, 'queue' | 'inFlight' | 'sends'>

/** The state, with the instant it was looked at. Stable between changes and boundaries. */
export interface VerificationSnapshot {
  readonly state: VerificationState
  readonly now: number
  /** What screen readers are being told, as long as it is so. */
  readonly announcement: Said | undefined
}

type WithoutAt<E> = E extends { at: number } ? Omit<E, 'at'> : never
export type Outgoing = WithoutAt<VerificationEvent>

export interface VerificationRun {
  readonly getSnapshot: () => VerificationSnapshot
  /** A blank flow, for server rendering and hydration. */
  readonly getServerSnapshot: () => VerificationSnapshot
  readonly subscribe: (listener: () => void) => () => void
  /** The clock's time is added. */
  readonly send: (event: Outgoing) => void
  readonly submitPhone: (phone: string | undefined, country: string | undefined) => void
  readonly requestNewCode: () => void
  readonly configure: (config: VerificationRunConfig) => void
  /** Somebody looks at it: timers, page events and other tabs are on until the returned call. */
  readonly retain: (listeners: VerificationListeners) => () => void
  /** Verified, told to a host, and looked at by nobody any more. */
  readonly isFinished: boolean
  /** Another flow takes its place, and gets all answers that are still to come. */
  readonly giveWayTo: (heir: VerificationRun) => void
}

declare const process: { env: { NODE_ENV?: string } }

/**
 * The effects of the machine: owns state, client and clock. No React. It begins when it is looked at
 * or used: made on a server, it reads neither a clock nor a storage.
 */
export function createVerificationRun(options: VerificationRunOptions): VerificationRun {
  const blank = initialState({ settings: options.config.settings, phone: options.defaultPhone })
  const serverSnapshot: VerificationSnapshot = { state: blank, now: 0, announcement: undefined }
  let begun: BegunRun | undefined
  const run = (): BegunRun => (begun ??= beginRun(options, blank))
  // Not with the first component: it may never come to be mounted.
  if (options.inherited) run()
  return {
    getSnapshot: () => run().getSnapshot(),
    getServerSnapshot: () => serverSnapshot,
    subscribe: (listener) => run().subscribe(listener),
    send: (event) => run().send(event),
    submitPhone: (phone, country) => run().submitPhone(phone, country),
    requestNewCode: () => run().requestNewCode(),
    configure: (config) => run().configure(config),
    retain: (listeners) => run().retain(listeners),
    get isFinished() {
      return begun?.isFinished ?? false
    },
    giveWayTo: (heir) => run().giveWayTo(heir),
  }
}

type BegunRun = Omit<VerificationRun, 'getServerSnapshot'>

function beginRun(options: VerificationRunOptions, blank: VerificationState): BegunRun {
  const { clock, queryClient, flowId, page = noPage, inherited } = options
  let { config } = options
  const name = `phoneproof:${flowId}`
  const isFixed = options.initialState !== undefined
  const storage = options.storage === 'none' ? undefined : (options.storage ?? page.storage)
  const memory = createFlowMemory(isFixed ? undefined : storage, flowId)
  const store = createStore<VerificationSnapshot>({
    state: options.initialState ?? {
      ...blank,
      ...restoreFlow(memory.text, clock.now()),
      ...inherited,
    },
    now: clock.now(),
    announcement: undefined,
  })
  let { state } = store.getSnapshot()
  /**
   * The snapshot a visible page last had: announcements missed while hidden collapse into one.
   * A notice that was there from the start was not heard yet.
   */
  let heard: VerificationSnapshot = {
    ...store.getSnapshot(),
    state: { ...state, notice: undefined },
  }
  let saidCount = 0
  let leavePage: (() => void) | undefined
  let heir: VerificationRun | undefined
  /** Until when everything that time does has been done. */
  let doneUntil = clock.now()
  const hosts = createHosts()
  /** Not after a reload: what was sent before it goes on, or has ended. */
  let hasStartedItself = isFixed || (memory.text !== null && !inherited)
  if (!isFixed) flowEventsOnLoad(store.getSnapshot()).forEach(reportEvent)

  const tabs = createTabs({ clock, page, name, state: () => state, send })
  const requests = createRequests({
    clock,
    queryClient,
    config: () => config,
    send,
    askTabs: tabs.ask,
    onFault(error, meaning) {
      if (process.env.NODE_ENV !== 'production') logFault(meaning)
      hosts.tell((host) => host.onError?.(error))
    },
  })

  if (inherited) schedule()

  function send(outgoing: Outgoing): void {
    if (heir) return heir.send(outgoing)
    const at = clock.now()
    // Timers may be late, and a device may have slept: what time has ended is over before all else.
    if (outgoing.type !== 'CLOCK' && transition(state, { type: 'CLOCK', at }) !== state) tick()
    // SAFETY: adding `at` back makes the event it was taken from.
    const event = { ...outgoing, at } as VerificationEvent
    const before = store.getSnapshot()
    doneUntil = at
    state = transition(state, event)
    const launches = dueRequests(at)
    // Written down before it goes out: the page may be gone before the answer.
    memory.keep(recordOf(state, at), at)
    for (const launch of launches) void launch()
    publish(before, at, event)
    schedule()
  }

  /** Marks what must go out now as sent, and says how. */
  function dueRequests(at: number): (() => Promise<void>)[] {
    const { main } = state
    const launches: (() => Promise<void>)[] = []
    const cancel = (verifyId: string): void => {
      state = transition(state, { type: 'CANCEL_SENT', verifyId, at })
      launches.push(() => requests.cancel(verifyId))
    }
    if ('request' in main && isDue(main.request, at)) {
      if (main.step === 'starting' && !isStartInFlight(state, at) && !waitsForCancel(state)) {
        state = transition(state, { type: 'START_SENT', at })
        const attempt = state.inFlight.at(-1)?.attempt ?? main.attempt
        const token = state.sends
        launches.push(() => requests.start(attempt, token))
      } else if (main.step === 'checking' && !isCheckInFlight(state, at)) {
        state = transition(state, { type: 'CHECK_SENT', at })
        launches.push(() => requests.check(main.verification, main.code))
      } else if (isCancelling(main)) {
        cancel(main.verification.verifyId)
      }
    }
    if (page.isOnline()) {
      for (const { verification } of dueEntries(state.queue, at)) cancel(verification.verifyId)
    }
    return launches
  }

  function publish(before: VerificationSnapshot, now: number, event: VerificationEvent): void {
    // Nothing but time has passed, and nobody is looking at it.
    if (state === before.state && (event.type !== 'CLOCK' || page.isHidden())) return
    const moment = { state, now }
    const { announcement: last } = before
    const silent = { ...moment, announcement: last && isStillSo(last, moment) ? last : undefined }
    const news = page.isHidden() ? undefined : announcementFor(heard, silent)
    if (news) saidCount += 1
    const after = news ? { ...silent, announcement: saidNow(news, saidCount, moment) } : silent
    if (!page.isHidden()) heard = after
    store.set(after)
    // A host may send events of its own from here on: what counts is what this one led to.
    if (after.state !== before.state) reportTransition(event.type, now)
    flowEventsFor(before, after, event).forEach(reportEvent)
    const { main, unanswered } = after.state
    if (main.step === 'verified' && before.state.main.step !== 'verified') {
      const { source, verification } = main
      const { phone, verifyId } = verification
      hosts.tell((host) => host.onVerified?.({ phone, verifyId, source }))
    }
    tabs.tell(before.state, after.state, event)
    const asked = verificationOf(after.state)
    if (asked && unanswered !== undefined && unanswered !== before.state.unanswered) {
      void requests.confirm(asked)
    }
  }

  function reportTransition(event: FlowTransition['event'], at: number): void {
    const { state: led } = store.getSnapshot()
    hosts.tell((host) => host.onTransition?.({ event, at, state: hideCodes(led) }))
  }

  function reportEvent(event: FlowEvent): void {
    hosts.tell((host) => host.onEvent?.(event))
  }

  function schedule(): void {
    const looking = page.isHidden() ? 'hidden' : 'seen'
    const audience = hosts.count === 0 ? 'unmounted' : looking
    setAlarm(clock, tick, nextBoundary(state, doneUntil, audience))
  }

  function tick(): void {
    send({ type: 'CLOCK' })
  }

  /** Nobody looks from here on: what a reload may find, and not for long. */
  function keepForReload(): void {
    const now = clock.now()
    const record = recordOf(state, now, true)
    memory.keep(record, now, true)
    setAlarm(clock, forget, storage && record && forgottenAt(record, now))
  }

  function forget(): void {
    memory.keep(recordOf(state, clock.now()), clock.now())
  }

  /** Time may have passed unnoticed, the connection may have changed, the page may be going. */
  function look(): void {
    if (page.isOnline() !== state.online) send({ type: page.isOnline() ? 'ONLINE' : 'OFFLINE' })
    tick()
    if (page.isHidden()) return keepForReload()
    // Not while hidden: a page may be loaded before anybody wants it.
    if (hasStartedItself || !config.autoStart) return
    hasStartedItself = true
    if (state.main.step === 'phone') submitPhone(state.phone, state.country)
  }

  function submitPhone(phone: string | undefined, country: string | undefined): void {
    send({ type: 'SUBMIT_PHONE', phone, country, attemptId: newAttemptId() })
  }

  function retain(listeners: VerificationListeners): () => void {
    hosts.add(listeners)
    memory.sweep(clock.now())
    if (hosts.count > 1) {
      if (process.env.NODE_ENV !== 'production') warnAboutSharing(flowId)
    } else {
      const unwatch = page.watch(look)
      const leaveTabs = tabs.join()
      leavePage = () => {
        unwatch()
        leaveTabs()
      }
      // A flow started somewhere on purpose stays there until its clock moves.
      if (isFixed) schedule()
      else look()
    }
    reportTransition('MOUNT', clock.now())
    return () => {
      hosts.remove(listeners)
      if (hosts.count > 0) return
      leavePage?.()
      if (heir) return
      keepForReload()
      schedule()
    }
  }

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    send,
    retain,
    get isFinished() {
      return state.main.step === 'verified' && hosts.count === 0 && !hosts.isOwed
    },
    giveWayTo(next) {
      heir = next
      setAlarm(clock, tick, undefined)
      setAlarm(clock, forget, undefined)
    },
    submitPhone,
    requestNewCode: () => send({ type: 'NEW_CODE', attemptId: newAttemptId() }),
    configure(next) {
      const changed = JSON.stringify(config.settings) !== JSON.stringify(next.settings)
      config = next
      if (changed) send({ type: 'CONFIGURE', settings: next.settings })
    },
  }
}
