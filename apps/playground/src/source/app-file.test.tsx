// What *Source* shows is copied into a folder, compiled and run, as somebody who copied it would.
import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createSimulator } from '@phoneproof/simulator'
import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ComponentType } from 'react'
import { expect, test, vi } from 'vitest'
import { defaultSettings, type Settings } from '../settings/settings.ts'
import { appFile, type PageName } from './app-file.ts'
import { pageFiles } from './page-files.ts'

const root = resolve(import.meta.dirname, '../../../..')
const folder = join(root, '.cache/source')

const chosen: Settings = {
  ...defaultSettings,
  codeLength: 4,
  language: 'pt-br',
  brand: 'Acme 2',
  workflowId: 5,
  locale: 'pt-br',
  direction: 'rtl',
  countdown: 'coarse',
}

/** Each page, once as it is and once with everything chosen otherwise. */
const copies = (['sign-up', 'checkout', 'account'] as const).flatMap((page) => [
  { page, name: page, settings: defaultSettings },
  { page, name: `${page}-chosen`, settings: chosen },
])

const config = {
  extends: '../../tsconfig.base.json',
  compilerOptions: {
    noEmit: true,
    composite: false,
    incremental: false,
    isolatedDeclarations: false,
    declaration: false,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    lib: ['es2024', 'dom', 'dom.iterable'],
    types: ['vite/client'],
  },
  include: ['.'],
}

rmSync(folder, { recursive: true, force: true })
for (const { page, name, settings } of copies) {
  mkdirSync(join(folder, name), { recursive: true })
  const files = [{ name: 'app.tsx', text: appFile(page, settings) }, ...pageFiles(page)]
  for (const file of files) writeFileSync(join(folder, name, file.name), file.text)
}
writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))

test('is a React app without any of the playground', () => {
  expect(appFile('checkout', chosen)).toBe(`'use client'

import { createVerifyClient } from '@phoneproof/client'
import { PhoneproofProvider } from '@phoneproof/react'
import { ptBr } from '@phoneproof/react/locales/pt-br'
import { Checkout } from './checkout.tsx'

// Your own backend, which adds the API key. It never reaches the browser.
const client = createVerifyClient({ baseUrl: '/api/v2' })

export function App() {
  return (
    <PhoneproofProvider client={client} locale="pt-br" messages={ptBr}>
      <div dir="rtl">
        <Checkout flow={{ brand: 'Acme 2', codeLength: 4, workflowId: 5, language: 'pt-br', countdown: 'coarse', lang: 'pt-br' }} />
      </div>
    </PhoneproofProvider>
  )
}
`)
})

test('compiles as it is copied', { timeout: 60_000 }, () => {
  execFileSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder], { encoding: 'utf8' })
})

/** What a person presses on a page before there is a number to enter. */
const ways: Readonly<Record<PageName, string | undefined>> = {
  'sign-up': undefined,
  checkout: 'Pay',
  account: 'Change',
}

// jsdom has no dialogs.
Object.assign(HTMLDialogElement.prototype, {
  show(this: HTMLDialogElement) {
    this.open = true
  },
  close(this: HTMLDialogElement) {
    this.open = false
  },
})

test.each(copies)('runs as it is copied: $name', async ({ page, name, settings }) => {
  const simulator = createSimulator()
  vi.stubGlobal('fetch', simulator.fetch)
  // Of codes with four digits, which is the reader's own choice.
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const path = join(folder, name, 'app.tsx')
  // SAFETY: the file above.
  const { App } = (await import(/* @vite-ignore */ path)) as { App: ComponentType }
  const user = userEvent.setup()
  render(<App />)
  const way = ways[page]
  if (way !== undefined) await user.click(screen.getByRole('button', { name: new RegExp(way) }))
  const isEnglish = settings.locale === 'en'
  const number = isEnglish ? 'Phone number' : 'Número de telefone'
  await user.type(screen.getByRole('textbox', { name: number }), '+447400123456')
  await user.click(screen.getByRole('button', { name: isEnglish ? 'Send code' : 'Enviar código' }))
  await vi.waitFor(() => expect(simulator.world.latest()).toBeDefined())
  const sent = simulator.world.latest()
  expect(sent).toMatchObject({
    codeLength: settings.codeLength,
    workflowId: settings.workflowId,
    ...(settings.brand !== '' && { brand: settings.brand }),
  })
  const code = isEnglish ? 'Verification code' : 'Código de verificação'
  await user.type(await screen.findByRole('textbox', { name: code }), sent?.code ?? '')
  await vi.waitFor(() => expect(simulator.world.latest()?.state).toBe('completed'))
  const done = isEnglish ? 'Phone number verified' : 'Número de telefone verificado'
  await act(async () => {})
  expect(screen.getByRole('heading', { name: done })).toBeVisible()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
