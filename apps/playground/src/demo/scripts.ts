import { textMagic } from '@phoneproof/client'
import type { ScenarioName } from '@phoneproof/simulator'
import type { Playback } from '../playback.ts'
import type { SimulatedService } from '../simulated-service.ts'
import type { Actor } from './actor.ts'

export interface Scene extends Actor {
  simulator: SimulatedService
  playback: Playback
  /** What is happening, in a sentence. */
  say: (caption: string) => void
}

export interface Script {
  /** For a button: *Play …*. */
  readonly title: string
  readonly scenario: ScenarioName
  readonly play: (scene: Scene) => Promise<void>
}

const wrongNumber = '7400 654321'
const number = '7400 123456'
const verified = 'Phone number verified'
const phoneField = 'Phone number'
const codeField = 'Verification code'
const phone = 'Simulated phone'

async function sendTo({ press, type, see }: Scene, to: string): Promise<void> {
  await press('textbox', phoneField)
  await type(to)
  await press('button', 'Send code')
  await see('textbox', codeField)
}

const newest = ({ simulator }: Scene) => {
  const verification = simulator.world.latest()
  if (!verification) throw new Error('The demo found no code.')
  return verification
}

/** Passes over what would be waited for, and a moment on. */
const skipTo = (scene: Scene, msAfterStart: number): Promise<void> =>
  scene.playback.jumpTo(newest(scene).startedAt + msAfterStart)

const secondsNeeded = (scene: Scene): number => {
  const { startedAt, endedAt = startedAt } = newest(scene)
  return Math.round((endedAt - startedAt) / 1000)
}

async function happyPath(scene: Scene): Promise<void> {
  const { say, wait, pointAt, press, type, see, until } = scene
  say('Somebody signs up, and types a phone number.')
  await sendTo(scene, number)
  say('The text message arrives.')
  await pointAt('region', phone)
  await wait(1_800)
  const { code } = newest(scene)
  const last = code.slice(-1)
  say('One wrong digit: the field says so, and keeps the rest.')
  await press('textbox', codeField)
  await type(code.slice(0, -1) + String((Number(last) + 1) % 10), 240)
  const field = await see('textbox', codeField)
  await until(() => field.getAttribute('aria-invalid') === 'true', 'answer to a wrong code')
  await wait(2_000)
  say('The right one.')
  await press('textbox', codeField)
  if (field instanceof HTMLInputElement) field.setSelectionRange(code.length - 1, code.length)
  await type(last)
  await press('button', 'Verify')
  await see('heading', verified)
  say(`Verified after ${secondsNeeded(scene)} seconds.`)
}

async function call(scene: Scene): Promise<void> {
  const { say, wait, pointAt, press, type, see, until } = scene
  const [first] = textMagic.workflows[textMagic.defaultWorkflowId]?.filter(isCall) ?? []
  say('This time no text message will arrive.')
  await sendTo(scene, number)
  await pointAt('region', phone)
  await wait(1_500)
  say('A minute later the service calls, with the same code.')
  await skipTo(scene, first?.atMs ?? 0)
  await wait(2_500)
  await press('button', 'Accept')
  say('The voice says each digit, and they are typed as they are heard.')
  await press('textbox', codeField)
  const { code } = newest(scene)
  for (const [index, digit] of Array.from(code).entries()) {
    await until(() => spokenSoFar() > index, 'voice that says the code')
    await type(digit, 200)
  }
  await see('heading', verified)
  say('Verified by the first call.')
  await wait(1_200)
  await press('button', 'Hang up')
}

const isCall = ({ channel }: { channel: string }): boolean => channel === 'voice'

/** How many digits the phone shows as heard. */
const spokenSoFar = (): number => document.querySelector('.call-digits')?.textContent.length ?? 0

async function abandonedNumber(scene: Scene): Promise<void> {
  const { say, wait, pointAt, press, type, see, until, simulator } = scene
  say('A code is on its way to a number with a mistake in it.')
  await sendTo(scene, wrongNumber)
  await wait(1_200)
  const abandoned = newest(scene).verifyId
  say('Changing the number does not leave the old code behind.')
  await press('button', 'Change number')
  const field = await see('textbox', phoneField)
  if (field instanceof HTMLInputElement) field.select()
  await sendTo(scene, number)
  await pointAt('region', phone)
  await wait(1_200)
  await press('textbox', codeField)
  await type(newest(scene).code, 200)
  await see('heading', verified)
  say('The service takes a cancel from 0:30 on. The page waits for that by itself.')
  await wait(2_500)
  await skipTo(scene, textMagic.cancelAllowedAfterMs)
  const isCancelled = (): boolean =>
    simulator.getSnapshot().find(({ verifyId }) => verifyId === abandoned)?.state === 'cancelled'
  await until(isCancelled, 'cancelled code')
  say('Cancelled: no stranger’s phone will ring.')
}

/** The demos, by the names that links have. */
export const scripts = {
  'happy-path': { title: 'a text and a wrong digit', scenario: 'happy-path', play: happyPath },
  call: { title: 'the call', scenario: 'text-never-arrives', play: call },
  'abandoned-number': {
    title: 'the abandoned number',
    scenario: 'happy-path',
    play: abandonedNumber,
  },
} as const satisfies Readonly<Record<string, Script>>

export type DemoName = keyof typeof scripts

// SAFETY: the keys of the object above.
export const demoNames = Object.keys(scripts) as DemoName[]
