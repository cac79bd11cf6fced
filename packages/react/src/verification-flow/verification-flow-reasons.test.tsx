import type { VerifyClient } from '@phoneproof/client'
import { loadNumberMetadata, PhoneproofProvider, type MessageOverrides } from '@phoneproof/hooks'
import { QueryClient } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { createFlowWorld } from '../../../../test/support/flow-world.ts'
import { de } from '../locales/de.ts'
import { VerificationFlow, type VerificationFlowProps } from './verification-flow.tsx'

// A press waits for the metadata, which would be there after it.
beforeAll(() => loadNumberMetadata())

// What the screen says when something waits, fails or cannot be done: why, and what to do now.

const phone = '+447400123456'

interface Options extends Partial<VerificationFlowProps> {
  overrides?: Partial<VerifyClient>
  messages?: MessageOverrides
  locale?: string
}

function setUp({ overrides, messages, locale, ...props }: Options = {}) {
  const world = createFlowWorld()
  const user = userEvent.setup()
  const view = render(
    <PhoneproofProvider
      client={{ ...world.client, ...overrides }}
      clock={world.clock}
      queryClient={new QueryClient()}
      messages={messages}
      locale={locale}
    >
      <VerificationFlow brand="Acme" storage="none" defaultPhone={phone} {...props} />
    </PhoneproofProvider>,
  )
  const advance = (by: number | string) => act(() => world.clock.advance(by))
  const button = (name: string | RegExp) => screen.getByRole('button', { name })
  const press = async (name: string | RegExp) => {
    await user.click(button(name))
    await advance(0)
  }
  const codeField = () => screen.getByRole('textbox', { name: 'Verification code' })
  const code = () => world.simulator.lastCode(phone) ?? ''
  const wrong = () => (code() === '111111' ? '222222' : '111111')
  const root = () =>
    view.container.querySelector('[data-scope="verification-flow"][data-part="root"]')
  /** Buttons that cannot be used now, each with its description: empty for none. */
  const waits = () =>
    screen.getAllByRole('button').flatMap((each) => {
      if (each.getAttribute('aria-disabled') !== 'true') return []
      const ids = each.getAttribute('aria-describedby')?.split(' ') ?? []
      const texts = ids.map((id) => document.getElementById(id)?.textContent ?? '(no such element)')
      return [`${each.querySelector('span')?.textContent}: ${texts.join(' ')}`]
    })
  const { faults } = world.simulator
  return {
    ...view,
    world,
    user,
    advance,
    button,
    press,
    codeField,
    code,
    wrong,
    root,
    waits,
    faults,
  }
}

async function setUpCode(options?: Options) {
  const flow = setUp(options)
  await flow.press('Send code')
  return flow
}

it('keeps Cancel and Send a new code focusable and explained until they can be used (E-5, A11Y-13)', async () => {
  const flow = await setUpCode()
  for (const name of ['Cancel', 'Send a new code']) {
    expect(flow.button(name)).toHaveAttribute('aria-disabled', 'true')
    expect(flow.button(name)).toHaveAccessibleDescription(/in 0:30$/)
    await flow.press(name)
    expect(flow.button(name)).toHaveFocus()
  }
  const methods = () => flow.world.simulator.requests.getSnapshot().map(({ method }) => method)
  expect(methods()).toEqual(['POST'])
  await flow.advance('30s')
  await flow.press('Cancel')
  expect(methods()).toEqual(['POST', 'DELETE'])
  expect(screen.getByRole('textbox', { name: 'Phone number' })).toHaveFocus()
})

it('keeps the reason while somebody types: of a busy check (E-12)', async () => {
  const flow = await setUpCode()
  flow.faults.next({ operation: 'check', status: 429, headers: { 'retry-after': '12' } })
  await flow.user.keyboard(flow.wrong())
  await flow.advance(0)
  expect(screen.getByText('We’re very busy right now.')).toBeVisible()
  expect(flow.waits()[0]).toBe('Verify: You can check a code in 0:12.')
  await flow.user.keyboard('{Backspace}')
  expect(screen.queryByText('We’re very busy right now.')).not.toBeInTheDocument()
  expect(flow.waits()[0]).toBe('Verify: You can check a code in 0:12.')
  // A whole code is neither checked nor passed over.
  await flow.user.keyboard('333333')
  await flow.advance(0)
  expect(screen.getByRole('alert')).toHaveTextContent(
    'We’re very busy right now. You can check a code in 12 seconds.',
  )
  await flow.advance('12s')
  expect(flow.button('Verify')).not.toHaveAttribute('aria-disabled')
  expect(screen.queryByText('We’re very busy right now.')).not.toBeInTheDocument()
})

it('keeps the reason while somebody types: of a busy start (E-12)', async () => {
  const flow = setUp()
  flow.faults.next({ operation: 'start', status: 429, headers: { 'retry-after': '12' } })
  await flow.press('Send code')
  expect(flow.waits()).toEqual(['Send code: You can try again in 0:12.'])
  await flow.user.type(screen.getByRole('textbox', { name: 'Phone number' }), '{End}{Backspace}7')
  expect(flow.waits()).toEqual(['Send code: You can try again in 0:12.'])
})

it('keeps the reason while somebody types: of a cancel that the service refused (E-7, A11Y-13)', async () => {
  const flow = await setUpCode()
  await flow.advance('70s')
  flow.faults.next({ operation: 'cancel', status: 400 })
  await flow.press('Cancel')
  const why = 'It’s too late to cancel. You can get a new code in 3:50.'
  expect(flow.waits()).toEqual([`Send a new code: ${why}`, `Cancel: ${why}`])
  await flow.user.type(flow.codeField(), '1')
  expect(flow.waits()).toEqual([`Send a new code: ${why}`, `Cancel: ${why}`])
})

it('says why a locked code cannot be replaced yet, and when that changes (E-13, A11Y-13)', async () => {
  const flow = await setUpCode()
  await flow.advance('10s')
  flow.faults.next({ operation: 'check', status: 423 })
  flow.faults.next({ operation: 'cancel', latencyMs: 2_000 })
  await flow.user.keyboard(flow.wrong())
  await flow.advance(0)
  expect(screen.getByRole('heading', { name: 'Too many wrong codes' })).toBeVisible()
  expect(screen.queryByRole('textbox')).not.toBeInTheDocument()
  expect(flow.button('Send a new code')).toHaveFocus()
  expect(flow.waits()).toEqual(['Send a new code: You can get a new code in 0:20.'])
  await flow.advance('20s')
  expect(flow.waits()).toEqual(['Send a new code: We’re cancelling the old code first…'])
  await flow.advance('2s')
  expect(flow.waits()).toEqual([])
})

it('says why Try again waits, also in the last seconds of a busy number (A11Y-13)', async () => {
  const flow = setUp()
  flow.faults.next({ operation: 'start', status: 409, times: 2 })
  await flow.press('Send code')
  await flow.advance('1s')
  expect(flow.waits()).toEqual(['Try again: Try again in 0:30; it ends within 5:00.'])
  await flow.advance('31s')
  expect(flow.waits()).toEqual([])
  expect(screen.getByText('You can get a new code within 4:29.')).toBeVisible()
  await flow.advance('4m9s')
  await flow.press('Try again')
  await flow.advance('1s')
  expect(flow.waits()[0]).toMatch(/^Try again: You can try again in 0:\d\d\.$/)
  expect(screen.queryByText(/at most/, { selector: 'p, p *' })).not.toBeInTheDocument()
})

it('says of a refused check that it is checking that does not work, and keeps the digits', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  const flow = await setUpCode()
  flow.faults.next({ operation: 'check', status: 403 })
  const tried = flow.wrong()
  await flow.user.keyboard(tried)
  await flow.advance(0)
  expect(screen.getAllByText(/^We can’t check codes right now/)[0]).toBeVisible()
  expect(flow.codeField()).toHaveValue(tried)
})

it('says offline what became of the press: a code is kept, of a cancel nothing was sent (E-15)', async () => {
  const flow = await setUpCode()
  await flow.advance('30s')
  await flow.user.keyboard('12')
  using _ = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
  await act(async () => void window.dispatchEvent(new Event('offline')))
  await flow.press('Cancel')
  expect(screen.getByRole('alert')).toHaveTextContent('You’re offline. Nothing was sent.')
  expect(flow.button('Cancel')).toHaveFocus()
  await flow.user.type(flow.codeField(), '3456')
  expect(screen.getByRole('alert')).toHaveTextContent('You’re offline. We’ve kept your code.')
})

it('asks for the most recent message at the first wrong code after a new one', async () => {
  const flow = await setUpCode()
  await flow.advance('30s')
  await flow.press('Send a new code')
  await flow.user.keyboard(flow.wrong())
  await flow.advance(0)
  expect(flow.codeField()).toHaveAccessibleDescription(
    /That code isn’t right\. Use the code from the most recent message\./,
  )
})

it('says how many attempts are left from three down, in the flow (E-13)', async () => {
  let attemptsLeft = 5
  const check = () => Promise.reject({ status: 400, attemptsLeft: (attemptsLeft -= 1) })
  const flow = await setUpCode({ overrides: { check } })
  const left: (string | undefined)[] = []
  for (const entered of ['111111', '222222', '333333', '444444']) {
    await flow.user.keyboard(entered)
    await flow.advance(0)
    left.push(/\d attempts? left\./.exec(screen.getByRole('alert').textContent)?.[0])
  }
  expect(left).toEqual([undefined, '3 attempts left.', '2 attempts left.', '1 attempt left.'])
})

it('says that it takes longer than usual at 8 s: of a first code, and of a new one (E-2)', async () => {
  const flow = setUp()
  const slow = () => screen.queryByText('This is taking longer than usual…', { selector: 'p' })
  flow.faults.next({ operation: 'start', latencyMs: 9_000 })
  await flow.press('Send code')
  await flow.advance('7s')
  expect(slow()).not.toBeInTheDocument()
  await flow.advance('1s')
  expect(slow()).toBeVisible()
  expect(flow.button('Change number')).toBeEnabled()
  await flow.advance('31s')
  expect(slow()).not.toBeInTheDocument()
  flow.faults.next({ operation: 'start', latencyMs: 9_000 })
  await flow.press('Send a new code')
  await flow.advance('8s')
  expect(slow()).toBeVisible()
})

it('goes on checking at 0:00, and shows it (E-11)', async () => {
  const flow = await setUpCode()
  await flow.advance('298s')
  flow.faults.next({ operation: 'check', latencyMs: 5_000 })
  await flow.user.keyboard(flow.code())
  await flow.advance('3s')
  expect(screen.getByText('Code valid for 0:00')).toBeVisible()
  expect(flow.button('Checking…')).toBeVisible()
})

describe('after the last code that a number may get', () => {
  const limitHelp = <a href="/help">Contact Acme</a>
  const last = () => setUpCode({ maxCodes: 1, limitHelp })
  const newCode = () => screen.queryByRole('button', { name: 'Send a new code' })
  /** All that can be read, but for what only screen readers are told. */
  const text = (flow: ReturnType<typeof setUp>) =>
    flow.root()?.querySelector('[data-part="screen"]')?.textContent
  const link = () => screen.queryByRole('link', { name: 'Contact Acme' })
  const promises = /send a new|new code/i

  it('offers no other one while it lives, and says from 30 s on what can be done (E-7)', async () => {
    const flow = await last()
    expect(newCode()).not.toBeInTheDocument()
    expect(link()).not.toBeInTheDocument()
    expect(text(flow)).toContain('You can cancel in 0:30.')
    await flow.advance('30s')
    expect(link()?.closest('p')?.textContent).toMatch(/^Didn’t arrive\? Check that the number is/)
    for (let second = 30; second < 300; second += 10) {
      expect(text(flow)).not.toMatch(promises)
      await flow.advance('10s')
    }
  })

  it.each<[end: string, finish: (flow: ReturnType<typeof setUp>) => Promise<unknown>]>([
    ['it has expired', (flow) => flow.advance('300s')],
    ['it is locked', (flow) => lock(flow)],
    ['it has ended otherwise', (flow) => finish(flow, 404)],
  ])('leads to another number once %s (E-7)', async (_, end) => {
    const flow = await last()
    await end(flow)
    expect(newCode()).not.toBeInTheDocument()
    expect(text(flow)).toMatch(/it was the last one for this number\. Use a different number, or/)
    expect(text(flow)).not.toMatch(promises)
    expect(text(flow)).not.toContain('Didn’t arrive')
    expect(link()).toBeVisible()
    expect(flow.button('Change number')).toHaveFocus()
    const said = screen.getByRole('alert').textContent
    expect(said).toMatch(/^This code no longer works, and it was the last one/)
    // The cancel of a locked one is done by then.
    await flow.advance('31s')

    // The same number is not a way round it, and the screen says so.
    await flow.press('Change number')
    expect(flow.waits()).toEqual([
      'Send code: You can’t get another code for this number. Use a different number, or contact us. Contact Acme',
    ])
    const { requests } = flow.world.simulator
    const before = requests.getSnapshot().length
    await flow.user.keyboard('{Enter}')
    await flow.press('Send code')
    expect(requests.getSnapshot()).toHaveLength(before)
    expect(screen.getByRole('heading')).toHaveTextContent('Verify your phone number')

    await flow.user.clear(screen.getByRole('textbox', { name: 'Phone number' }))
    await flow.user.keyboard('+12133734253')
    expect(flow.waits()).toEqual([])
    await flow.press('Send code')
    expect(flow.codeField()).toHaveFocus()
  })

  const finish = async (flow: ReturnType<typeof setUp>, status: number) => {
    flow.faults.next({ operation: 'check', status })
    await flow.user.keyboard(flow.wrong())
    await flow.advance(0)
  }
  const lock = (flow: ReturnType<typeof setUp>) => finish(flow, 423)

  it('lets a number have three, unless the app says otherwise', async () => {
    const flow = await setUpCode()
    for (const _ of ['second', 'third']) {
      expect(newCode()).toBeVisible()
      await flow.advance('30s')
      await flow.press('Send a new code')
    }
    expect(newCode()).not.toBeInTheDocument()
  })
})

it('does not speak of a window for cancelling where the backend has none', async () => {
  const flow = await setUpCode({ cancelMode: 'deferred' })
  expect(flow.button('Cancel')).not.toHaveAttribute('aria-disabled')
  expect(screen.queryByText(/You can cancel/)).not.toBeInTheDocument()
  expect(flow.waits()).toEqual(['Send a new code: You can get a new code in 0:30.'])
})

it('says of a pasted text without one whole code that it was not used (E-19)', async () => {
  const flow = await setUpCode()
  await flow.user.click(flow.codeField())
  await flow.user.paste('Your code is on its way')
  expect(flow.codeField()).toHaveAccessibleDescription(
    /We couldn’t find a 6-digit code in what you pasted\. Copy just the code, or type it\./,
  )
  // A key that is no digit is nobody's mistake.
  await flow.user.keyboard('1x')
  expect(flow.codeField()).toHaveAttribute('aria-invalid', 'false')
})

it.each([
  ['7199', '2 hours', '2 hours'],
  ['86400', '1 day', '1 day'],
  ['100000', '1 day 4 hours', '1 day 4 hours'],
  ['3599', '59:59', '1 hour'],
])('says a wait of %s s as what it is, on the screen and aloud', async (header, shown, said) => {
  const flow = setUp()
  flow.faults.next({ operation: 'start', status: 429, headers: { 'retry-after': header } })
  await flow.press('Send code')
  expect(flow.waits()).toEqual([`Send code: You can try again in ${shown}.`])
  expect(screen.getByRole('alert')).toHaveTextContent(`You can try again in ${said}.`)
})

it('says that there were too many wrong codes, also where the service only says that the code is dead', async () => {
  const flow = setUp()
  flow.world.simulator.setScenario('attempts-run-out')
  await flow.press('Send code')
  for (const tried of ['111111', '222222', '333333', '444444']) {
    await flow.user.keyboard(tried === flow.code() ? '555555' : tried)
    await flow.advance(0)
  }
  expect(screen.getByRole('heading')).toHaveTextContent('Too many wrong codes')
  expect(screen.getByRole('alert')).toHaveTextContent('This code is locked. Send a new one')
  expect(screen.queryByText(/used, cancelled/)).not.toBeInTheDocument()
  await flow.press('Send a new code')
  expect(flow.codeField()).toHaveFocus()
})

it('takes what the field takes: how strictly a number is judged, and whether it must be mobile', async () => {
  // A landline in London, and a number of the right length that nobody has.
  const [landline, unassigned] = ['+442079460018', '+441000000000']
  const refusal = async (defaultPhone: string, props: Options) => {
    const flow = setUp({ defaultPhone, ...props })
    await flow.press('Send code')
    const isCodeShown = screen.queryByRole('heading', { name: 'Enter the code' }) !== null
    flow.unmount()
    return isCodeShown ? 'sent' : 'refused'
  }
  expect(await refusal(landline, {})).toBe('sent')
  expect(await refusal(landline, { numberType: 'mobile' })).toBe('refused')
  expect(await refusal(unassigned, {})).toBe('refused')
  expect(await refusal(unassigned, { strictness: 'possible' })).toBe('sent')
})

it('names the language of its words, so that they are pronounced as such (A11Y-21)', async () => {
  const langOf = (options: Options) => {
    const flow = setUp(options)
    const lang = flow.root()?.getAttribute('lang')
    flow.unmount()
    return lang
  }
  expect(langOf({})).toBe(null)
  expect(langOf({ messages: de, locale: 'de' })).toBe('de')
  expect(langOf({ locale: 'en-GB' })).toBe('en-GB')
  // Country names in German, and words that are still English.
  expect(langOf({ locale: 'de' })).toBe('en')
  expect(langOf({ messages: de, locale: 'de', lang: 'de-AT' })).toBe('de-AT')
  expect(setUp({ messages: de, locale: 'de' }).root()).not.toHaveAttribute('dir')
})
