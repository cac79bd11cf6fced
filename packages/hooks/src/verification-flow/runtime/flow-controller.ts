import type { Clock } from '@phoneproof/client'
import type { QueryClient } from '@tanstack/react-query'
import { scheduleAt } from '../../lib/schedule-at.ts'
import { createStore } from '../../lib/create-store.ts'
import { dueEntries } from '../machine/cancel-queue.ts'
import { announcementFor, isStillSo, announceNow, type CurrentAnnouncement } from '../view/announcements.ts'
import { newStartId } from './start-id.ts'
import { nextWakeUp } from '../machine/next-wake-up.ts'
import { flowEventsFor, flowEventsOnLoad, type FlowEvent } from '../machine/flow-events.ts'
import { forgottenAt, recordOf, restoreFlow } from './flow-record.ts'
import { createFlowMemory } from './flow-storage.ts'
import { hideCodes, type FlowTransition } from '../machine/flow-transition.ts'
import { createCallbackList, type FlowCallbacks } from './callbacks.ts'
import { noEnvironment, type FlowStorage, type Environment } from '../../lib/environment.ts'
import { logFault, warnAboutSharing } from './developer-notes.ts'
import { isDue } from '../machine/request-times.ts'
import { createRequests } from './requests.ts'
import type { FlowConfig } from './flow-config.ts'
import { waitsForCancel } from '../machine/start.ts'
import { createTabs } from './tabs.ts'
import { transition, type FlowAction } from '../machine/transition.ts'
import {
  initialState,
  isCancelling,
  isCheckInFlight,
  isStartInFlight,
  verificationOf,
  type FlowState,
} from '../machine/flow-state.ts'

export interface FlowControllerOptions {
  config: FlowConfig
  clock: Clock
  queryClient: QueryClient
  flowId: string
  environment?: Environment | undefined
  /** Instead of the page's `sessionStorage`; `'none'` keeps nothing. */
  storage?: FlowStorage | 'none' | undefined
  /** The number to offer first. */
  defaultPhone?: string | undefined
  /** Starts exactly here, for tests and stories. Nothing is read from storage. */
  initialState?: FlowState | undefined
  /** What a finished flow of this id has left to do. */
  handover?: Handover | undefined
}

/** Numbers to cancel, and answers to come. */
export type Handover = Pick<FlowState, 'cancelQueue' | 'inFlight' | 'startRequests'>

/** The state, with the instant it was looked at. Stable between changes and boundaries. */
export interface FlowSnapshot {
  readonly state: FlowState
  readonly now: number
  /** What screen readers are being told, as long as it is so. */
  readonly announcement: CurrentAnnouncement | undefined
}

type WithoutAt<E> = E extends { at: number } ? Omit<E, 'at'> : never
export type UndatedAction = WithoutAt<FlowAction>

export interface FlowController {
  readonly getSnapshot: () => FlowSnapshot
  /** A blank flow, for server rendering and hydration. */
  readonly getServerSnapshot: () => FlowSnapshot
  readonly subscribe: (listener: () => void) => () => void
  /** The clock's time is added. */
  readonly send: (event: UndatedAction) => void
  readonly submitPhone: (phone: string | undefined, country: string | undefined) => void
  readonly requestNewCode: () => void
  readonly configure: (config: FlowConfig) => void
  /** Somebody looks at it: timers, page events and other tabs are on until the returned call. */
  readonly retain: (listeners: FlowCallbacks) => () => void
  /** Verified, told to a host, and looked at by nobody any more. */
  readonly isFinished: boolean
  /** Another flow takes its place, and gets all answers that are still to come. */
  readonly handOverTo: (heir: FlowController) => void
}

declare const process: { env: { NODE_ENV?: string } }

/**
 * The effects of the machine: owns state, client and clock. No React. It begins when it is looked at
 * or used: made on a server, it reads neither a clock nor a storage.
 */
export function createFlowController(options: FlowControllerOptions): FlowController {
  const blank = initialState({ settings: options.config.settings, phone: options.defaultPhone })
  const serverSnapshot: FlowSnapshot = { state: blank, now: 0, announcement: undefined }
  let begun: BegunController | undefined
  const run = (): BegunController => (begun ??= beginController(options, blank))
  // Not with the first component: it may never come to be mounted.
  if (options.handover) run()
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
    handOverTo: (heir) => run().handOverTo(heir),
  }
}

type BegunController = Omit<FlowController, 'getServerSnapshot'>

function beginController(options: FlowControllerOptions, blank: FlowState): BegunController {
  const { clock, queryClient, flowId, environment = noEnvironment, handover } = options
  let { config } = options
  const name = `phoneproof:${flowId}`
  const isFixed = options.initialState !== undefined
  const storage = options.storage === 'none' ? undefined : (options.storage ?? environment.storage)
  const memory = createFlowMemory(isFixed ? undefined : storage, flowId)
  const store = createStore<FlowSnapshot>({
    state: options.initialState ?? {
      ...blank,
      ...restoreFlow(memory.text, clock.now()),
      ...handover,
    },
    now: clock.now(),
    announcement: undefined,
  })
  let { state } = store.getSnapshot()
  /**
   * The snapshot a visible page last had: announcements missed while hidden collapse into one.
   * A notice that was there from the start was not heard yet.
   */
  let heard: FlowSnapshot = {
    ...store.getSnapshot(),
    state: { ...state, notice: undefined },
  }
  let saidCount = 0
  let leavePage: (() => void) | undefined
  let heir: FlowController | undefined
  /** Until when everything that time does has been done. */
  let doneUntil = clock.now()
  const hosts = createCallbackList()
  /** Not after a reload: what was sent before it goes on, or has ended. */
  let hasStartedItself = isFixed || (memory.text !== null && !handover)
  if (!isFixed) flowEventsOnLoad(store.getSnapshot()).forEach(reportEvent)

  const tabs = createTabs({ clock, environment, name, state: () => state, send })
  const requests = createRequests({
    clock,
    queryClient,
    config: () => config,
    send,
    askTabs: tabs.ask,
    onFault(error, meaning) {
      if (process.env.NODE_ENV !== 'production') logFault(meaning)
      hosts.notify((host) => host.onError?.(error))
    },
  })

  if (handover) schedule()

  function send(outgoing: UndatedAction): void {
    if (heir) return heir.send(outgoing)
    const at = clock.now()
    // Timers may be late, and a device may have slept: what time has ended is over before all else.
    if (outgoing.type !== 'CLOCK' && transition(state, { type: 'CLOCK', at }) !== state) tick()
    // SAFETY: adding `at` back makes the event it was taken from.
    const event = { ...outgoing, at } as FlowAction
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
    const { step } = state
    const launches: (() => Promise<void>)[] = []
    const cancel = (verifyId: string): void => {
      state = transition(state, { type: 'CANCEL_SENT', verifyId, at })
      launches.push(() => requests.cancel(verifyId))
    }
    if ('request' in step && isDue(step.request, at)) {
      if (step.name === 'starting' && !isStartInFlight(state, at) && !waitsForCancel(state)) {
        state = transition(state, { type: 'START_SENT', at })
        const start = state.inFlight.at(-1)?.start ?? step.start
        const token = state.startRequests
        launches.push(() => requests.start(start, token))
      } else if (step.name === 'checking' && !isCheckInFlight(state, at)) {
        state = transition(state, { type: 'CHECK_SENT', at })
        launches.push(() => requests.check(step.verification, step.code))
      } else if (isCancelling(step)) {
        cancel(step.verification.verifyId)
      }
    }
    if (environment.isOnline()) {
      for (const { verification } of dueEntries(state.cancelQueue, at)) cancel(verification.verifyId)
    }
    return launches
  }

  function publish(before: FlowSnapshot, now: number, event: FlowAction): void {
    // Nothing but time has passed, and nobody is looking at it.
    if (state === before.state && (event.type !== 'CLOCK' || environment.isHidden())) return
    const moment = { state, now }
    const { announcement: last } = before
    const silent = { ...moment, announcement: last && isStillSo(last, moment) ? last : undefined }
    const news = environment.isHidden() ? undefined : announcementFor(heard, silent)
    if (news) saidCount += 1
    const after = news ? { ...silent, announcement: announceNow(news, saidCount, moment) } : silent
    if (!environment.isHidden()) heard = after
    store.set(after)
    // A host may send events of its own from here on: what counts is what this one led to.
    if (after.state !== before.state) reportTransition(event.type, now)
    flowEventsFor(before, after, event).forEach(reportEvent)
    const { step, uncheckedCode } = after.state
    if (step.name === 'verified' && before.state.step.name !== 'verified') {
      const { source, verification } = step
      const { phone, verifyId } = verification
      hosts.notify((host) => host.onVerified?.({ phone, verifyId, source }))
    }
    tabs.notify(before.state, after.state, event)
    const asked = verificationOf(after.state)
    if (asked && uncheckedCode !== undefined && uncheckedCode !== before.state.uncheckedCode) {
      void requests.confirm(asked)
    }
  }

  function reportTransition(action: FlowTransition['action'], at: number): void {
    const { state: led } = store.getSnapshot()
    hosts.notify((host) => host.onTransition?.({ action, at, state: hideCodes(led) }))
  }

  function reportEvent(event: FlowEvent): void {
    hosts.notify((host) => host.onEvent?.(event))
  }

  function schedule(): void {
    const looking = environment.isHidden() ? 'hidden' : 'seen'
    const audience = hosts.count === 0 ? 'unmounted' : looking
    scheduleAt(clock, tick, nextWakeUp(state, doneUntil, audience))
  }

  function tick(): void {
    send({ type: 'CLOCK' })
  }

  /** Nobody looks from here on: what a reload may find, and not for long. */
  function keepForReload(): void {
    const now = clock.now()
    const record = recordOf(state, now, true)
    memory.keep(record, now, true)
    scheduleAt(clock, forget, storage && record && forgottenAt(record, now))
  }

  function forget(): void {
    memory.keep(recordOf(state, clock.now()), clock.now())
  }

  /** Time may have passed unnoticed, the connection may have changed, the page may be going. */
  function look(): void {
    if (environment.isOnline() !== state.online) send({ type: environment.isOnline() ? 'ONLINE' : 'OFFLINE' })
    tick()
    if (environment.isHidden()) return keepForReload()
    // Not while hidden: a page may be loaded before anybody wants it.
    if (hasStartedItself || !config.autoStart) return
    hasStartedItself = true
    if (state.step.name === 'phone') submitPhone(state.phone, state.country)
  }

  function submitPhone(phone: string | undefined, country: string | undefined): void {
    send({ type: 'SUBMIT_PHONE', phone, country, startId: newStartId() })
  }

  function retain(listeners: FlowCallbacks): () => void {
    hosts.add(listeners)
    memory.sweep(clock.now())
    if (hosts.count > 1) {
      if (process.env.NODE_ENV !== 'production') warnAboutSharing(flowId)
    } else {
      const unwatch = environment.watch(look)
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
      return state.step.name === 'verified' && hosts.count === 0 && !hosts.hasPending
    },
    handOverTo(next) {
      heir = next
      scheduleAt(clock, tick, undefined)
      scheduleAt(clock, forget, undefined)
    },
    submitPhone,
    requestNewCode: () => send({ type: 'NEW_CODE', startId: newStartId() }),
    configure(next) {
      const changed = JSON.stringify(config.settings) !== JSON.stringify(next.settings)
      config = next
      if (changed) send({ type: 'CONFIGURE', settings: next.settings })
    },
  }
}
