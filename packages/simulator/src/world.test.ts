// Random sequences against a naive model of the rules, which knows nothing of the real world's
// data structures.
import { createVerifyClient } from '@phoneproof/client'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createTestSimulator } from './testing.ts'

const phones = ['+447400123456', '+12015551200', '+33612345678']

type Act =
  | { do: 'start'; phone: number }
  | { do: 'check'; id: number; isRight: boolean }
  | { do: 'cancel'; id: number }
  | { do: 'wait'; seconds: number }

const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ do: fc.constant('start' as const), phone: fc.nat(phones.length - 1) }),
  fc.record({ do: fc.constant('check' as const), id: fc.nat(8), isRight: fc.boolean() }),
  fc.record({ do: fc.constant('cancel' as const), id: fc.nat(8) }),
  fc.record({
    do: fc.constant('wait' as const),
    seconds: fc.oneof(fc.constantFrom(1, 29, 30, 60, 120, 300), fc.nat(320)),
  }),
)

interface Modelled {
  phone: string
  startedAt: number
  endedAt: number
  isOver: boolean
}

/** Plays the acts; returns every answer and delivery as text. */
async function play(acts: readonly Act[], seed: number): Promise<string[]> {
  const simulator = createTestSimulator({ seed })
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

  for (const each of acts) {
    let expected = 'ok'
    let actual = 'ok'
    if (each.do === 'wait') await simulator.advance(each.seconds * 1000)
    else if (each.do === 'start') {
      const phone = phones[each.phone] ?? ''
      if (model.some((it) => it.phone === phone && isAlive(it))) expected = 'active'
      actual = await outcome(
        client.start({ phone, brand: 'Acme', codeLength: 6 }).then(({ verifyId }) => {
          ids.push(verifyId)
          codes.push(simulator.lastCode(phone) ?? '')
        }),
      )
      if (expected === 'ok') {
        model.push({ phone, startedAt: at(), endedAt: at() + 300, isOver: false })
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
      if (expected === 'ok' && known) Object.assign(known, { isOver: true, endedAt: at() })
    }
    expect(`${each.do} ${actual}`).toBe(`${each.do} ${expected}`)
    transcript.push(`${at()} ${each.do} ${actual}`)

    // One pending verification a number, at most.
    const pending = simulator.world.getSnapshot().filter(({ state }) => state === 'pending')
    expect(new Set(pending.map(({ phone }) => phone)).size).toBe(pending.length)
  }

  // The price once for each completion, and for nothing else.
  expect(simulator.world.spent).toBeCloseTo(completed * 0.05, 9)
  // Deliveries at 0, 60 and 120 seconds while it lived, and none after.
  const arrived = simulator.handset
    .getSnapshot()
    .map((message) => `${ids.indexOf(message.verifyId)} ${(message.at - begin) / 1000}`)
  const due = model.flatMap(({ startedAt, endedAt }, index) =>
    [0, 60, 120]
      .map((offset) => startedAt + offset)
      // What is due at the very instant of a cancel or a right code has already gone out.
      .filter((time) => time <= at() && time <= endedAt)
      .map((time) => `${index} ${time}`),
  )
  expect(arrived.toSorted()).toEqual(due.toSorted())
  return [...transcript, ...ids, ...codes, ...arrived]
}

it('does what a naive model of the rules says, whatever comes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
      await play(acts, 1)
    }),
    { numRuns: 150 },
  )
})

it('replays to the same transcript with the same seed', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 15 }), fc.nat(), async (acts, seed) => {
      expect(await play(acts, seed)).toEqual(await play(acts, seed))
    }),
    { numRuns: 25 },
  )
})
