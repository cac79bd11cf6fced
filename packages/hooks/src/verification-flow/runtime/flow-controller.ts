import type { Clock } from '@phoneproof/client'
import type { QueryClient } from '@tanstack/react-query'
import { createStore } from '../../lib/create-store.ts'
import { noEnvironment, type Environment, type FlowStorage } from '../../lib/browser-environment.ts'
import { safely } from '../../lib/safely.ts'
import { scheduleAt } from '../../lib/schedule-at.ts'
import { dueEntries } from '../machine/cancel-queue.ts'
import { takeDue, type DueRequest } from '../machine/due-requests.ts'
import type { FlowAction, UndatedAction } from '../machine/flow-action.ts'
import { flowEventsFor, flowEventsOnLoad, type FlowEvent } from '../machine/flow-events.ts'
import {
  initialState,
  verificationOf,
  type FlowMoment,
  type FlowState,
} from '../machine/flow-state.ts'
import { hideCodes, type FlowTransition } from '../machine/flow-transition.ts'
import { nextWakeUp } from '../machine/next-wake-up.ts'
import { transition } from '../machine/transition.ts'
import type { CurrentAnnouncement } from '../view/announcements.ts'
import { createAnnouncer } from './announcer.ts'
import { createCallbackList, type FlowCallbacks } from './callbacks.ts'
import { logFault, warnAboutSharing } from './developer-notes.ts'
import type { FlowConfig } from './flow-config.ts'
import { createFlowMemory } from './flow-memory.ts'
import { createRequests } from './requests.ts'
import { newStartId } from './start-id.ts'
import { createTabs } from './tabs.ts'

export interface FlowControllerOptions {
  config: FlowConfig
  clock: Clock
  queryClient: QueryClient
  flowId: string
  environment?: Environment | undefined
  /** In place of `sessionStorage`. `'none'` keeps nothing. */
  storage?: FlowStorage | 'none' | undefined
  /** The number to offer first. E.164. */
  defaultPhone?: string | undefined
  /** Starts exactly here, for tests and stories. Nothing is read from storage. */
  initialState?: FlowState | undefined
  /** What a finished flow of this id left to do. */
  handover?: Handover | undefined
}

/** Verifications to cancel, starts whose answers are still to come, and what was verified. */
export type Handover = Pick<FlowState, 'cancelQueue' | 'inFlight' | 'startRequests' | 'verifiedId'>

/** The state at an instant. It stays the same object until the state changes or time changes something. */
export interface FlowSnapshot extends FlowMoment {
  /** What screen readers are being told. */
  readonly announcement: CurrentAnnouncement | undefined
}

export interface FlowController {
  readonly getSnapshot: () => FlowSnapshot
  /** A blank flow, for server rendering and hydration. */
  readonly getServerSnapshot: () => FlowSnapshot
  readonly subscribe: (listener: () => void) => () => void
  /** Adds the clock's time. */
  readonly send: (action: UndatedAction) => void
  readonly submitPhone: (phone: string | undefined) => void
  readonly requestNewCode: () => void
  readonly retry: () => void
  readonly configure: (config: FlowConfig) => void
  /** A component shows it. Until the returned call its timers, page events and other tabs are on. */
  readonly retain: (callbacks: FlowCallbacks) => () => void
  /** Verified, reported, and shown by no component any more. */
  readonly isFinished: boolean
  /** Another flow takes its place, and gets all answers that are still to come. */
  readonly handOverTo: (successor: FlowController) => void
}

declare const process: { env: { NODE_ENV?: string } }

/**
 * Owns a flow's state and its effects. No React. It begins when it is first looked at or used, so that
 * a server that renders it reads no clock and no storage.
 */
export function createFlowController(options: FlowControllerOptions): FlowController {
  const blank = initialState({ settings: options.config.settings, phone: options.defaultPhone })
  const serverSnapshot: FlowSnapshot = { state: blank, now: 0, announcement: undefined }
  let begun: BegunController | undefined
  const controller = (): BegunController => (begun ??= beginController(options, blank))
  // Cancels that were handed over do not wait for a component: none may ever be mounted.
  if (options.handover) controller()
  return {
    getSnapshot: () => controller().getSnapshot(),
    getServerSnapshot: () => serverSnapshot,
    subscribe: (listener) => controller().subscribe(listener),
    send: (action) => controller().send(action),
    submitPhone: (phone) =>
      controller().send({ type: 'SUBMIT_PHONE', phone, startId: newStartId() }),
    requestNewCode: () => controller().send({ type: 'NEW_CODE', startId: newStartId() }),
    retry: () => controller().send({ type: 'RETRY', startId: newStartId() }),
    configure: (config) => controller().configure(config),
    retain: (callbacks) => controller().retain(callbacks),
    get isFinished() {
      return begun?.isFinished ?? false
    },
    handOverTo: (successor) => controller().handOverTo(successor),
  }
}

/** Milliseconds after which a cancel that is due looks for a connection again. */
const lookAgainMs = 5_000

type BegunController = Omit<
  FlowController,
  'getServerSnapshot' | 'submitPhone' | 'requestNewCode' | 'retry'
>

function beginController(options: FlowControllerOptions, blank: FlowState): BegunController {
  const { clock, queryClient, flowId, environment = noEnvironment, handover } = options
  let { config } = options
  const isFixed = options.initialState !== undefined
  const storage = options.storage === 'none' ? undefined : (options.storage ?? environment.storage)
  const memory = createFlowMemory({
    storage: isFixed ? undefined : storage,
    flowId,
    clock,
    service: config.service,
    state: () => state,
  })
  let state: FlowState = options.initialState ?? { ...blank, ...memory.restored, ...handover }
  const store = createStore<FlowSnapshot>({ state, now: clock.now(), announcement: undefined })
  const announcer = createAnnouncer(store.getSnapshot())
  const callbacks = createCallbackList()
  let leavePage: (() => void) | undefined
  let successor: FlowController | undefined
  /** Whatever time does until then has been done. */
  let doneUntil = clock.now()
  /** Not after a reload: what was sent before it goes on, or has ended. */
  let hasAutoStarted = isFixed || (memory.restored !== undefined && !handover)
  if (!isFixed) flowEventsOnLoad(store.getSnapshot()).forEach(reportEvent)

  const tabs = createTabs({
    clock,
    environment,
    flowId,
    service: () => config.service,
    state: () => state,
    send,
  })
  const requests = createRequests({
    clock,
    queryClient,
    config: () => config,
    send,
    askTabs: tabs.ask,
    onFault(error, meaning) {
      safely(() => process.env.NODE_ENV !== 'production' && logFault(meaning))
      callbacks.notify((each) => each.onError?.(error))
    },
  })

  if (handover) schedule()

  function send(undated: UndatedAction): void {
    if (successor) return successor.send(undated)
    const at = clock.now()
    // Timers may be late, and a device may have slept: first of all, what time has ended is over.
    if (undated.type !== 'CLOCK' && transition(state, { type: 'CLOCK', at }) !== state) tick()
    // SAFETY: adding `at` makes it the action that `at` was taken from.
    const action = { ...undated, at } as FlowAction
    const before = store.getSnapshot()
    doneUntil = at
    const due = takeDue(transition(state, action), at, environment.isOnline())
    state = due.state
    // Written before anything goes out: the page may be gone before the answer comes.
    memory.write()
    due.requests.forEach(launch)
    publish(before, at, action)
    schedule()
  }

  function launch(due: DueRequest): void {
    switch (due.operation) {
      case 'start':
        return void requests.start(due.start, due.token)
      case 'check':
        return void requests.check(due.verification, due.code)
      case 'cancel':
        return void requests.cancel(due.verifyId)
    }
  }

  function publish(before: FlowSnapshot, now: number, action: FlowAction): void {
    const isHidden = environment.isHidden()
    // Only time has passed, and nobody sees it.
    if (state === before.state && (action.type !== 'CLOCK' || isHidden)) return
    const announcement = announcer.next({ state, now }, before.announcement, isHidden)
    const after: FlowSnapshot = { state, now, announcement }
    store.set(after)
    // Callbacks may send actions of their own from here on. What counts is what this one led to.
    report(before, after, action)
    tabs.notify(before.state, after.state, action)
    const { uncheckedCode } = after.state
    const verification = verificationOf(after.state)
    const isNew = uncheckedCode !== undefined && uncheckedCode !== before.state.uncheckedCode
    if (verification && isNew) void requests.confirm(verification)
  }

  function report(before: FlowSnapshot, after: FlowSnapshot, action: FlowAction): void {
    if (after.state !== before.state) reportTransition(action.type, after.now)
    flowEventsFor(before, after, action).forEach(reportEvent)
    const { step } = after.state
    if (step.name === 'verified' && before.state.step.name !== 'verified') {
      const { phone, verifyId } = step.verification
      const { source, proof } = step
      callbacks.notify((each) => each.onVerified?.({ phone, verifyId, source, proof }))
    }
  }

  function reportTransition(action: FlowTransition['action'], at: number): void {
    const led = store.getSnapshot().state
    callbacks.notify((each) => each.onTransition?.({ action, at, state: hideCodes(led) }))
  }

  function reportEvent(event: FlowEvent): void {
    callbacks.notify((each) => each.onEvent?.(event))
  }

  function schedule(): void {
    const shown = environment.isHidden() ? 'hidden' : 'visible'
    const visibility = callbacks.count === 0 ? 'unmounted' : shown
    const wakeUp = nextWakeUp(state, doneUntil, visibility)
    // While nothing is mounted, no event tells that the connection is back.
    const isCut = !environment.isOnline() && dueEntries(state.cancelQueue, doneUntil).length > 0
    scheduleAt(clock, tick, isCut ? Math.min(wakeUp ?? Infinity, doneUntil + lookAgainMs) : wakeUp)
  }

  function tick(): void {
    send({ type: 'CLOCK' })
  }

  /** Time may have passed unnoticed, the connection may have changed, or the page may be going. */
  function look(): void {
    const isOnline = environment.isOnline()
    if (isOnline !== state.online) send({ type: isOnline ? 'ONLINE' : 'OFFLINE' })
    tick()
    if (environment.isHidden()) return memory.leave()
    // A page may be loaded before anybody wants it, so nothing starts while it is hidden.
    if (hasAutoStarted || !config.autoStart) return
    hasAutoStarted = true
    if (state.step.name !== 'phone') return
    send({ type: 'SUBMIT_PHONE', phone: state.phone, startId: newStartId() })
  }

  function join(): () => void {
    const unwatch = environment.watch(look)
    const leaveTabs = tabs.join()
    // A flow that was put somewhere on purpose stays there until its clock moves.
    if (isFixed) schedule()
    else look()
    return () => {
      unwatch()
      leaveTabs()
    }
  }

  return {
    getSnapshot: store.getSnapshot,
    subscribe: store.subscribe,
    send,
    retain(given) {
      callbacks.add(given)
      memory.sweep()
      if (callbacks.count === 1) leavePage = join()
      else safely(() => process.env.NODE_ENV !== 'production' && warnAboutSharing(flowId))
      reportTransition('MOUNT', clock.now())
      return () => {
        callbacks.remove(given)
        if (callbacks.count > 0) return
        leavePage?.()
        if (successor) return
        memory.leave()
        schedule()
      }
    },
    get isFinished() {
      return state.step.name === 'verified' && callbacks.count === 0 && !callbacks.hasPending
    },
    handOverTo(next) {
      successor = next
      scheduleAt(clock, tick, undefined)
      memory.stop()
    },
    configure(next) {
      const hasChanged = JSON.stringify(config.settings) !== JSON.stringify(next.settings)
      config = next
      if (hasChanged) send({ type: 'CONFIGURE', settings: next.settings })
    },
  }
}
