// A server may keep what it renders (Next's Cache Components prerender it at build time), so nothing in it may
// come from a clock or from chance: Next stops the build for a component that asks for either.
import * as hooks from '@phoneproof/hooks'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createElement, type ComponentType, type ReactNode } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, onTestFinished, test } from 'vitest'
import * as kit from './index.ts'

const client = {
  start: () => Promise.reject(new Error('nothing is sent from a server')),
  check: () => Promise.reject(new Error('nothing is sent from a server')),
  cancel: () => Promise.reject(new Error('nothing is sent from a server')),
}
const flow = { client, brand: 'Acme' }
const h = createElement as (
  type: unknown,
  props?: object | null,
  ...children: ReactNode[]
) => ReactNode

const components: Record<string, unknown> = kit
const names = Object.keys(kit).filter((name) => /^[A-Z]/.test(name))

/** What a component has to stand in, and what it has to be given. */
function placed(name: string): ReactNode {
  const component = h(components[name], propsOf[name] ?? null)
  if (/^VerificationFlow./.test(name) && name !== 'VerificationFlowRoot') {
    return h(kit.VerificationFlowRoot, flow, component)
  }
  if (/^CodeInput./.test(name) && name !== 'CodeInputRoot') {
    return h(kit.CodeInputRoot, null, component)
  }
  return component
}

const propsOf: Record<string, object> = {
  CodeInputSlot: { index: 0 },
  PhoneEntry: { defaultValue: '+447400123456' },
  VerificationFlow: {
    ...flow,
    defaultPhone: '+447400123456',
    autoStart: true,
    history: 'push',
    name: 'phoneProof',
    form: 'sign-up',
  },
  VerificationFlowRoot: flow,
}

const deadline = 1_800_000_000_000

const calls: Record<string, () => unknown> = {
  useCancelVerification: () => hooks.useCancelVerification(client),
  useCheckCode: () => hooks.useCheckCode(client),
  useCodeInput: () => hooks.useCodeInput({ length: 6, webOTP: true }),
  useCountdown: () => hooks.useCountdown(deadline),
  useCountryList: () => {
    const picker = hooks.useCountryPicker({ id: 'country' })
    const { phoneEntryMessages: messages } = hooks
    return hooks.useCountryList({
      picker,
      items: [],
      value: 'GB',
      messages,
      onValueChange: () => {},
    })
  },
  useCountryPicker: () => hooks.useCountryPicker({ id: 'country' }),
  useMessages: () => hooks.useMessages('codeInput', hooks.codeInputMessages),
  usePhoneEntry: () => hooks.usePhoneEntry({ value: '+447400123456' }),
  usePhoneproof: () => hooks.usePhoneproof(),
  usePhoneText: () => hooks.usePhoneText('+447400123456'),
  useStartVerification: () => hooks.useStartVerification(client),
  useFlowTexts: () => hooks.useFlowTexts(hooks.useVerificationFlow(flow)),
  useVerificationFlowContext: () => kit.useVerificationFlowContext(),
  useVerificationFlow: () =>
    hooks.useVerificationFlow({ ...flow, autoStart: true, defaultPhone: '+447400123456' }),
}

/** Ours, or called by ours: React's own development build looks at the clock as well. */
const isAskedByUs = (): boolean =>
  /\/packages\/(?:client|hooks|react)\/src\/(?!server-rendering)/.test(
    new Error('who asks').stack ?? '',
  )

/** To the end of the test, whoever of us asks for the time or for chance is told off. */
function stopClocks(): void {
  const sources = [
    [Date, 'now'],
    [performance, 'now'],
    [Math, 'random'],
    [crypto, 'getRandomValues'],
    [crypto, 'randomUUID'],
    [globalThis, 'Date'],
  ] as const
  const depth = Error.stackTraceLimit
  Error.stackTraceLimit = Infinity
  onTestFinished(() => {
    Error.stackTraceLimit = depth
  })
  for (const [owner, name] of sources) {
    const original = Reflect.get(owner, name) as Function
    const refuse = (values: unknown[]): void => {
      // A given instant is nobody's clock.
      if (!(original === Date && values.length > 0) && isAskedByUs())
        throw new Error(`${name} was read while rendering on the server`)
    }
    const watched = new Proxy(original, {
      apply(target, _, values) {
        refuse(values)
        return Reflect.apply(target, owner, values)
      },
      construct(target, values) {
        refuse(values)
        return Reflect.construct(target, values)
      },
    })
    Object.defineProperty(owner, name, { value: watched, configurable: true, writable: true })
    onTestFinished(() => {
      Object.defineProperty(owner, name, { value: original, configurable: true, writable: true })
    })
  }
}

function render(node: ReactNode): string {
  const page = h(QueryClientProvider, { client: new QueryClient() }, node)
  stopClocks()
  return renderToString(page)
}

test.each(names)('%s renders on a server without a clock or chance', (name) => {
  expect(() => render(placed(name))).not.toThrow()
})

const hookNames = Object.keys({ ...hooks, ...kit }).filter((name) => /^use[A-Z]/.test(name))

test.each(hookNames)('%s runs on a server without a clock or chance', (name) => {
  const call = calls[name]
  if (!call) throw new Error(`${name}() is new: say in this file what it is called with.`)
  const Caller: ComponentType = () => {
    call()
    return null
  }
  const isOfFlow = name === 'useVerificationFlowContext'
  expect(() =>
    render(isOfFlow ? h(kit.VerificationFlowRoot, flow, h(Caller)) : h(Caller)),
  ).not.toThrow()
})

test('the kit brings a QueryClient of its own where an app has none', () => {
  stopClocks()
  expect(renderToString(placed('VerificationFlow'))).toContain('type="tel"')
})

test('a countdown shows no time on the server, whose clock is not that of the page', () => {
  const Left: ComponentType = () => h('p', null, hooks.useCountdown(deadline))
  expect(render(h(Left))).toBe('<p>0</p>')
})
