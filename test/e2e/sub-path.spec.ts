import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Playground } from './playground.ts'
import { expect, test } from './support/test.ts'

const built = fileURLToPath(new URL('../../apps/playground/dist', import.meta.url))
const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
}

/** Serves files and nothing else, under a path of its own. */
async function serve(base: string): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const file = pathname.startsWith(base) ? pathname.slice(base.length) || 'index.html' : ''
    readFile(join(built, file)).then(
      (content) => {
        const type = types[extname(file)] ?? 'application/octet-stream'
        response.writeHead(200, { 'content-type': type }).end(content)
      },
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { url: `http://127.0.0.1:${port}${base}`, server }
}

const testUnderSubPath = test.extend({
  // Playwright reads what a fixture needs from this pattern, and refuses a plain parameter.
  // oxlint-disable-next-line no-empty-pattern
  baseURL: async ({}, provide) => {
    const { url, server } = await serve('/demos/phone/')
    await provide(url)
    server.close()
  },
})

testUnderSubPath('works as static files under a sub-path', async ({ page }) => {
  const playground = new Playground(page)
  await page.goto('./')
  await playground.sendCode()
  await playground.typeCode(await playground.readCode())
  await expect(playground.heading('Phone number verified')).toBeVisible()
})
