import { readFileSync } from 'node:fs'
import { createVerifyClient, type StartRequest, type VerifyErrorKind } from '@phoneproof/client'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { behaviourFor, scenarioNames, scenarios, type ScenarioName } from './scenarios.ts'
import { createTestSimulator, type TestSimulator } from './testing.ts'

interface World {
  simulator: TestSimulator
  phone: string
  start: () => Promise<{ verifyId: string }>
  check: (verifyId: string, code?: string) => Promise<unknown>
  cancel: (verifyId: string) => Promise<unknown>
  code: () => string
}

function open(options: { scenario?: ScenarioName }, phone: string): World {
  const simulator = createTestSimulator(options)
  const { clock, fetch } = simulator
  const client = createVerifyClient({ baseUrl: 'https://api.test', clock, fetch })
  const request: StartRequest = { phone, brand: 'Acme', codeLength: 6 }
  const code = () => simulator.lastCode(phone) ?? ''
  /** Lets a slow answer come. */
  async function settled<T>(answer: Promise<T>): Promise<T> {
    // The caller hears of a rejection below; this only keeps it from counting as unheard.
    answer.catch(() => {})
    await simulator.advance('10s')
    return answer
  }
  return {
    simulator,
    phone,
    code,
    start: () => settled(client.start(request)),
    check: (verifyId, given = code()) => settled(client.check({ verifyId, code: given })),
    cancel: (verifyId) => settled(client.cancel({ verifyId })),
  }
}

const fails = (answer: Promise<unknown>, kind: VerifyErrorKind) =>
  expect(answer).rejects.toMatchObject({ kind })

/** What a person would meet, for each scenario. */
const walks: Record<ScenarioName, (world: World) => Promise<void>> = {
  async 'happy-path'({ start, check }) {
    await check((await start()).verifyId)
  },
  async 'wrong-code-twice'({ start, check }) {
    const { verifyId } = await start()
    await fails(check(verifyId), 'wrongCode')
    await fails(check(verifyId), 'wrongCode')
    await check(verifyId)
  },
  async 'attempts-run-out'({ start, check, code }) {
    const { verifyId } = await start()
    const wrong = code() === '111111' ? '222222' : '111111'
    for (let n = 0; n < 3; n += 1) await fails(check(verifyId, wrong), 'wrongCode')
    await fails(check(verifyId), 'notActive')
  },
  async 'pending-elsewhere'({ start, simulator }) {
    await fails(start(), 'active')
    await simulator.advance('3m30s')
    await fails(start(), 'active')
    await simulator.advance('30s')
    await start()
  },
  async 'slow-network'({ start, simulator }) {
    const before = simulator.clock.now()
    await start()
    expect(simulator.clock.now() - before).toBe(10_000)
  },
  async 'lost-start-answer'({ start, simulator }) {
    await fails(start(), 'uncertain')
    expect(simulator.handset.getSnapshot()).toHaveLength(1)
    await fails(start(), 'active')
  },
  async busy({ start }) {
    await expect(start()).rejects.toMatchObject({ kind: 'rateLimited', retryAt: undefined })
    await start()
  },
  async 'busy-with-retry-after'({ start, simulator }) {
    const retryAt = simulator.clock.now() + 20_000
    await expect(start()).rejects.toMatchObject({ kind: 'rateLimited', retryAt })
    await start()
  },
  async 'service-down'({ start }) {
    await expect(start()).rejects.toMatchObject({ kind: 'uncertain', status: 503 })
    await fails(start(), 'uncertain')
  },
  landline: walkWithoutText,
  'text-never-arrives': walkWithoutText,
  async 'cancel-refused-after-call'({ start, cancel, simulator }) {
    const { verifyId } = await start()
    await simulator.advance('1m')
    await fails(cancel(verifyId), 'notCancellable')
  },
  async 'conflict-after-cancel'({ start, cancel, simulator }) {
    const { verifyId } = await start()
    await simulator.advance('30s')
    const cancelled = cancel(verifyId)
    const again = start()
    await fails(again, 'active')
    await cancelled
    await start()
  },
  async 'leading-zero'({ start, check, code }) {
    const { verifyId } = await start()
    expect(code()).toMatch(/^0/)
    await check(verifyId)
  },
}

async function walkWithoutText({ start, check, simulator }: World): Promise<void> {
  const { verifyId } = await start()
  expect(simulator.handset.getSnapshot()).toEqual([])
  await simulator.advance('1m')
  expect(simulator.handset.getSnapshot()).toMatchObject([{ channel: 'voice' }])
  await check(verifyId)
}

describe.each(scenarioNames)('%s', (name) => {
  const ordinaryNumber = '+447400123456'

  it('holds for any number when it is the scenario', async () => {
    await walks[name](open({ scenario: name }, ordinaryNumber))
  })

  it('holds for its magic number without any configuration', async () => {
    await walks[name](open({}, scenarios[name].magicNumber))
  })

  it('has a magic number of its own, valid by its numbering plan', () => {
    const { magicNumber } = scenarios[name]
    expect(parsePhoneNumberFromString(magicNumber)?.isValid()).toBe(true)
    expect(behaviourFor(magicNumber, 'service-down')).toBe(scenarios[name].behaviour)
  })

  it('is in the README with its number and its summary', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const { magicNumber, summary } = scenarios[name]
    const row = `| \`${name}\` | \`${magicNumber}\` | ${summary} |`
    // Formatting pads the columns.
    expect(readme.replace(/ +/g, ' ')).toContain(row)
  })
})

it('treats the next start as a first one after a change of scenario', async () => {
  const { simulator, start, check } = open({}, '+447400123456')
  await check((await start()).verifyId)
  simulator.setScenario('busy')
  await fails(start(), 'rateLimited')
  await start()
})

it('leaves what is running as it is when the scenario changes', async () => {
  const { simulator, start, check, code } = open({}, '+447400123456')
  const { verifyId } = await start()
  const sent = code()
  simulator.setScenario('leading-zero')
  expect(code()).toBe(sent)
  await check(verifyId, sent)
})
