// How fast the playground is there: `pnpm measure`. Medians, on the machine it runs on.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { globSync, readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { loadavg } from 'node:os'
import { extname, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import { chromium, type Browser, type Page } from 'playwright'
import { chromiumLaunchOptions } from '../support/chromium.ts'

const root = resolve(import.meta.dirname, '../..')
const runs = 5

interface Conditions {
  name: string
  /** What Lighthouse takes for a phone: bits a second, milliseconds there and back, CPU divisor. */
  throttle?: { bitsPerS: number; latencyMs: number; cpu: number }
}

const conditions: readonly Conditions[] = [
  { name: 'this machine' },
  { name: 'a phone on slow 4G', throttle: { bitsPerS: 1_638_400, latencyMs: 150, cpu: 4 } },
]

interface Visit {
  /** Until something is seen, in milliseconds. */
  paintMs: number
  /** Until the form answers a press, in milliseconds. */
  answerMs: number
  /** What had been sent by then, in bytes. */
  bytes: number
}

interface Served {
  url: string
  /** Bytes sent so far. */
  sent: () => number
}

/** The built files, compressed once, as a host would serve them; and what it has sent so far. */
async function serveCompressed(folder: string): Promise<Served> {
  const types: Record<string, string> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.svg': 'image/svg+xml',
  }
  const files = new Map(
    globSync('**/*.*', { cwd: folder }).map((file) => [
      `/${file}`,
      gzipSync(readFileSync(`${folder}/${file}`), { level: 9 }),
    ]),
  )
  let sent = 0
  const server = createServer((request, response) => {
    const path = request.url === '/' ? '/index.html' : (request.url ?? '')
    const file = files.get(path)
    if (!file) return void response.writeHead(404).end()
    sent += file.length
    const type = types[extname(path)] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(file)
  })
  server.unref()
  await once(server.listen(0, '127.0.0.1'), 'listening')
  // SAFETY: it listens on a port, so its address has one.
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/`, sent: () => sent }
}

/** One visit of somebody who was never there. */
async function visit(
  browser: Browser,
  { url, sent }: Served,
  { throttle }: Conditions,
): Promise<Visit> {
  const before = sent()
  const context = await browser.newContext()
  const page = await context.newPage()
  if (throttle) {
    const { bitsPerS, latencyMs, cpu } = throttle
    const session = await context.newCDPSession(page)
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpu })
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: latencyMs,
      downloadThroughput: bitsPerS / 8,
      uploadThroughput: bitsPerS / 8,
    })
  }
  await openAndWait(page, url)
  const bytes = sent() - before
  const measured = await page.evaluate(() => ({
    paintMs: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    answerMs: performance.getEntriesByName('answered')[0]?.startTime ?? 0,
  }))
  await context.close()
  return { ...measured, bytes }
}

/** Resolves once something was painted and the form has answered a press. */
async function openAndWait(page: Page, url: string): Promise<void> {
  await page.addInitScript(pressAsSoonAsPossible)
  await page.goto(url, { waitUntil: 'commit' })
  await page.waitForFunction(() =>
    ['first-contentful-paint', 'answered'].every(
      (name) => performance.getEntriesByName(name).length > 0,
    ),
  )
}

/** Runs in the page: presses *Send code* once it is there, and marks the instant of the answer. */
function pressAsSoonAsPossible(): void {
  let isPressed = false
  const observer = new MutationObserver(() => {
    const button = document.querySelector<HTMLElement>('[data-part="send-code"]')
    if (!isPressed && button) {
      isPressed = true
      button.click()
    } else if (document.querySelector('[aria-invalid="true"]')) {
      observer.disconnect()
      performance.mark('answered')
    }
  })
  observer.observe(document, { subtree: true, childList: true, attributes: true })
}

/** From the command until the form answers a press, with no dependency prepared, in milliseconds. */
async function startDevServer(browser: Browser): Promise<number> {
  const context = await browser.newContext()
  const page = await context.newPage()
  const began = performance.now()
  const args = ['apps/playground', '--force', '--port', '0', '--clearScreen', 'false']
  const env = { ...process.env, NO_COLOR: '1' }
  const server = spawn(`${root}/node_modules/.bin/vite`, args, { cwd: root, env })
  await openAndWait(page, await addressIn(server.stdout))
  const tookMs = performance.now() - began
  await context.close()
  server.kill()
  await once(server, 'exit')
  return tookMs
}

/** The first address in what a server says. */
function addressIn(output: Readable): Promise<string> {
  let said = ''
  return new Promise((resolve) => {
    output.on('data', (chunk) => {
      said += String(chunk)
      const [, url] = /(http:\/\/\S+)\s/.exec(said) ?? []
      if (url !== undefined) resolve(url)
    })
  })
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function repeat<T>(measure: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let n = 0; n < runs; n += 1) results.push(await measure())
  return results
}

const ms = (value: number): string => `${Math.round(value)} ms`

const served = await serveCompressed(`${root}/apps/playground/dist`)
const browser = await chromium.launch(chromiumLaunchOptions)
for (const each of conditions) {
  const visits = await repeat(() => visit(browser, served, each))
  const kilobytes = median(visits.map(({ bytes }) => bytes)) / 1000
  console.log(
    `${each.name}: ${kilobytes.toFixed(0)} kB, first paint ${ms(median(visits.map(({ paintMs }) => paintMs)))}, ` +
      `form answers ${ms(median(visits.map(({ answerMs }) => answerMs)))}`,
  )
}
console.log(
  `pnpm dev until the form answers: ${ms(median(await repeat(() => startDevServer(browser))))}`,
)
console.log(
  `load of this machine: ${loadavg()
    .map((each) => each.toFixed(1))
    .join(', ')}`,
)
await browser.close()
