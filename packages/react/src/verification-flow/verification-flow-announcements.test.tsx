import { textMagic } from '@phoneproof/client'
import { termsOf } from '@phoneproof/hooks/internal/verification-flow'
import { loadNumberMetadata, PhoneproofProvider, type MessageOverrides } from '@phoneproof/hooks'
import { QueryClient } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createFlowWorld } from '../../../../test/support/flow-world.ts'
import { VerificationFlow, type VerificationFlowProps } from './verification-flow.tsx'

// A press waits for the metadata, which would be there after it.
beforeAll(() => loadNumberMetadata())

const phone = '+447400123456'
const shownPhone = '\u2066+44\u00a07400\u00a0123456\u2069'

interface Options extends Partial<VerificationFlowProps> {
  messages?: MessageOverrides
}

/** A flow, and everything its live regions say, with the second. */
function listen({ messages, ...props }: Options = {}) {
  const world = createFlowWorld()
  let slept = 0
  const clock = { ...world.clock, now: () => world.clock.now() + slept }
  const user = userEvent.setup()
  const view = render(
    <PhoneproofProvider
      client={world.client}
      clock={clock}
      queryClient={new QueryClient()}
      messages={messages}
    >
      <VerificationFlow brand="Acme" storage="none" defaultPhone={phone} {...props} />
    </PhoneproofProvider>,
  )
  const start = clock.now()
  const said: string[] = []
  new MutationObserver((records) => {
    const regions = new Set(
      records.map(({ target }) =>
        (target instanceof Element ? target : target.parentElement)?.closest(
          '[data-scope="verification-flow"]:is([role="status"], [role="alert"])',
        ),
      ),
    )
    const second = (clock.now() - start) / 1000
    for (const region of regions) {
      if (region?.textContent) said.push(`${second} ${region.role}: ${region.textContent}`)
    }
  }).observe(view.container, { subtree: true, childList: true, characterData: true })
  const advance = (by: number | string) => act(() => world.clock.advance(by))
  const button = (name: string | RegExp) => screen.getByRole('button', { name })
  const press = async (name: string | RegExp) => {
    await user.click(button(name))
    await advance(0)
  }
  /** Timers do not run meanwhile, as in a laptop that is shut. */
  const sleep = (seconds: number) =>
    act(async () => {
      slept += seconds * 1000
      document.dispatchEvent(new Event('visibilitychange'))
    })
  const code = () => world.simulator.lastCode(phone) ?? ''
  const wrong = () => (code() === '111111' ? '222222' : '111111')
  /** What was said since this was asked last. */
  const news = () => said.splice(0)
  return { ...view, world, user, said, news, advance, button, press, sleep, code, wrong }
}

/** The same once the code has been sent. */
async function listenToCode(options?: Options) {
  const flow = listen(options)
  await flow.press('Send code')
  flow.news()
  return flow
}

it('says seven things in the five minutes of a code that nobody types (A11Y-1, A11Y-6, A11Y-19)', async () => {
  const flow = listen()
  flow.world.simulator.faults.next({ latencyMs: 1_000 })
  await flow.press('Send code')
  for (let second = 0; second < 330; second += 1) await flow.advance('1s')
  expect(flow.said).toEqual([
    // The answer to the press.
    '0 status: Sending code…',
    `1 status: Code sent to ${shownPhone}. It is valid for 5 minutes.`,
    '31 status: You can now cancel or send a new code.',
    '51 status: We’ll call you in 10 seconds with the same code.',
    '111 status: We’ll call you in 10 seconds with the same code.',
    '240 status: Code valid for 1 minute.',
    '270 status: Code valid for 30 seconds.',
    '300 alert: Your code expired. You can send a new one.',
  ])
}, 20_000)

describe('what stands in the live regions', () => {
  const standing = (flow: ReturnType<typeof listen>): string[] =>
    [...flow.container.querySelectorAll('[data-part="status"], [data-part="alert"]')]
      .map(({ textContent }) => textContent)
      .filter((text) => text !== '')

  /** Sentences of a code that nobody types, and when each is true, in seconds of its life. */
  const truths: [sentence: RegExp, isTrue: (second: number, said: number) => boolean][] = [
    [/^Code sent to .* It is valid for 5 minutes\.$/, (second) => second < 10],
    [/^You can now cancel or send a new code\.$/, (second) => second >= 30 && second < 300],
    [
      /^We’ll call you in (\d+) seconds? with/,
      (second, said) => isNear(said, [60 - second, 120 - second]),
    ],
    [/^Code valid for (\d+) seconds?\.$/, (second, said) => isNear(said, [300 - second])],
    [/^Code valid for 1 minute\.$/, (second) => isNear(60, [300 - second])],
    [/^Your code expired\. You can send a new one\.$/, (second) => second >= 300],
  ]
  const isNear = (said: number, left: readonly number[]): boolean =>
    left.some((each) => each > 0 && Math.abs(each - said) <= 5)

  it('is true at each second of a code that nobody types (A11Y-6)', async () => {
    const flow = await listenToCode()
    const untrue: string[] = []
    for (let second = 0; second < 330; second += 1) {
      for (const text of standing(flow)) {
        const found = truths.find(([sentence]) => sentence.test(text))
        const said = Number(found?.[0].exec(text)?.[1])
        if (!found?.[1](second, said)) untrue.push(`${second} s: ${text}`)
      }
      await flow.advance('1s')
    }
    expect(untrue).toEqual([])
  }, 20_000)

  it('is gone before the same is said again, so that it is news: the second call is (A11Y-6)', async () => {
    const flow = await listenToCode()
    await flow.advance('109s')
    expect(standing(flow)).toEqual([])
    await flow.advance('1s')
    expect(standing(flow)).toEqual(['We’ll call you in 10 seconds with the same code.'])
    await flow.advance('10s')
    expect(standing(flow)).toEqual([])
  })

  it('is not what the next step has made untrue', async () => {
    const flow = await listenToCode()
    flow.world.simulator.faults.next({ operation: 'check', latencyMs: 1_000 })
    await flow.user.keyboard(flow.wrong())
    expect(standing(flow)).toEqual(['Checking…'])
    await flow.advance('1s')
    expect(standing(flow)).toEqual(['That code isn’t right. Check the message and try again.'])
    // What is wrong is so until somebody types.
    await flow.advance('20s')
    expect(standing(flow)).toHaveLength(1)
    await flow.user.keyboard('1')
    expect(standing(flow)).toEqual([])
    await flow.advance('9s')
    expect(standing(flow)).toEqual(['You can now cancel or send a new code.'])
    flow.world.simulator.faults.next({ operation: 'cancel', latencyMs: 1_000 })
    await flow.press('Cancel')
    expect(standing(flow)).toEqual(['Cancelling…'])
  })

  it('is not a wait that is over', async () => {
    const flow = await listenToCode()
    const headers = { 'retry-after': '7' }
    flow.world.simulator.faults.next({ operation: 'check', status: 429, headers })
    await flow.user.keyboard(flow.wrong())
    await flow.advance(0)
    expect(standing(flow)).toEqual([
      'We’re very busy right now. You can check a code in 7 seconds.',
    ])
    await flow.advance('6s')
    expect(standing(flow)).toEqual([])
    await flow.advance('1s')
    expect(standing(flow)).toEqual(['You can try again now.'])
  })
})

it.each([
  { seconds: 59, says: ['59 status: We’ll call you in 1 second with the same code.'] },
  { seconds: 62, says: [] },
  { seconds: 95, says: ['95 status: You can now cancel or send a new code.'] },
  { seconds: 250, says: ['250 status: Code valid for 50 seconds.'] },
  { seconds: 296, says: ['296 status: Code valid for 4 seconds.'] },
  { seconds: 400, says: ['400 alert: Your code expired. You can send a new one.'] },
])(
  'says one thing, and only what is true, after a sleep of $seconds s (E-1, A11Y-6)',
  async (sleep) => {
    const flow = await listenToCode()
    await flow.sleep(sleep.seconds)
    expect(flow.said).toEqual(sleep.says)
  },
)

it('says of a code that was sent before how long it still is valid (A11Y-6)', async () => {
  const flow = await listenToCode()
  await flow.press('Change number')
  await flow.advance('40s')
  await flow.press(/^Keep using/)
  expect(flow.news()).toEqual([
    `40 status: We already sent a code to ${shownPhone}. It is valid for 4 minutes 20 seconds.`,
  ])
})

it('says what was wrong once, and not again while one corrects it', async () => {
  const flow = await listenToCode()
  await flow.user.keyboard(flow.wrong())
  await flow.advance(0)
  await flow.user.keyboard('{Backspace}')
  await flow.advance('5s')
  expect(flow.said.filter((line) => line.includes('alert'))).toEqual([
    '0 alert: That code isn’t right. Check the message and try again.',
  ])
})

it('says the same thing again when the same press brings it again', async () => {
  const flow = await listenToCode()
  await flow.user.keyboard('12')
  await flow.press('Verify')
  await flow.press('Verify')
  expect(flow.said).toEqual(
    Array.from({ length: 2 }, () => '0 alert: Enter all 6 digits of the code.'),
  )
})

it('says each change that a press brings, once (A11Y-6)', async () => {
  const flow = await listenToCode()
  const { faults } = flow.world.simulator
  faults.next({ operation: 'check', latencyMs: 1_000 })
  await flow.user.keyboard(flow.wrong())
  await flow.advance('1s')
  expect(flow.news()).toEqual([
    '0 status: Checking…',
    '1 alert: That code isn’t right. Check the message and try again.',
  ])
  await flow.advance('29s')
  flow.news()

  faults.next({ operation: 'cancel', latencyMs: 1_000 })
  faults.next({ operation: 'start', latencyMs: 1_000 })
  await flow.press('Send a new code')
  await flow.advance('2s')
  expect(flow.news()).toEqual([
    '30 status: Sending a new code…',
    '32 status: New code sent. The previous one no longer works.',
  ])
  await flow.advance('30s')
  flow.news()

  faults.next({ operation: 'cancel', latencyMs: 1_000 })
  await flow.press('Cancel')
  await flow.advance('1s')
  expect(flow.news()).toEqual([
    '62 status: Cancelling…',
    '63 status: Verification cancelled. The code no longer works.',
  ])
})

it('says that it takes long, that nobody knows, and that the number is busy', async () => {
  const flow = listen()
  flow.world.simulator.faults.next({ operation: 'start', dropAnswer: true, latencyMs: 20_000 })
  await flow.press('Send code')
  await flow.advance('16s')
  expect(flow.news()).toEqual([
    '0 status: Sending code…',
    '8 status: This is taking longer than usual…',
    `15 alert: We couldn’t confirm that the code was sent to ${shownPhone}.`,
  ])
  await flow.advance('10s')
  await flow.press('Try again')
  await flow.advance('1s')
  const [sending, lost] = flow.news()
  expect(sending).toBe('26 status: Sending code…')
  expect(lost).toMatch(/^26\.25 alert: A code for .* You can get a new code within 4 minutes/)
  await flow.advance('31s')
  expect(flow.news()).toEqual(['56.25 status: You can try again now.'])
})

it('says that there were too many wrong codes, and when one can go on', async () => {
  const flow = await listenToCode()
  flow.world.simulator.faults.next({ operation: 'check', status: 423 })
  await flow.user.keyboard(flow.wrong())
  await flow.advance(0)
  expect(flow.news().at(-1)).toBe(
    '0 alert: This code is locked. Send a new one, or use a different number.',
  )
  await flow.advance('31s')
  expect(flow.news()).toEqual(['30 status: You can try again now.'])
})

it('says how a code ended that was being checked (E-11)', async () => {
  const flow = await listenToCode()
  await flow.advance('299s')
  flow.news()
  flow.world.simulator.faults.next({ operation: 'check', latencyMs: 2_000 })
  await flow.user.keyboard(flow.code())
  await flow.advance('2s')
  expect(flow.news()).toEqual([
    '299 status: Checking…',
    '301 alert: That code expired while we were checking it. Send a new one to continue.',
  ])
})

it('is silent while a number is edited (A11Y-6)', async () => {
  const flow = await listenToCode()
  await flow.advance('35s')
  await flow.press('Cancel')
  flow.news()
  await flow.user.keyboard('{End}{Backspace}7')
  expect(flow.said).toEqual([])
})

it('says nothing old when it appears again', async () => {
  const world = createFlowWorld()
  const queryClient = new QueryClient()
  const flow = (
    <PhoneproofProvider client={world.client} clock={world.clock} queryClient={queryClient}>
      <VerificationFlow brand="Acme" storage="none" defaultPhone={phone} />
    </PhoneproofProvider>
  )
  const first = render(flow)
  await userEvent.click(screen.getByRole('button', { name: 'Send code' }))
  await act(() => world.clock.advance('20s'))
  first.unmount()
  render(flow)
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
})

it('says after a reload that the code ended meanwhile (E-10)', async () => {
  const stored = new Map<string, string>()
  const storage = {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => void stored.set(key, value),
    removeItem: (key: string) => void stored.delete(key),
  }
  const world = createFlowWorld()
  const open = () =>
    render(
      <PhoneproofProvider client={world.client} clock={world.clock} queryClient={new QueryClient()}>
        <VerificationFlow brand="Acme" storage={storage} defaultPhone={phone} />
      </PhoneproofProvider>,
    )
  const first = open()
  await userEvent.click(screen.getByRole('button', { name: 'Send code' }))
  await act(() => world.clock.advance('20s'))
  first.unmount()
  await act(() => world.clock.advance('5m'))
  open()
  // The field of the number has a region of its own.
  const said = screen.getAllByRole('status').map(({ textContent }) => textContent)
  expect(said).toContain('Your code expired. Send a new one to continue.')
})

it('leaves out what an app gives an empty text, and says the rest', async () => {
  const flow = await listenToCode({
    messages: { verificationFlow: { announcements: { callSoon: () => '' } } },
  })
  for (let second = 0; second < 120; second += 10) await flow.advance('10s')
  expect(flow.said).toEqual(['30 status: You can now cancel or send a new code.'])
})

it('says a mask where the number is not to be shown (SEC-8)', async () => {
  const flow = listen({ maskPhone: true })
  await flow.press('Send code')
  const masked = '\u2066+44\u00a0…456\u2069'
  expect(flow.said.at(-1)).toBe(`0 status: Code sent to ${masked}. It is valid for 5 minutes.`)
  await flow.advance('61s')
  expect(screen.getByText(/^Calling \u2066\+44 …456\u2069 now/)).toBeVisible()
  const html = flow.container.innerHTML.replaceAll(/\s|\u00a0/g, '')
  expect(html).not.toContain('7400')
})

it('says that another tab took over, with the time of its code', async () => {
  using _ = vi.spyOn(console, 'warn').mockReturnValue()
  const flow = await listenToCode()
  await flow.advance('40s')
  flow.news()
  const { verifyId } = flow.world.simulator.world.latest(phone) ?? { verifyId: '' }
  const tab = new BroadcastChannel('phoneproof:default')
  const now = flow.world.clock.now()
  const bounds = { earliestStart: now - 10_000, latestStart: now - 10_000 }
  const verification = {
    verifyId: 'other',
    phone,
    codeLength: 6,
    terms: termsOf(textMagic),
    ...bounds,
  }
  tab.postMessage({ type: 'replaced', verifyId, verification, now })
  await vi.waitFor(() => act(async () => expect(flow.said).not.toEqual([])))
  tab.close()
  expect(flow.said).toEqual([
    '40 status: A new code was requested in another tab. It is valid for 4 minutes 50 seconds.',
  ])
})
