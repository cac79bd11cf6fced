// The simulator as another service than TextMagic: all that differs comes from the profile.
import { createVerifyClient, textMagic, type ServiceProfile } from '@phoneproof/client'
import { expect, it } from 'vitest'
import { createTestSimulator } from './testing.ts'

const phone = '+447400123456'
const request = { phone, brand: 'Acme', codeLength: 6 }

/** Codes that are valid for ten minutes, no cancel window, texts only. */
const textsOnly: ServiceProfile = {
  name: 'Texts Only',
  codeValidForMs: 600_000,
  cancelAllowedAfterMs: 0,
  codeLengths: [6, 8],
  defaultCodeLength: 6,
  languages: ['fr-fr', 'nb-no'],
  workflows: {
    1: [
      { atMs: 0, channel: 'sms' },
      { atMs: 240_000, channel: 'sms' },
    ],
  },
  defaultWorkflowId: 1,
  brand: { maxLength: 11, pattern: /^[\w-]+$/, words: '1 to 11 letters, digits and hyphens' },
}

/** TextMagic, but for what the codes are delivered through. */
const withWhatsApp: ServiceProfile = {
  ...textMagic,
  name: 'With WhatsApp',
  workflows: {
    1: [
      { atMs: 0, channel: 'sms' },
      { atMs: 0, channel: 'whatsapp' },
      { atMs: 60_000, channel: 'voice' },
      { atMs: 70_000, channel: 'voice' },
    ],
  },
}

function setUp(service: ServiceProfile, options = {}) {
  const simulator = createTestSimulator({ ...options, service })
  const { clock, fetch } = simulator
  const client = createVerifyClient({ baseUrl: 'https://api.test', clock, fetch, service })
  const arrived = () =>
    simulator.handset.getSnapshot().map(({ channel, state }) => `${channel} ${state}`)
  const post = async (body: object): Promise<[status: number, answer: string]> => {
    const answer = await fetch('https://api.test/verify', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...request, ...body }),
    })
    return [answer.status, await answer.text()]
  }
  return { simulator, clock, client, arrived, post }
}

it('takes a code until the validity of the service is over', async () => {
  for (const [at, kind] of [
    [599_999, 'right'],
    [600_000, 'notActive'],
  ] as const) {
    const { simulator, client } = setUp(textsOnly)
    const { verifyId } = await client.start(request)
    await simulator.advance(at)
    const check = client.check({ verifyId, code: simulator.lastCode(phone) ?? '' })
    const outcome = await check.then(
      () => 'right',
      (error: { kind: string }) => error.kind,
    )
    expect(outcome).toBe(kind)
  }
})

it('cancels at once when the service has no cancel window', async () => {
  const { client } = setUp(textsOnly)
  const { verifyId } = await client.start(request)
  await expect(client.cancel({ verifyId })).resolves.toEqual({ deferred: false })
})

it('says how long its own cancel window is', async () => {
  const { client } = setUp({ ...textsOnly, cancelAllowedAfterMs: 45_000 })
  const { verifyId } = await client.start(request)
  await expect(client.cancel({ verifyId })).rejects.toMatchObject({
    kind: 'notCancellable',
    serviceMessage: expect.stringContaining('within the first 45 seconds'),
  })
})

it('delivers by the workflows of the service, and calls nobody when it has no calls', async () => {
  const { simulator, client, arrived } = setUp(textsOnly)
  await client.start(request)
  await simulator.advance('3m59s')
  expect(arrived()).toEqual(['sms received'])
  await simulator.advance('10m')
  expect(arrived()).toEqual(['sms received', 'sms received'])
})

it('makes codes of the lengths that the service has, and refuses others', async () => {
  const { simulator, client, post } = setUp(textsOnly)
  await client.start({ ...request, codeLength: 8 })
  expect(simulator.lastCode(phone)).toHaveLength(8)
  expect(await post({ codeLength: 4 })).toEqual([400, expect.stringContaining('codeLength')])
})

it.each([
  ['brand', { brand: 'Acme Sons' }, 'This value is not valid.'],
  ['brand', { brand: 'a-brand-of-16-ch' }, 'It should have 11 characters or less.'],
  ['language', { language: 'en-gb' }, 'not a valid choice'],
  ['workflowId', { workflowId: 2 }, 'not a valid choice'],
])('refuses a %s that the service does not take', async (member, body, message) => {
  const [status, answer] = await setUp(textsOnly).post(body)
  expect(status).toBe(400)
  expect(answer).toContain(member)
  expect(answer).toContain(message)
})

it('writes in a language of the service: by the number, or the first, with English for words it lacks', async () => {
  const { simulator, client } = setUp(textsOnly)
  await client.start({ ...request, phone: '+33612345678' })
  await client.start(request)
  await client.start({ ...request, phone: '+4740612345', language: 'nb-no' })
  expect(simulator.handset.getSnapshot().map(({ language }) => language)).toEqual([
    'fr-fr',
    'fr-fr',
    'nb-no',
  ])
  expect(simulator.handset.getSnapshot().at(-1)?.text).toMatch(/^Your Acme PIN is \d{6}$/)
})

it('delivers through a channel it does not know as a written message, never as a call', async () => {
  const { simulator, client, arrived } = setUp(withWhatsApp)
  await client.start(request)
  expect(arrived()).toEqual(['sms received', 'whatsapp received'])
  const [text, message] = simulator.handset.getSnapshot()
  expect(message?.text).toBe(text?.text)
  expect(message?.id).not.toBe(text?.id)
})

it('loses text messages, and no others, when texts never arrive', async () => {
  const { client, arrived } = setUp(withWhatsApp, { scenario: 'text-never-arrives' })
  await client.start(request)
  expect(arrived()).toEqual(['whatsapp received'])
})

it('rings twice when two calls overlap, and stops both when the code is entered', async () => {
  const { simulator, client, clock, arrived } = setUp(withWhatsApp)
  const { verifyId } = await client.start(request)
  await simulator.advance('70s')
  expect(arrived().slice(2)).toEqual(['voice ringing', 'voice ringing'])
  await simulator.advance('15s')
  expect(arrived().slice(2)).toEqual(['voice missed', 'voice ringing'])
  await client.check({ verifyId, code: simulator.lastCode(phone) ?? '' })
  expect(arrived().slice(2)).toEqual(['voice missed', 'voice missed'])
  expect(clock.pendingTimers).toBe(0)
})

it('holds a number that was started elsewhere until the code of that service has expired', async () => {
  const { simulator, client, arrived } = setUp(textsOnly, { scenario: 'pending-elsewhere' })
  await expect(client.start(request)).rejects.toMatchObject({ kind: 'active' })
  await simulator.advance('3m')
  expect(arrived()).toEqual(['sms received'])
  await simulator.advance('5m59s')
  await expect(client.start(request)).rejects.toMatchObject({ kind: 'active' })
  await simulator.advance('1s')
  await expect(client.start(request)).resolves.toMatchObject({ price: 0.05 })
})
