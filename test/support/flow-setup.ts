import {
  createVerifyClient,
  textMagic,
  type Clock,
  type ServiceProfile,
  type VerifyClient,
} from '@phoneproof/client'
import {
  createFlowController,
  type FlowCallbacks,
  type FlowController,
  type FlowConfig,
  type FlowControllerOptions,
  defaultSettings,
  termsOf,
} from '@phoneproof/hooks/internal/verification-flow'
import { createManualClock, createSimulator, type ManualClock } from '@phoneproof/simulator'
import { QueryClient } from '@tanstack/react-query'
import { vi } from 'vitest'

type Environment = NonNullable<FlowControllerOptions['environment']>

export const T0 = Date.UTC(2026, 0, 1)
const phone = '+447400123456'

const noEnvironment: Environment = {
  isOnline: () => true,
  isHidden: () => false,
  watch: () => () => {},
  storage: undefined,
  openChannel: () => undefined,
}

interface Setup {
  service?: ServiceProfile
  client?: Partial<VerifyClient>
  environment?: Environment
  callbacks?: FlowCallbacks
  clock?: ManualClock
  config?: Partial<FlowConfig>
  options?: Partial<FlowControllerOptions>
  /** Makes a flow, instead of `createFlowController`. */
  create?: (options: FlowControllerOptions) => FlowController
}

/** A flow on the simulation, with the clock in hand. */
export function setUpFlow({
  service = textMagic,
  client: overrides,
  environment = noEnvironment,
  callbacks = {},
  clock = createManualClock(T0),
  config: changes,
  options,
  create = createFlowController,
}: Setup = {}) {
  const simulator = createSimulator({ clock, service })
  const real = createVerifyClient({
    baseUrl: 'https://api.test/api/v2',
    clock,
    fetch: simulator.fetch,
    service,
  })
  const client: VerifyClient = { ...real, ...overrides }
  const codeLength = service.defaultCodeLength
  const settings = { ...defaultSettings, codeLength, terms: termsOf(service) }
  const config: FlowConfig = { client, service, brand: 'Acme', settings, ...changes }
  const queryClient = new QueryClient()
  /** As a page that is loaded now has it, or a component that is mounted now. */
  const open = (on = environment, at: Clock = clock) =>
    create({ config, clock: at, queryClient, flowId: 'test', environment: on, ...options })
  const controller = open()
  const release = controller.retain(callbacks)
  const settle = () => clock.advance(0)
  const state = () => controller.getSnapshot().state
  const step = () => state().step.name
  const code = () => simulator.lastCode(phone) ?? ''
  const otherCode = () => (code() === '111111' ? '222222' : '111111')
  const methods = () => simulator.requests.getSnapshot().map(({ method }) => method)
  async function start(to = phone) {
    controller.submitPhone(to)
    await settle()
  }
  async function check(text: string) {
    controller.send({ type: 'CODE_CHANGED', code: text })
    controller.send({ type: 'SUBMIT_CODE', code: text })
    await settle()
  }
  return {
    clock,
    simulator,
    client: real,
    controller,
    open,
    release,
    settle,
    state,
    step,
    code,
    otherCode,
    methods,
    start,
    check,
  }
}

export interface FakeEnvironment extends Environment {
  readonly stored: Map<string, string>
  /** How often something was written. */
  readonly writes: number
  setOnline(isOnline: boolean): void
  setHidden(isHidden: boolean): void
}

/** A page with a storage that outlives the flow, a connection that can be cut, and a tab to hide. */
export function environmentWithStorage(stored = new Map<string, string>()): FakeEnvironment {
  let isOnline = true
  let isHidden = false
  let writes = 0
  const watchers = new Set<() => void>()
  const notify = (): void => watchers.forEach((watcher) => watcher())
  return {
    ...noEnvironment,
    stored,
    get writes() {
      return writes
    },
    isOnline: () => isOnline,
    isHidden: () => isHidden,
    watch(onChange) {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
    storage: {
      getItem: (key) => stored.get(key) ?? null,
      setItem(key, value) {
        writes += 1
        stored.set(key, value)
      },
      removeItem: (key) => void stored.delete(key),
    },
    setOnline(value) {
      isOnline = value
      notify()
    },
    setHidden(value) {
      isHidden = value
      notify()
    },
  }
}

/** Pages of one device: each with a storage of its own, all on one channel. */
export function tabsOfOneDevice(): () => FakeEnvironment {
  type Channel = NonNullable<ReturnType<Environment['openChannel']>>
  const channels = new Set<Channel>()
  const openChannel = (): Channel => {
    const channel: Channel = {
      onmessage: null,
      postMessage(message) {
        const data: unknown = structuredClone(message)
        const event = new MessageEvent('message', { data })
        for (const other of channels) if (other !== channel) other.onmessage?.(event)
      },
      close: () => void channels.delete(channel),
    }
    channels.add(channel)
    return channel
  }
  return () => Object.assign(environmentWithStorage(), { openChannel })
}

/** A flow with a code, and the same in a duplicate of its tab. */
export async function setUpTwoTabs(callbacks: FlowCallbacks = {}) {
  const openEnvironment = tabsOfOneDevice()
  const environment = openEnvironment()
  const first = setUpFlow({ environment, callbacks })
  await first.start()
  const copy = openEnvironment()
  for (const [key, value] of environment.stored) copy.stored.set(key, value)
  const onVerified = vi.fn()
  const second = first.open(copy)
  second.retain({ onVerified })
  const openTab = (name: string) => openEnvironment().openChannel(name)
  return { first: { ...first, openTab }, second, onVerified }
}
