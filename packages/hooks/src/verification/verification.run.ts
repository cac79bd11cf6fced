import {
  toVerifyError,
  type Clock,
  type ErrorRule,
  type Language,
  type Operation,
  type StartRequest,
  type TimerHandle,
  type VerifyClient,
  type VerifyError,
} from '@phoneproof/client'
import type { QueryClient } from '@tanstack/react-query'
import { createStore } from '../lib/create-store.ts'
import { dueEntries } from './abandoned.state.ts'
import { announcementFor, type AnnouncementKind } from './announcements.state.ts'
import { flowEventsFor, type FlowEvent } from './flow-events.state.ts'
import { serializeFlow, stateFromStorage } from './flow-record.state.ts'
import { joinOtherTabs, type OtherTabs } from './other-tabs.ts'
import { noPage, type FlowStorage, type Page } from './page.ts'
import { newAttemptId } from './attempt-id.ts'
import { isDue } from './request.state.ts'
import { runMutation } from './requests.ts'
import { waitsForCancel } from './start.machine.ts'
import { startBounds, timelineOf, type Verification } from './timeline.state.ts'
import { transition, type VerificationEvent } from './verification.machine.ts'
import {
  defaultSettings,
  initialState,
  isStartInFlight,
  nextBoundary,
  nextQueueBoundary,
  verificationOf,
  type Attempt,
  type FlowSettings,
  type VerificationState,
} from './verification.state.ts'

/** What the flow sends with each start, beside the number. */
export interface StartParameters {
  brand: string
  language?: Language | undefined
  senderId?: string | undefined
  country?: string | undefined
}

/** Everything that may change while a flow runs. */
export interface VerificationRunConfig extends StartParameters {
  client: VerifyClient
  settings: FlowSettings
  errorRules?: readonly ErrorRule[] | undefined
}

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
}

/** The state, with the instant it was looked at. Stable between changes and boundaries. */
export interface VerificationSnapshot {
  readonly state: VerificationState
  readonly now: number
  readonly announcement: { readonly kind: AnnouncementKind; readonly id: number } | undefined
}

/** The events of a host. They run after the snapshot has changed. */
export interface VerificationListeners {
  onVerified?(result: { phone: string; verifyId: string }): void
  onEvent?(event: FlowEvent): void
  onError?(error: Error): void
}

type WithoutAt<E> = E extends { at: number } ? Omit<E, 'at'> : never
type Outgoing = WithoutAt<VerificationEvent>

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
  readonly isRetained: boolean
}

/** The effects of the machine: owns state, client and clock. No React. */
export function createVerificationRun(options: VerificationRunOptions): VerificationRun {
  const { clock, queryClient, flowId, page = noPage } = options
  let { config } = options
  const storageKey = `phoneproof:${flowId}`
  const storage = options.storage === 'none' ? undefined : (options.storage ?? page.storage)
  const blank = initialState({ settings: config.settings, phone: options.defaultPhone })
  const blankSnapshot: VerificationSnapshot = { state: blank, now: 0, announcement: undefined }

  const store = createStore<VerificationSnapshot>({
    state: options.initialState ?? stateFromStorage(readStorage(), clock.now(), blank),
    now: clock.now(),
    announcement: undefined,
  })
  let { state } = store.getSnapshot()
  /** The snapshot a visible page last had: announcements missed while hidden collapse into one. */
  let heard = store.getSnapshot()
  let stored: string | undefined
  let timer: TimerHandle
  let tabs: OtherTabs | undefined
  let leaveTabs: (() => void) | undefined
  const retainers: VerificationListeners[] = []
  /** Kept while nobody listens, so that an unmounted flow still reports its end. */
  let unreported: ((listeners: VerificationListeners) => void)[] = []

  function send(outgoing: Outgoing): void {
    const at = clock.now()
    // SAFETY: adding `at` back makes the event it was taken from.
    const event = { ...outgoing, at } as VerificationEvent
    const before = store.getSnapshot()
    state = transition(state, event)
    launchDueRequests(at)
    publish(before, at, event)
    remember()
    schedule(at)
  }

  function publish(before: VerificationSnapshot, now: number, event: VerificationEvent): void {
    if (state === before.state && event.type !== 'CLOCK') return
    const silent = { state, now, announcement: before.announcement }
    const kind = page.isHidden() ? undefined : announcementFor(heard, silent)
    const id = (before.announcement?.id ?? 0) + 1
    const after = kind ? { ...silent, announcement: { kind, id } } : silent
    if (!page.isHidden()) heard = after
    store.set(after)
    for (const flowEvent of flowEventsFor(before, after, event)) {
      report((listeners) => listeners.onEvent?.(flowEvent))
    }
    if (state.main.step === 'verified' && before.state.main.step !== 'verified') {
      const { phone, verifyId } = state.main.verification
      report((listeners) => listeners.onVerified?.({ phone, verifyId }))
    }
    tellOtherTabs(before.state, event)
  }

  function report(call: (listeners: VerificationListeners) => void): void {
    const listeners = retainers.at(-1)
    if (listeners) callHost(() => call(listeners))
    else unreported.push(call)
  }

  function launchDueRequests(at: number): void {
    const { main } = state
    if ('request' in main && isDue(main.request, at)) {
      if (main.step === 'starting' && !isStartInFlight(state, at) && !waitsForCancel(state)) {
        state = transition(state, { type: 'START_SENT', attemptId: main.attempt.attemptId, at })
        void sendStart(main.attempt, at)
      } else if (main.step === 'checking') {
        state = transition(state, { type: 'CHECK_SENT', at })
        void sendCheck(main.verification.verifyId, main.code)
      } else if (main.step === 'cancelling' || main.step === 'resendCancelling') {
        sendCancel(main.verification.verifyId, at)
      }
    }
    if (!page.isOnline()) return
    for (const { verification } of dueEntries(state.queue, at)) {
      sendCancel(verification.verifyId, at)
    }
  }

  async function sendStart(attempt: Attempt, sentAt: number): Promise<void> {
    const { attemptId, phone } = attempt
    const { client, settings, brand, language, senderId, country } = config
    const { codeLength, workflowId } = settings
    // SAFETY: the door of the hook lets only 4 and 6 through.
    const length = codeLength as StartRequest['codeLength']
    const request = { phone, brand, codeLength: length, language, senderId, country, workflowId }
    const call = () => client.start(request, { idempotencyKey: attemptId })
    try {
      const result = await runMutation(queryClient, 'start', { phone }, call)
      // A client of a team's own may answer anything; an id is what all else hangs on.
      if (!result?.verifyId)
        throw new Error('[phoneproof] client.start() resolved without a verifyId.')
      const bounds = startBounds(sentAt, clock.now(), result.serverTime)
      const verification = { ...bounds, verifyId: result.verifyId, phone, codeLength, workflowId }
      send({ type: 'START_OK', attemptId, verification })
    } catch (thrown) {
      const error = understand(thrown, 'start')
      if (error.kind !== 'active') return send({ type: 'START_FAILED', attemptId, error })
      const verification = await locate(phone)
      if (verification) send({ type: 'ADOPT', attemptId, verification })
      else send({ type: 'START_CONFLICT', attemptId })
    }
  }

  /** After a 409: the backend or another tab may know the verification that is running. */
  async function locate(phone: string): Promise<Verification | undefined> {
    const askedAt = clock.now()
    const running = await config.client.resume?.().catch(() => undefined)
    if (running && (running.phone ?? phone) === phone) {
      const { verifyId, serverTime, codeLength = config.settings.codeLength } = running
      const bounds = startBounds(askedAt, clock.now(), serverTime)
      const { workflowId } = config.settings
      return { ...bounds, verifyId, phone, codeLength, workflowId }
    }
    const found = await tabs?.ask(phone)
    return found && clock.now() < timelineOf(found).expiresAt ? found : undefined
  }

  async function sendCheck(verifyId: string, code: string): Promise<void> {
    const call = () => config.client.check({ verifyId, code })
    try {
      await runMutation(queryClient, 'check', { verifyId }, call)
      send({ type: 'CHECK_OK', verifyId })
    } catch (thrown) {
      send({ type: 'CHECK_FAILED', verifyId, code, error: understand(thrown, 'check') })
    }
  }

  function sendCancel(verifyId: string, at: number): void {
    state = transition(state, { type: 'CANCEL_SENT', verifyId, at })
    const call = () => config.client.cancel({ verifyId })
    runMutation(queryClient, 'cancel', { verifyId }, call).then(
      () => send({ type: 'CANCEL_OK', verifyId }),
      (thrown: unknown) => {
        const error = understand(thrown, 'cancel')
        // Nothing is alive under this id, which is what was asked for.
        if (error.kind === 'notActive') send({ type: 'CANCEL_OK', verifyId })
        else send({ type: 'CANCEL_FAILED', verifyId, error })
      },
    )
  }

  /** Faults of the set-up, and whatever a person cannot mend, go to the host as well. */
  function understand(thrown: unknown, operation: Operation): VerifyError {
    const error = toVerifyError(thrown, operation, config.errorRules, clock.now())
    if (error.kind === 'unavailable' || error.kind === 'invalidRequest') {
      const shown = thrown instanceof Error ? thrown : error
      report((listeners) => listeners.onError?.(shown))
    }
    return error
  }

  function tellOtherTabs(before: VerificationState, event: VerificationEvent): void {
    const { main } = state
    const old = verificationOf(before)
    if (event.type === 'CHECK_OK' && main.step === 'verified') {
      tabs?.post({ type: 'verified', verification: main.verification })
    } else if (event.type === 'CANCEL_OK' && before.main.step === 'cancelling') {
      tabs?.post({ type: 'cancelled', verifyId: event.verifyId })
    } else if (event.type === 'START_OK' && main.step === 'entering' && replaced !== undefined) {
      tabs?.post({ type: 'replaced', verifyId: replaced, verification: main.verification })
    }
    if (old && main.step === 'starting') replaced = old.verifyId
    else if (main.step !== 'starting' && main.step !== 'startUncertain') replaced = undefined
  }
  let replaced: string | undefined

  function joinTabs(): () => void {
    const channel = page.openChannel(storageKey)
    if (!channel) return () => {}
    const joined = joinOtherTabs({
      clock,
      channel,
      current: () => (state.main.step === 'verified' ? undefined : verificationOf(state)),
      onMessage(message) {
        if (message.type === 'verified') {
          const { verification } = message
          const isOurs = verificationOf(state)?.verifyId === verification.verifyId
          if (isOurs) send({ type: 'TAB_VERIFIED', verification })
        } else if (message.type === 'cancelled') {
          send({ type: 'TAB_CANCELLED', verifyId: message.verifyId })
        } else {
          const { verifyId, verification } = message
          send({ type: 'TAB_REPLACED', verifyId, verification })
        }
      },
    })
    tabs = joined
    return () => {
      joined.close()
      tabs = undefined
    }
  }

  function schedule(now: number): void {
    clock.clearTimeout(timer)
    const next = retainers.length > 0 ? nextBoundary(state, now) : nextQueueBoundary(state, now)
    if (next === undefined) return
    timer = clock.setTimeout(() => send({ type: 'CLOCK' }), next - now)
  }

  function look(): void {
    if (page.isOnline() !== state.online) send({ type: page.isOnline() ? 'ONLINE' : 'OFFLINE' })
    send({ type: 'CLOCK' })
  }

  function readStorage(): string | null {
    try {
      return storage?.getItem(storageKey) ?? null
    } catch {
      return null
    }
  }

  function remember(): void {
    const text = serializeFlow(state)
    if (text === stored) return
    stored = text
    try {
      if (text === undefined) storage?.removeItem(storageKey)
      else storage?.setItem(storageKey, text)
    } catch {
      // A full or blocked storage costs the resume after a reload, nothing else.
    }
  }

  function retain(listeners: VerificationListeners): () => void {
    retainers.push(listeners)
    if (retainers.length === 1) {
      const unwatch = page.watch(look)
      const leave = joinTabs()
      leaveTabs = () => {
        unwatch()
        leave()
      }
      // A flow started somewhere on purpose stays there until somebody does something.
      if (options.initialState === undefined) look()
    }
    const waiting = unreported
    unreported = []
    for (const call of waiting) callHost(() => call(listeners))
    return () => {
      retainers.splice(retainers.indexOf(listeners), 1)
      if (retainers.length > 0) return
      leaveTabs?.()
      schedule(clock.now())
    }
  }

  return {
    getSnapshot: store.getSnapshot,
    getServerSnapshot: () => blankSnapshot,
    subscribe: store.subscribe,
    send,
    retain,
    get isRetained() {
      return retainers.length > 0
    },
    submitPhone: (phone, country) =>
      send({ type: 'SUBMIT_PHONE', phone, country, attemptId: newAttemptId() }),
    requestNewCode: () => send({ type: 'NEW_CODE', attemptId: newAttemptId() }),
    configure(next) {
      const changed = !sameSettings(config.settings, next.settings)
      config = next
      if (changed) send({ type: 'CONFIGURE', settings: next.settings })
    },
  }
}

/** A host that throws is told so like anywhere else, and the flow goes on. */
function callHost(call: () => void): void {
  try {
    call()
  } catch (error) {
    void Promise.reject(error)
  }
}

const sameSettings = (a: FlowSettings, b: FlowSettings): boolean =>
  a.codeLength === b.codeLength && a.workflowId === b.workflowId && a.maxStarts === b.maxStarts

type GivenSettings = { [Name in keyof FlowSettings]?: FlowSettings[Name] | undefined }

export const settingsFrom = (given: GivenSettings): FlowSettings => ({
  codeLength: given.codeLength ?? defaultSettings.codeLength,
  workflowId: given.workflowId ?? defaultSettings.workflowId,
  maxStarts: given.maxStarts ?? defaultSettings.maxStarts,
})
