import { loadNumberMetadata, usePhoneText } from '@phoneproof/hooks'
import { lazy, Suspense, type ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { expect, onTestFinished, test } from 'vitest'
import { PhoneEntry } from './phone-entry.tsx'

// Alone in its file: the server that it plays has neither flags nor the full metadata yet.

// React works at its own time, as on a page.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false })

test('a boundary that hydrates late is rendered as the server did, whatever has come meanwhile (PHONE-41)', async () => {
  const Words = () => <p>{usePhoneText('+447400123456').text}</p>
  const inner = (
    <>
      <PhoneEntry label="Late" defaultValue="+447400123456" />
      <Words />
    </>
  )
  const first = <PhoneEntry label="First" defaultCountry="GB" />
  const { promise, resolve } = Promise.withResolvers<{ default: () => ReactNode }>()
  const Late = lazy(() => promise)
  const page = (late: ReactNode) => (
    <main>
      {first}
      <Suspense>{late}</Suspense>
    </main>
  )
  const host = document.body.appendChild(document.createElement('div'))
  host.innerHTML = renderToString(page(inner))
  const [flag, lateFlag] = host.querySelectorAll('img')
  const late = host.querySelectorAll('input')[1]
  expect([flag?.getAttribute('src'), lateFlag?.getAttribute('src')]).toEqual([null, null])
  expect(late?.value).toBe('+44 7400123456')

  const root = hydrateRoot(host, page(<Late />), {
    onRecoverableError: (error) => expect.unreachable(String(error)),
  })
  onTestFinished(() => {
    root.unmount()
    host.remove()
  })
  // The first field brings the flags and the metadata.
  await loadNumberMetadata()
  await expect.poll(() => flag?.src).toContain('gb.svg')
  resolve({ default: () => inner })
  await expect.poll(() => late?.value).toBe('+44 7400 123456')
  await expect.poll(() => lateFlag?.src).toContain('gb.svg')
  expect(host.querySelectorAll('input')[1]).toBe(late)
  await expect.poll(() => host.querySelector('p')?.textContent).toContain('7400\u00A0123456')
})
