import { test as base } from '@playwright/test'

export { expect } from '@playwright/test'

/** Fails a test whose page logs an error or a warning, or throws. */
export const test = base.extend<{ quietConsole: void }>({
  quietConsole: [
    async ({ context }, use) => {
      const seen: string[] = []
      context.on('console', (message) => {
        if (message.type() !== 'error' && message.type() !== 'warning') return
        // Chromium logs each 4xx of the service itself; those are what the tests are about.
        if (/^Failed to load resource: .* status of 4\d\d/.test(message.text())) return
        seen.push(`${message.type()}: ${message.text()}`)
      })
      context.on('weberror', (error) => seen.push(`thrown: ${error.error().message}`))
      await use()
      if (seen.length > 0) throw new Error(`Unexpected console output:\n${seen.join('\n')}`)
    },
    { auto: true },
  ],
})
