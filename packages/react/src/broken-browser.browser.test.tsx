import { PhoneproofProvider } from '@phoneproof/hooks'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { breakApi, browserApis, type Breakage } from '../../../test/support/browser-apis.ts'
import { createFlowWorld } from '../../../test/support/flow-world.ts'
import { de } from './locales/de.ts'
import { PhoneEntry } from './phone-entry/index.ts'
import { VerificationFlow } from './verification-flow/index.ts'

// Settings, extensions, frames and old engines take APIs away, or make them throw: that costs what the
// API was for, and nobody their verification.

const heard: string[] = []
const hear = (event: ErrorEvent | PromiseRejectionEvent): void => {
  heard.push(String('reason' in event ? event.reason : event.message))
}
window.addEventListener('error', hear)
window.addEventListener('unhandledrejection', hear)
afterEach(() => {
  heard.splice(0)
  // What one that failed has left would be gone on with.
  sessionStorage.clear()
})

const breakages: Breakage[] = ['is not there', 'throws']
const broken = browserApis
  .flatMap((api) => breakages.map((how) => ({ api, how, name: api.name })))
  // What `Intl` made for one locale is kept, so each has its own.
  .map((each, index) => ({ ...each, locale: `de-x-${index}` }))

test.each(broken)('a number is verified where $name $how', async ({ api, how, locale }) => {
  const mend = breakApi(api, how)
  try {
    const world = createFlowWorld()
    const view = await render(
      <PhoneproofProvider
        client={world.client}
        clock={world.clock}
        queryClient={new QueryClient()}
        locale={locale}
        messages={de}
      >
        <VerificationFlow brand="Acme" history="push" />
        <PhoneEntry picker="native" label="Noch eine" />
      </PhoneproofProvider>,
    )
    const field = page.getByRole('textbox').first()
    await userEvent.click(page.getByRole('button', { name: /Land ändern/ }))
    await userEvent.keyboard('verei{ArrowDown}{ArrowUp}{Enter}')
    await userEvent.fill(field, '+447400123456')
    await userEvent.click(page.getByRole('button', { name: 'Code senden' }))
    await world.clock.advance(0)
    await userEvent.fill(field, world.simulator.lastCode('+447400123456') ?? '')
    await world.clock.advance(0)
    await expect.element(page.getByRole('heading', { name: /bestätigt/ })).toBeVisible()
    await view.unmount()
    expect(heard).toEqual([])
  } finally {
    mend()
  }
})
