// Random sequences of actions against a naive model of the rules, which shares no code with the
// world.
import { createVerifyClient } from '@phoneproof/client'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createTestSimulator } from './testing.ts'

/** Numbers in E.164, each with another way to write it. */
const numbers = [
  ['+447400123456', '44 7400 123456'],
  ['+12015551200', '+1 (201) 555-1200'],
  ['+33612345678', '33612345678'],
  ['+4915123456789', '+49 1512-3456789'],
  ['+819012345678', '81 90 1234 5678'],
  ['+886912345678', '+886 912 345 678'],
] as const

/** The table of verify-api.md 7 once more: seconds and channel of each delivery. */
const schedules = [
  ['0 sms', '60 voice', '120 voice'],
  ['0 sms', '60 sms', '120 voice'],
  ['0 voice', '60 voice'],
  ['0 sms', '60 sms'],
  ['0 sms', '60 voice'],
  ['0 sms'],
  ['0 voice'],
] as const

type Action =
  | { do: 'start'; number: number; isSpelled: boolean; workflow: number }
  | { do: 'check'; id: number; isRight: boolean }
  | { do: 'cancel'; id: number }
  | { do: 'wait'; seconds: number }

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    do: fc.constant('start' as const),
    number: fc.nat(numbers.length - 1),
    isSpelled: fc.boolean(),
    workflow: fc.nat(schedules.length - 1),
  }),
  fc.record({ do: fc.constant('check' as const), id: fc.nat(8), isRight: fc.boolean() }),
  fc.record({ do: fc.constant('cancel' as const), id: fc.nat(8) }),
  fc.record({
    do: fc.constant('wait' as const),
    seconds: fc.oneof(fc.constantFrom(1, 29, 30, 60, 120, 300), fc.nat(320)),
  }),
)

interface Modelled {
  number: number
  workflow: number
  wrongCodes: number
  startedAt: number
  endedAt: number
  isOver: boolean
}

/** Plays the actions, and returns every answer and delivery as text. */
async function play(
  actions: readonly Action[],
  seed: number,
  maxAttempts = Infinity,
): Promise<string[]> {
  const simulator = createTestSimulator({ seed, behaviour: { maxAttempts } })
  const { clock, fetch } = simulator
  const client = createVerifyClient({ baseUrl: 'https://api.test', clock, fetch })
  const begin = clock.now()
  const model: Modelled[] = []
  const ids: string[] = []
  const codes: string[] = []
  const transcript: string[] = []
  let completed = 0

  const at = (): number => (clock.now() - begin) / 1000
  const isAlive = (it: Modelled | undefined): it is Modelled =>
    it !== undefined && !it.isOver && at() < it.startedAt + 300
  const outcome = (answer: Promise<unknown>): Promise<string> =>
    answer.then(
      () => 'ok',
      (error: { kind: string }) => error.kind,
    )

  /** Without the typed client, which takes numbers only in E.164. */
  async function start(body: object, onStarted: () => void): Promise<string> {
    const answer = await fetch('https://api.test/verify', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ brand: 'Acme', codeLength: 6, ...body }),
    })
    if (answer.status !== 200) return answer.status === 409 ? 'active' : String(answer.status)
    // SAFETY: a 200 of start.
    ids.push(((await answer.json()) as { verifyId: string }).verifyId)
    onStarted()
    return 'ok'
  }

  for (const each of actions) {
    let expected = 'ok'
    let actual = 'ok'
    if (each.do === 'wait') await simulator.advance(each.seconds * 1000)
    else if (each.do === 'start') {
      const { number, workflow } = each
      const [phone, spelled] = numbers[number] ?? ['', '']
      if (model.some((it) => it.number === number && isAlive(it))) expected = 'active'
      const body = { phone: each.isSpelled ? spelled : phone, workflowId: workflow + 1 }
      actual = await start(body, () => codes.push(simulator.lastCode(phone) ?? ''))
      if (expected === 'ok') {
        const endedAt = at() + 300
        model.push({ number, workflow, wrongCodes: 0, startedAt: at(), endedAt, isOver: false })
      }
    } else {
      const known = model[each.id]
      const verifyId = ids[each.id] ?? 'unknown'
      if (each.do === 'check') {
        const code = codes[each.id] ?? '123456'
        const given = each.isRight ? code : code.replace(/.$/, code.endsWith('0') ? '1' : '0')
        if (!isAlive(known)) expected = 'notActive'
        else if (!each.isRight) expected = 'wrongCode'
        actual = await outcome(client.check({ verifyId, code: given }))
        if (expected === 'ok') completed += 1
      } else {
        if (!isAlive(known)) expected = 'notActive'
        else if (at() < known.startedAt + 30) expected = 'notCancellable'
        actual = await outcome(client.cancel({ verifyId }))
      }
      if (expected === 'wrongCode' && known) known.wrongCodes += 1
      const isLocked = known?.wrongCodes === maxAttempts
      if (known && isAlive(known) && (expected === 'ok' || isLocked)) {
        Object.assign(known, { isOver: true, endedAt: at() })
      }
    }
    expect(`${each.do} ${actual}`).toBe(`${each.do} ${expected}`)
    transcript.push(`${at()} ${each.do} ${actual}`)

    // At most one pending verification per number.
    const pending = simulator.world.getSnapshot().filter(({ state }) => state === 'pending')
    expect(new Set(pending.map(({ phone }) => phone)).size).toBe(pending.length)
  }

  // The price once for each completion, and for nothing else.
  expect(simulator.world.spent).toBeCloseTo(completed * 0.05, 9)
  // What its workflow says until its end, and nothing after.
  const arrived = simulator.handset
    .getSnapshot()
    .map((it) => `${ids.indexOf(it.verifyId)} ${(it.at - begin) / 1000} ${it.channel}`)
  const due = model.flatMap(({ workflow, startedAt, endedAt }, index) =>
    (schedules[workflow] ?? []).flatMap((delivery) => {
      const [offset, channel] = delivery.split(' ')
      const time = startedAt + Number(offset)
      // A delivery that is due at the instant of a cancel or a right code has already been made.
      return time <= at() && time <= endedAt ? [`${index} ${time} ${channel}`] : []
    }),
  )
  expect(arrived.toSorted()).toEqual(due.toSorted())
  return [...transcript, ...ids, ...codes, ...arrived]
}

it('does what a naive model of the rules says, for any sequence of actions', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(action, { maxLength: 40 }),
      fc.constantFrom(undefined, 1, 3),
      async (actions, maxAttempts) => {
        await play(actions, 1, maxAttempts)
      },
    ),
    { numRuns: 200 },
  )
})

it('replays to the same transcript with the same seed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(action, { maxLength: 15 }), fc.nat(), async (actions, seed) => {
      expect(await play(actions, seed)).toEqual(await play(actions, seed))
    }),
    { numRuns: 25 },
  )
})
