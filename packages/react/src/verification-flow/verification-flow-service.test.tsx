import type { Delivery, ServiceProfile } from '@phoneproof/client'
import { loadNumberMetadata, PhoneproofProvider, type Messages } from '@phoneproof/hooks'
import { QueryClient } from '@tanstack/react-query'
import { act, cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { callWords } from '../../../../test/support/call-words.ts'
import { createFlowWorld } from '../../../../test/support/flow-world.ts'
import { textsOnly, textsOnlyBrand, withWhatsApp } from '../../../../test/support/other-services.ts'
import { en } from '../locales/en.ts'
import { VerificationFlow, type VerificationFlowProps } from './verification-flow.tsx'

// The screens of a flow on another service than TextMagic: their sentences and clocks come from the
// profile that client and simulator were given.

const phone = '+447400123456'
const landline = '+442079460123'

interface Options extends Partial<VerificationFlowProps> {
  service?: ServiceProfile
  messages?: Messages
}

async function setUp({ service = textsOnly, messages = en, ...props }: Options = {}) {
  // The number is written anew when its metadata come: not what is looked at here.
  await loadNumberMetadata()
  const world = createFlowWorld(service)
  const user = userEvent.setup()
  const queryClient = new QueryClient()
  const view = render(
    <PhoneproofProvider
      client={world.client}
      clock={world.clock}
      queryClient={queryClient}
      messages={messages}
    >
      <VerificationFlow
        brand={textsOnlyBrand}
        storage="none"
        defaultPhone={phone}
        history="none"
        {...props}
      />
    </PhoneproofProvider>,
  )
  const start = world.clock.now()
  const { verificationFlow: words } = messages
  const advance = (by: number | string) => act(() => world.clock.advance(by))
  const advanceTo = (second: number) => act(() => world.clock.advanceTo(start + second * 1000))
  const button = (name: string) => screen.queryByRole('button', { name })
  const press = async (name: string) => {
    await user.click(screen.getByRole('button', { name }))
    await advance(0)
  }
  /** By its part, and not by its name: where many locales are walked through, names take most of the time. */
  const pressPart = async (name: string) => {
    const selector = `[data-scope="verification-flow"][data-part="${name}"]`
    act(() => view.container.querySelector<HTMLElement>(selector)?.click())
    await advance(0)
  }
  const send = () => pressPart('send-code')
  /** Somebody else has been sent a code to the number. Before that is believed, other tabs are asked. */
  async function meetAnother() {
    await world.client.start({ phone, brand: textsOnlyBrand, codeLength: 5 })
    await send()
    await advance(250)
  }
  const part = (name: string) =>
    [...view.container.querySelectorAll(`[data-scope="verification-flow"][data-part="${name}"]`)]
      .map(plain)
      .join('\n')
  /** The lines of the box of clocks. */
  const lines = () => [...view.container.querySelectorAll('[data-part="time"] p')].map(plain)
  const ring = () =>
    view.container
      .querySelector<SVGElement>('[data-part="validity-ring"]')
      ?.style.getPropertyValue('--pp-countdown-progress')
  const looks = { button, part, lines, ring }
  const presses = { press, pressPart, send, meetAnother }
  return { ...view, ...looks, ...presses, world, words, advance, advanceTo }
}

/** A text, with what keeps a number together left out. */
const plain = ({ textContent }: { textContent: string | null }): string =>
  (textContent ?? '')
    .replace(/[\u2066\u2069]/g, '')
    .replaceAll('\u00a0', ' ')
    .trim()

type Flow = Awaited<ReturnType<typeof setUp>>

/** Everything that a page says or holds ready to say: texts, names, what a style sheet shows. */
const allOf = ({ container }: Flow): string =>
  [
    container.textContent,
    ...[...container.querySelectorAll('*')].flatMap((element) =>
      [...element.attributes].filter(({ name }) => /^aria-|longest/.test(name)).map(plainValue),
    ),
  ].join('\n')
const plainValue = ({ value }: Attr): string => value

it('says on the number screen that a text comes, and nothing of a call', async () => {
  const flow = await setUp()
  expect(flow.part('intro')).toBe('We’ll text you a code.')
  expect(allOf(flow)).not.toMatch(/call/i)
})

it('says on the code screen what this service does with its code', async () => {
  const flow = await setUp()
  await flow.send()
  expect(flow.part('intro')).toMatch(
    /^We sent a code to \+44 7400 123456\. Codes are valid for 10 minutes\./,
  )
  expect(
    flow.container.querySelectorAll('[data-scope="code-input"][data-part="slot"]'),
  ).toHaveLength(5)
  expect(flow.lines()).toEqual([
    'Code valid for 10:00',
    'We’ll text you the same code again in 3:00',
  ])
  expect(allOf(flow)).not.toMatch(/call/i)
})

it('counts the ten minutes down, and has no line for a cooldown at any second of them', async () => {
  const flow = await setUp()
  await flow.send()
  const seen: [second: number, ring: string | undefined, lines: string[]][] = []
  for (const second of [0, 30, 179, 180, 300, 540, 599]) {
    await flow.advanceTo(second)
    seen.push([second, flow.ring(), flow.lines()])
  }
  const nothingLeft = 'Didn’t get it? Send a new code.'
  expect(seen).toEqual([
    [0, '1', ['Code valid for 10:00', 'We’ll text you the same code again in 3:00']],
    [30, '0.95', ['Code valid for 9:30', 'We’ll text you the same code again in 2:30']],
    [179, String(421 / 600), ['Code valid for 7:01', 'We’ll text you the same code again in 0:01']],
    [180, '0.7', ['Code valid for 7:00', nothingLeft]],
    [300, '0.5', ['Code valid for 5:00', nothingLeft]],
    [540, '0.1', ['Code valid for 1:00', nothingLeft]],
    [599, String(1 / 600), ['Code valid for 0:01', nothingLeft]],
  ])
  await flow.advanceTo(600)
  expect(flow.part('heading')).toBe('This code is no longer valid')
  expect(flow.part('intro')).toBe('Your code expired. Send a new one to continue.')
})

it('counts whole minutes from ten, where that is asked for', async () => {
  const flow = await setUp({ countdown: 'coarse' })
  await flow.send()
  expect(flow.lines()).toEqual([
    'Code valid for 10 minutes',
    'We’ll text you the same code again in 3 minutes',
  ])
})

describe('without a cancel window', () => {
  // Known to a second only, the start may have been up to a second after it was.
  it.each([0, 300])('has both buttons ready after an answer that took %d ms', async (latencyMs) => {
    const flow = await setUp()
    flow.world.simulator.faults.next({ operation: 'start', latencyMs })
    await flow.send()
    await flow.advance(latencyMs)
    for (const name of ['Cancel', 'Send a new code']) {
      expect(flow.button(name)).not.toHaveAttribute('aria-disabled', 'true')
      expect(flow.button(name)).toHaveAccessibleDescription('')
    }
    expect(flow.part('cooldown')).toBe('')
    expect(flow.lines()[1]).toMatch(/^We’ll text you the same code again in/)
    await flow.press('Send a new code')
    expect(flow.part('notice')).toBe('We sent a new code. The previous one no longer works.')
    await flow.press('Cancel')
    expect(flow.part('heading')).toBe('Verify your phone number')
    expect(flow.part('notice')).toBe('Verification cancelled. The code no longer works.')
  })
})

it('says of a channel that it does not know that the code is sent again, and shows no phone', async () => {
  const flow = await setUp({ service: withWhatsApp })
  const textIcon = async (service: ServiceProfile) => {
    const other = await setUp({ service, flowId: service.name })
    await other.send()
    const icon = other.container.querySelector('[data-part="next-delivery"] svg')?.innerHTML
    other.unmount()
    return icon
  }
  expect(flow.part('intro')).toBe('We’ll text you a code.')
  await flow.send()
  expect(flow.lines()).toEqual([
    'Code valid for 10:00',
    'We’ll send you the same code again in 2:00',
  ])
  expect(allOf(flow)).not.toMatch(/call/i)
  await flow.advanceTo(120)
  expect(flow.lines()[1]).toBe('Didn’t get it? Send a new code.')
  flow.unmount()
  expect(await textIcon(withWhatsApp)).toBe(await textIcon(textsOnly))
})

it.each<[channels: string[], intro: string]>([
  [['sms'], en.verificationFlow.phoneIntroText],
  [['sms', 'whatsapp'], en.verificationFlow.phoneIntroText],
  [['sms', 'voice'], en.verificationFlow.phoneIntro],
  [['voice', 'voice'], en.verificationFlow.phoneIntroCall],
  [['whatsapp'], en.verificationFlow.phoneIntroMessage],
  [['whatsapp', 'sms'], en.verificationFlow.phoneIntroMessage],
  [['whatsapp', 'voice'], en.verificationFlow.phoneIntroMessage],
])('says what comes first: %s', async (channels, intro) => {
  const deliveries = channels.map((channel, index): Delivery => ({ atMs: index * 60_000, channel }))
  const flow = await setUp({ service: { ...textsOnly, workflows: { 1: deliveries } } })
  expect(flow.part('intro')).toBe(intro)
})

it('tells a landline that no text will reach it, and promises no call', async () => {
  const flow = await setUp({ defaultPhone: landline })
  await flow.send()
  expect(flow.part('intro')).toMatch(
    /looks like a landline, which can’t get text messages\. If no code arrives, use a different/,
  )
  expect(allOf(flow)).not.toMatch(/call/i)
})

describe('a number that is taken', () => {
  it('is free within ten minutes', async () => {
    const flow = await setUp()
    await flow.meetAnother()
    expect(flow.part('heading')).toBe('You can’t get a new code yet')
    expect(screen.getByText('Try again in 0:30; it ends within 10:00.')).toBeVisible()
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Another verification is open for this number. You can get a new code within 10 minutes.',
    )
    await flow.advance('400s')
    expect(screen.getByText('You can get a new code within 3:20.')).toBeVisible()
  })

  it('by a start of ours whose answer was lost, brings no call', async () => {
    const flow = await setUp()
    flow.world.simulator.faults.next({ operation: 'start', dropAnswer: true })
    await flow.send()
    await flow.advance('16s')
    await flow.press('Try again')
    await flow.advance(250)
    const text =
      /^A code for .* was requested a moment ago, .* it won’t work here\. You can ignore it\./
    expect(flow.part('intro')).toMatch(text)
    expect(plain(screen.getByRole('alert'))).toMatch(text)
    expect(allOf(flow)).not.toMatch(/call/i)
  })
})

it('tells screen readers of its own last minute, and of no call', async () => {
  const flow = await setUp({ countdown: 'hidden' })
  const said: string[] = []
  const listen = () => {
    const second = (flow.world.clock.now() - start) / 1000
    for (const role of ['status', 'alert'] as const) {
      const text = plain(
        flow.container.querySelector(`[data-scope="verification-flow"][role="${role}"]`) ?? {
          textContent: '',
        },
      )
      if (text && said.at(-1)?.replace(/^\d+ /, '') !== text) said.push(`${second} ${text}`)
    }
  }
  const start = flow.world.clock.now()
  await flow.send()
  listen()
  for (let second = 1; second <= 601; second += 1) {
    await flow.advanceTo(second)
    listen()
  }
  expect(said).toEqual([
    '0 Code sent to +44 7400 123456. It is valid for 10 minutes.',
    '540 Code valid for 1 minute.',
    '570 Code valid for 30 seconds.',
    '600 Your code expired. You can send a new one.',
  ])
})

it('goes on after a reload at 400 s with what was promised', async () => {
  const storage = sessionStorage
  const flow = await setUp({ storage, flowId: 'reload' })
  await flow.send()
  await flow.advanceTo(400)
  flow.unmount()
  const { client, clock } = flow.world
  // Another page: nothing is left of the first but what it stored.
  const { container } = render(
    <PhoneproofProvider client={client} clock={clock} queryClient={new QueryClient()}>
      <VerificationFlow brand={textsOnlyBrand} storage={storage} flowId="reload" />
    </PhoneproofProvider>,
  )
  const line = () => plain(container.querySelector('[data-part="validity"]') as Element)
  expect(line()).toBe('Code valid for 3:20')
  expect(plain(container.querySelector('[data-part="intro"]') as Element)).toMatch(
    /Codes are valid for 10 minutes\./,
  )
  expect(screen.getByRole('button', { name: 'Cancel' })).not.toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await act(() => clock.advance('200s'))
  expect(screen.getByRole('heading')).toHaveTextContent('This code is no longer valid')
})

const modules = import.meta.glob<Record<string, Messages>>(
  ['../locales/*.ts', '!../locales/*.test.ts'],
  { eager: true },
)
const locales = Object.entries(modules).map(([path, module]) => ({
  file: /([\w-]+)\.ts$/.exec(path)?.[1] ?? '',
  messages: Object.values(module)[0] ?? en,
}))

it.each(locales)('in $file all of it lasts ten minutes, and nobody calls', async (locale) => {
  const { file, messages } = locale
  const { verificationFlow: words } = messages
  const tenMinutes = words.duration(600)
  const call = callWords[file]
  if (!call) throw new Error(`How does ${file} speak of a call?`)
  const flow = await setUp({ messages })
  const seen: string[] = []
  const look = () => void seen.push(...allOf(flow).split('\n'))
  look()
  await flow.send()
  look()
  expect(flow.part('intro')).toContain(plain({ textContent: words.codesValidFor(tenMinutes) }))
  expect(flow.lines()).toEqual([words.validFor('10:00'), words.textIn('3:00')])
  // The clocks need not be drawn for the rest of it.
  await flow.pressPart('toggle-time')
  for (const second of [180, 540, 570, 600]) {
    await flow.advanceTo(second)
    look()
  }
  expect(flow.part('intro')).toBe(words.expiredText.time)
  cleanup()

  const taken = await setUp({ messages, flowId: 'taken' })
  await taken.meetAnother()
  seen.push(...allOf(taken).split('\n'))
  expect(taken.part('wait-reason')).toBe(words.retryInOrWithin('0:30', '10:00'))
  cleanup()

  const other = await setUp({ messages, service: withWhatsApp, flowId: 'whatsapp' })
  await other.send()
  seen.push(...allOf(other).split('\n'))
  expect(other.lines()).toEqual([words.validFor('10:00'), words.messageIn('2:00')])

  expect(seen.filter((text) => call.test(text))).toEqual([])
})
