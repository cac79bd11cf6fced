import { expect, test as base, type ConsoleMessage } from '@playwright/test'

/** A `test` that fails when the page complains, or asks for anything beyond its own server. */
export const test = base.extend<{ quiet: void }>({
  quiet: [
    async ({ context, baseURL }, use) => {
      const complaints: string[] = []
      context.on('console', (message) => {
        if (isComplaint(message)) complaints.push(`console.${message.type()}: ${message.text()}`)
      })
      context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`))
      context.on('request', (request) => {
        const url = request.url()
        const isOurs = url.startsWith(baseURL ?? '') || /^(?:data|blob):/.test(url)
        if (!isOurs) complaints.push(`request to ${url}`)
      })
      await use()
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
})

/** Chromium itself logs each refusal of the simulated service, and each lost answer: tests ask for them. */
function isComplaint(message: ConsoleMessage): boolean {
  if (message.type() !== 'error' && message.type() !== 'warning') return false
  const isRefusal = message.text().startsWith('Failed to load resource: ')
  return !(isRefusal && new URL(message.location().url).pathname.includes('/verify'))
}

export { expect }
