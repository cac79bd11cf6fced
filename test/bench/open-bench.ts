import { once } from 'node:events'
import { basename, resolve } from 'node:path'
import { chromium, type Page } from 'playwright'
import { build, preview } from 'vite'
import { chromiumLaunchOptions } from '../support/chromium.ts'
import { fromSource } from '../support/source-condition.ts'

interface OpenBench {
  page: Page
  close: () => Promise<void>
}

interface BenchOptions {
  /** React's profiling build, which tells what each commit was of. It spends time on telling. */
  isProfiling?: boolean
}

/** Builds the page of a bench for production, serves it, and opens it in a whole Chromium. */
export async function openBench(
  root: string,
  { isProfiling = false }: BenchOptions = {},
): Promise<OpenBench> {
  const outDir = resolve(root, '../../../.cache/bench', basename(root))
  const alias = isProfiling
    ? [{ find: /^react-dom\/client$/, replacement: 'react-dom/profiling' }]
    : []
  await build({
    root,
    logLevel: 'error',
    configFile: false,
    resolve: { ...fromSource.resolve, alias },
    build: { outDir, emptyOutDir: true },
  })
  const server = await preview({
    root,
    logLevel: 'error',
    configFile: false,
    build: { outDir },
    preview: { port: 0, host: '127.0.0.1' },
  })
  if (!server.httpServer.listening) await once(server.httpServer, 'listening')
  const address = server.httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('the preview has no port')
  const browser = await chromium.launch(chromiumLaunchOptions)
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${address.port}/`)
  await page.waitForFunction(() => 'bench' in window)
  return {
    page,
    async close() {
      await browser.close()
      await server.close()
    },
  }
}

/** Until what was done is drawn. */
export const settle = (page: Page): Promise<unknown> =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )
