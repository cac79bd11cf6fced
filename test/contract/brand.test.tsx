// A brand is one to eighteen characters wherever it is asked for.
import { createVerifyClient, isBrand, VerifyArgumentError } from '@phoneproof/client'
import { VerificationFlow } from '@phoneproof/react'
import { createSimulator } from '@phoneproof/simulator'
import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { parseSettings } from '../../apps/playground/src/settings/settings.ts'
import { createFlowWorld } from '../support/flow-world.ts'

const decomposed = 'é'.normalize('NFD')
const families: [what: string, brand: string, isGood: boolean][] = [
  ['18 Latin letters', 'x'.repeat(18), true],
  ['19 Latin letters', 'x'.repeat(19), false],
  ['18 letters with inner spaces', 'Acme and Sons GmbH', true],
  ['18 letters between spaces', `  ${'x'.repeat(18)}  `, true],
  ['18 letters beyond the basic plane', '𝒜'.repeat(18), true],
  ['19 letters beyond the basic plane', '𝒜'.repeat(19), false],
  ['10 ideographs beyond the basic plane', '𠮷'.repeat(10), true],
  ['18 digits beyond the basic plane', '𝟙'.repeat(18), true],
  ['18 letters, each with a mark of its own', decomposed.repeat(18), true],
  ['19 letters, each with a mark of its own', decomposed.repeat(19), false],
  ['18 Hangul syllables, taken apart', '한'.normalize('NFD').repeat(18), true],
  ['19 Hangul syllables, taken apart', '한'.normalize('NFD').repeat(19), false],
  ['18 letters and marks that are never one', 'नि'.repeat(9), true],
  ['19 letters and marks that are never one', `${'नि'.repeat(9)}न`, false],
  ['nothing', '', false],
  ['spaces', '   ', false],
  ['a mark alone', '\u0301', false],
  ['half of a pair', 'Acme\uD835', false],
  ['an emoji', 'Acme😀', false],
]

it.each(families)(
  'the client accepts or refuses %s, and sends it composed',
  async (_what, brand, isGood) => {
    const { fetch, world } = createSimulator()
    const client = createVerifyClient({ baseUrl: 'https://api.test', fetch })
    expect(isBrand(brand)).toBe(isGood)
    const start = client.start({ phone: '+447400123456', brand, codeLength: 6 })
    if (!isGood) return expect(start).rejects.toBeInstanceOf(VerifyArgumentError)
    await start
    expect(world.latest()?.brand).toBe(brand.trim().normalize())
    expect(Array.from(world.latest()?.brand ?? '').length).toBeLessThanOrEqual(18)
  },
)

it.each(families)(
  'the simulator accepts or refuses %s by the same rule',
  async (_what, brand, isGood) => {
    const { fetch } = createSimulator()
    const body = JSON.stringify({ phone: '447400123456', brand, codeLength: 6 })
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('https://api.test/verify', { method: 'POST', headers, body })
    expect(answer.status).toBe(isGood ? 200 : 400)
  },
)

it.each(families)('the flow accepts or refuses %s by the same rule', (_what, brand, isGood) => {
  using _error = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { client } = createFlowWorld()
  const draw = () => render(<VerificationFlow client={client} brand={brand} storage="none" />)
  if (!isGood) return expect(draw).toThrow('takes 1 to 18 letters')
  draw()
  expect(screen.getByRole('button', { name: 'Send code' })).toBeInTheDocument()
})

it.each(families)(
  'the playground accepts or refuses %s by the same rule',
  (_what, brand, isGood) => {
    const { brand: read } = parseSettings(`?${new URLSearchParams({ brand }).toString()}`)
    expect(read).toBe(isGood ? brand.trim() : '')
  },
)
