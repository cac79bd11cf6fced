import { createVerifyClient, textMagic, type VerifyClient } from '@phoneproof/client'
import type { FlowState } from '@phoneproof/hooks'
import {
  verificationOf,
  type FlowController,
  type FlowControllerOptions,
  type FlowSnapshot,
  defaultSettings,
} from '@phoneproof/hooks/internal/verification-flow'
import { createSimulator, type Simulator } from '@phoneproof/simulator'
import { QueryClient } from '@tanstack/react-query'
import { describe, numbers, type Backend, type SessionAction } from './actions.ts'
import { createBackend } from './backend.ts'
import { createDevice, type Device, type PageClock } from './device.ts'
import { createQuickClock, type QuickClock } from './quick-clock.ts'
import type { Session } from './sessions.ts'

type Environment = NonNullable<FlowControllerOptions['environment']>
type Channel = NonNullable<ReturnType<Environment['openChannel']>>

/** A request as the network saw it. Times are true ones, and those of the page's own clock. */
export interface WireAnswer {
  readonly at: number
  readonly pageAt: number
  /** Undefined when the connection broke. */
  readonly status: number | undefined
  readonly isDead: boolean
  /** So many requests had been sent when it came: what is of the same instant has an order too. */
  readonly requestsBefore: number
}

export interface WireRequest {
  readonly tab: number
  /** Which page load of the tab sent it. */
  readonly load: number
  readonly operation: 'start' | 'check' | 'cancel'
  readonly phone: string | undefined
  readonly code: string | undefined
  /** The idempotency key of a start. */
  readonly key: string | undefined
  /** Of a check or cancel: as sent. Of a start: as answered to the page. */
  verifyId: string | undefined
  readonly at: number
  readonly pageAt: number
  answer: WireAnswer | undefined
  /** When the service accepted the start, by true time. */
  acceptedAt: number | undefined
}

/** What a page had to show at an instant. */
export interface Sight {
  readonly tab: number
  readonly load: number
  readonly at: number
  readonly pageAt: number
  /** False while the flow is not mounted. */
  readonly isShown: boolean
  readonly isHidden: boolean
  readonly state: FlowState
  /** What stands in the live regions. */
  readonly announcement: FlowSnapshot['announcement']
}

/** A number that a host was told is verified. */
interface Report {
  readonly tab: number
  readonly load: number
  readonly verifyId: string
  readonly at: number
  /** The service had completed it by then. */
  readonly isTrue: boolean
}

export interface Harness {
  readonly world: QuickClock
  readonly device: Device
  readonly simulator: Simulator
  readonly requests: readonly WireRequest[]
  readonly sights: readonly Sight[]
  /** Presses and typing, with the tab they happened in. */
  readonly gestures: readonly { tab: number; at: number }[]
  readonly verified: readonly Report[]
  /** All that was performed, with the instants at which it began and was over. */
  readonly performed: readonly { action: SessionAction; from: number; to: number }[]
  readonly backend: Backend
  /** The tab that is used now, and which load of its page it is at. */
  readonly active: { readonly id: number; readonly load: number }
  readonly controller: FlowController
  readonly isMounted: boolean
  perform(action: SessionAction): Promise<void>
  /** A verification in the words of the transcript. */
  nameOf(verifyId: string): string
  /** A request in the words of the transcript, with its time. */
  tell(request: WireRequest): string
  timeOf(instant: number): string
  /** A person is about to press something, in the words of the transcript. */
  notePress(text: string): void
  /** Ends all trouble: the page is looked at, the network works, the service answers at once. */
  heal(): Promise<void>
  /** Each action, request, answer and change of step, one line each. */
  transcript(): string
}

/** What of a tab outlives its page. */
interface Seat {
  readonly id: number
  readonly storage: Map<string, string>
  load: number
  isHidden: boolean
  onChange: (() => void) | undefined
  unmount: (() => void) | undefined
}

interface Tab extends Seat {
  clock: PageClock
  controller: FlowController
  /** The flow as a component that is mounted now gets it. */
  open: () => FlowController
}

const T0 = Date.UTC(2026, 10, 23, 9, 41)

/**
 * The real flow, client and simulation, on a device and in tabs that can be played with. `createFlow`
 * is that of the hooks: what is tested is what a component gets when it is mounted.
 */
export function createHarness(
  { behaviour, backend: kind, maxCodes }: Pick<Session, 'behaviour' | 'backend' | 'maxCodes'>,
  createFlow: (options: FlowControllerOptions) => FlowController,
): Harness {
  const world = createQuickClock(T0)
  const device = createDevice(world)
  const simulator = createSimulator({ clock: world, behaviour })
  const backend = createBackend(kind, simulator, world)
  const channels = new Map<Channel, PageClock>()
  const requests: WireRequest[] = []
  const sights: Sight[] = []
  const gestures: { tab: number; at: number }[] = []
  const verified: Report[] = []
  const performed: { action: SessionAction; from: number; to: number }[] = []
  const lines: string[] = []
  const tabs: Tab[] = []
  const slowAnswers: Extract<SessionAction, { do: 'slowAnswer' }>[] = []

  const names = new Map<string, string>()
  /** `v1` for the first verification that is spoken of, and so on. */
  function nameOf(verifyId: string): string {
    const name = names.get(verifyId) ?? `v${names.size + 1}`
    names.set(verifyId, name)
    return name
  }

  function nameOfRequest({ operation, phone, verifyId, code = '' }: WireRequest): string {
    const name = verifyId === undefined ? '' : nameOf(verifyId)
    if (operation === 'start') return `POST ${phone} ${name}`.trim()
    return `${operation === 'check' ? 'PUT' : 'DELETE'} ${name} ${code}`.trim()
  }

  const seconds = (at: number): string => `${((at - T0) / 1000).toFixed(1)} s`
  function note(tab: number, text: string): void {
    const where = tabs.length < 2 ? '' : `tab ${tab}  `
    lines.push(`${seconds(world.now()).padStart(10)}  ${where}${text}`)
  }

  function environmentOf(seat: Seat, clock: PageClock): Environment {
    return {
      isOnline: () => device.isOnline,
      isHidden: () => seat.isHidden,
      watch(onChange) {
        seat.onChange = onChange
        return () => {
          if (seat.onChange === onChange) seat.onChange = undefined
        }
      },
      storage: {
        getItem: (key) => seat.storage.get(key) ?? null,
        setItem: (key, value) => void seat.storage.set(key, value),
        removeItem: (key) => void seat.storage.delete(key),
      },
      openChannel() {
        const channel: Channel = {
          onmessage: null,
          postMessage(message) {
            const data: unknown = structuredClone(message)
            for (const [other, theirClock] of channels) {
              const deliver = (): void => {
                if (channels.has(other)) other.onmessage?.(new MessageEvent('message', { data }))
              }
              if (other !== channel) theirClock.setTimeout(deliver, 0)
            }
          },
          close: () => void channels.delete(channel),
        }
        channels.set(channel, clock)
        return channel
      },
    }
  }

  function fetchOf(seat: Seat, clock: PageClock): typeof globalThis.fetch {
    const { id: tab, load } = seat
    return async (input, init) => {
      const asked = requestOf(input, init)
      const sent = { tab, load, at: world.now(), pageAt: clock.now() }
      const wire: WireRequest = { ...asked, ...sent, answer: undefined, acceptedAt: undefined }
      requests.push(wire)
      note(tab, `  → ${nameOfRequest(wire)}`)
      const { cuts } = device
      let response: Response | undefined
      let text = ''
      if (device.isOnline) {
        response = await backend.fetch(input, init).catch(() => undefined)
        text = (await response?.clone().text()) ?? ''
        const slow = slowAnswers.findIndex(({ to }) => to === wire.operation)
        const [held] = slow === -1 ? [] : slowAnswers.splice(slow, 1)
        if (held) await new Promise<void>((resolve) => world.setTimeout(resolve, held.ms))
      }
      await device.awake()
      // A page that is gone hears nothing.
      if (!clock.isAlive) return new Promise(() => {})
      const isCut = !device.isOnline || device.cuts !== cuts
      const status = isCut ? undefined : response?.status
      const made = /"verifyId":"([^"]+)"/.exec(text)?.[1]
      if (wire.operation === 'start' && status === 200 && made !== undefined) {
        wire.verifyId = made
        wire.acceptedAt = simulator.world.find(made)?.startedAt
      }
      const isDead = !isCut && text.includes('"verifyId":[')
      const requestsBefore = requests.length
      wire.answer = { at: world.now(), pageAt: clock.now(), status, isDead, requestsBefore }
      note(tab, `  ← ${status ?? 'broken'} to ${nameOfRequest(wire)}`)
      if (isCut || !response) throw new TypeError('Failed to fetch')
      return response
    }
  }

  function clientOf(seat: Seat, clock: PageClock): VerifyClient {
    const fetch = fetchOf(seat, clock)
    const client = createVerifyClient({ baseUrl: 'https://api.test/api/v2', clock, fetch })
    if (!backend.running) return client
    return {
      ...client,
      async resume() {
        if (!device.isOnline) throw new TypeError('Failed to fetch')
        return backend.running?.()
      },
    }
  }

  function see(seat: Seat, load: number, clock: PageClock, controller: FlowController): void {
    const { state, announcement } = controller.getSnapshot()
    const { id: tab, isHidden } = seat
    const isShown = seat.unmount !== undefined
    const times = { at: world.now(), pageAt: clock.now() }
    sights.push({ tab, load, ...times, isShown, isHidden, state, announcement })
  }

  function loadPage(seat: Seat): Pick<Tab, 'clock' | 'controller' | 'open'> {
    const { id, load } = seat
    const clock = device.loadPage()
    const { defersCancel } = kind
    const settings = { ...defaultSettings, maxCodes, defersCancel }
    const options: FlowControllerOptions = {
      config: { client: clientOf(seat, clock), service: textMagic, brand: 'Acme', settings },
      clock,
      queryClient: new QueryClient(),
      flowId: 'flow',
      environment: environmentOf(seat, clock),
    }
    let known: FlowController | undefined
    let before = ''
    function open(): FlowController {
      const controller = createFlow(options)
      if (controller === known) return controller
      known = controller
      const look = (): void => {
        if (!clock.isAlive) return
        const text = stepText(controller.getSnapshot().state, nameOf)
        if (before !== text) note(id, `  ${text}`)
        before = text
        see(seat, load, clock, controller)
      }
      look()
      controller.subscribe(look)
      return controller
    }
    return { clock, controller: open(), open }
  }

  function mount(tab: Tab): void {
    const { id, load } = tab
    if (tab.unmount) return
    tab.controller = tab.open()
    tab.unmount = tab.controller.retain({
      onVerified({ verifyId }) {
        const isTrue = simulator.world.find(verifyId)?.state === 'completed'
        verified.push({ tab: id, load, verifyId, at: world.now(), isTrue })
      },
    })
  }

  function openTab(from?: Tab): Tab {
    const seat: Seat = {
      id: tabs.length + 1,
      storage: new Map(from?.storage),
      load: 1,
      isHidden: false,
      onChange: undefined,
      unmount: undefined,
    }
    const tab = Object.assign(seat, loadPage(seat))
    tabs.push(tab)
    mount(tab)
    return tab
  }

  function reload(tab: Tab): void {
    // Browsers say so: `visibilitychange`, then `pagehide`.
    const { isHidden } = tab
    tab.isHidden = true
    tab.onChange?.()
    tab.isHidden = isHidden
    tab.clock.kill()
    tab.onChange = undefined
    tab.unmount = undefined
    tab.load += 1
    Object.assign(tab, loadPage(tab))
    mount(tab)
  }

  let active = openTab()

  function press(button: Extract<SessionAction, { do: 'press' }>['button']): void {
    const { controller } = active
    const { state } = controller.getSnapshot()
    switch (button) {
      case 'Send code':
        return controller.submitPhone(state.phone)
      case 'Verify':
        return controller.send({ type: 'SUBMIT_CODE', code: state.code })
      case 'Cancel':
        return controller.send({ type: 'CANCEL' })
      case 'Send a new code':
        return controller.requestNewCode()
      case 'Change number':
        return controller.send({ type: 'CHANGE_NUMBER' })
      case 'Keep using':
        return controller.send({ type: 'RESUME_NUMBER' })
      case 'Try again':
        return controller.retry()
      case 'reset':
        return controller.send({ type: 'RESET' })
    }
  }

  function codeFor(which: Extract<SessionAction, { do: 'code' }>['which']): string {
    const { state } = active.controller.getSnapshot()
    const phone = verificationOf(state)?.phone ?? state.phone ?? numbers[0]
    const right = simulator.lastCode(phone) ?? '000000'
    const wrong = ['111111', '222222', '333333'].filter((each) => each !== right)
    const codes = { right, wrong: wrong[0], otherWrong: wrong[1], short: '123' }
    return codes[which] ?? ''
  }

  /** Not awaited: the answer may take time, and nobody here hears it. */
  function startElsewhere(phone: string): void {
    const body = JSON.stringify({ phone: phone.slice(1), brand: 'Other', codeLength: 6 })
    const headers = { 'content-type': 'application/json' }
    const init = { method: 'POST', headers, body }
    simulator.fetch('https://api.test/api/v2/verify', init).catch(() => undefined)
  }

  const isGesture = ({ do: name }: SessionAction): boolean =>
    name === 'submit' || name === 'press' || name === 'code'

  async function perform(action: SessionAction): Promise<void> {
    note(active.id, describe(action))
    const { controller } = active
    // Nobody presses what is not on the page.
    if (isGesture(action) && !active.unmount) return
    if (isGesture(action)) gestures.push({ tab: active.id, at: world.now() })
    const from = world.now()
    switch (action.do) {
      case 'submit':
        controller.send({ type: 'PHONE_CHANGED', phone: action.number })
        controller.submitPhone(action.number)
        break
      case 'press':
        press(action.button)
        break
      case 'code': {
        const text = codeFor(action.which)
        controller.send({ type: 'CODE_CHANGED', code: text })
        if (action.isAutoSubmitted && text.length === 6)
          controller.send({ type: 'SUBMIT_CODE', code: text })
        break
      }
      case 'wait':
        await world.advance(action.ms)
        break
      case 'sleep':
        await device.sleep(action.ms)
        break
      case 'setWall':
        device.setWall(action.byMs)
        break
      case 'fault':
        simulator.faults.next(action.fault)
        break
      case 'slowAnswer':
        slowAnswers.push(action)
        break
      case 'online':
        device.setOnline(action.isOnline)
        for (const tab of tabs) tab.onChange?.()
        break
      case 'hidden':
        active.isHidden = action.isHidden
        active.onChange?.()
        break
      case 'reload':
        reload(active)
        break
      case 'unmount':
        active.unmount?.()
        active.unmount = undefined
        break
      case 'mount':
        mount(active)
        break
      case 'openTab':
        if (tabs.length < 2) {
          active.isHidden = true
          active.onChange?.()
          active = openTab(active)
        }
        break
      case 'switchTab': {
        active.isHidden = true
        active.onChange?.()
        active = tabs.find((tab) => tab !== active) ?? active
        active.isHidden = false
        active.onChange?.()
        break
      }
      case 'elsewhere':
        startElsewhere(action.number)
        break
    }
    await world.advance(0)
    performed.push({ action, from, to: world.now() })
    for (const tab of tabs) {
      see(tab, tab.load, tab.clock, tab.controller)
    }
  }

  return {
    world,
    device,
    simulator,
    requests,
    sights,
    gestures,
    verified,
    performed,
    backend: kind,
    get active() {
      return { id: active.id, load: active.load }
    },
    get controller() {
      return active.controller
    },
    get isMounted() {
      return active.unmount !== undefined
    },
    perform,
    nameOf,
    tell: (request) => `${nameOfRequest(request)} at ${seconds(request.at)}`,
    notePress(text) {
      note(active.id, text)
      gestures.push({ tab: active.id, at: world.now() })
    },
    async heal() {
      note(active.id, 'all trouble ends')
      simulator.faults.clear()
      slowAnswers.length = 0
      await perform({ do: 'online', isOnline: true })
      await perform({ do: 'hidden', isHidden: false })
      await perform({ do: 'mount' })
    },
    timeOf: (instant) => `at ${seconds(instant)}`,
    transcript: () => lines.join('\n'),
  }
}

function stepText(state: FlowState, nameOf: (verifyId: string) => string): string {
  const { step, error, notice, cancelQueue } = state
  const verification = verificationOf(state)
  const words: string[] = [
    `[${step.name}${verification ? ` ${nameOf(verification.verifyId)}` : ''}]`,
  ]
  if (error) words.push(`error ${error.kind}`)
  if (notice) words.push(`notice ${notice.kind}`)
  for (const { verification: left } of cancelQueue) words.push(`abandoned ${nameOf(left.verifyId)}`)
  return words.join(' ')
}

type Asked = Pick<WireRequest, 'operation' | 'phone' | 'code' | 'key' | 'verifyId'>

function requestOf(input: RequestInfo | URL, init: RequestInit | undefined): Asked {
  // SAFETY: the client sends JSON as text.
  const body = JSON.parse((init?.body as string | null) ?? '{}') as Record<string, string>
  const { phone, code, verifyId } = body
  const unknown = { phone: undefined, code: undefined, key: undefined, verifyId: undefined }
  if (init?.method === 'POST') {
    const key = new Headers(init.headers).get('idempotency-key') ?? undefined
    return { ...unknown, operation: 'start', phone: `+${phone}`, key }
  }
  if (init?.method === 'PUT') return { ...unknown, operation: 'check', code, verifyId }
  // SAFETY: and asks by an address in text.
  const { pathname } = new URL(input as string)
  const id = decodeURIComponent(pathname.split('/').at(-1) ?? '')
  return { ...unknown, operation: 'cancel', verifyId: id }
}
