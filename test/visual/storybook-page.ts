// The static Storybook that the step before has built, as somebody has deployed it: on a server, under
// a path, in a page with a clipboard (which only secure origins have).
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { extname, join, resolve } from 'node:path'
import { test as base, type Page, type Request } from '@playwright/test'

const built = resolve(import.meta.dirname, '../../.cache/storybook')
const path = '/under/a/path/'

interface Entry {
  id: string
  type: 'story' | 'docs'
  title: string
  name: string
}

// SAFETY: what Storybook writes.
const index = JSON.parse(readFileSync(`${built}/index.json`, 'utf8')) as {
  entries: Record<string, Entry>
}
export const entries: readonly Entry[] = Object.values(index.entries)
export const stories: readonly Entry[] = entries.filter(({ type }) => type === 'story')
export const docsPages: readonly Entry[] = entries.filter(({ type }) => type === 'docs')

const axe = readFileSync(
  resolve(import.meta.dirname, '../../node_modules/axe-core/axe.min.js'),
  'utf8',
)

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
}

function serve(): Promise<{ server: Server; origin: string }> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost')
    const inside = pathname.startsWith(path) ? pathname.slice(path.length) : '404'
    const file = join(built, inside || 'index.html')
    if (pathname === '/favicon.ico') return response.writeHead(204).end()
    if (!existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end()
    // Names in `assets` carry a hash of what is in them.
    const cache = pathname.includes('/assets/') ? 'max-age=3600, immutable' : 'no-cache'
    const type = types[extname(file)] ?? 'application/octet-stream'
    response.writeHead(200, { 'content-type': type, 'cache-control': cache })
    return createReadStream(file).pipe(response)
  })
  return new Promise((done) => {
    server.listen(0, 'localhost', () => {
      const address = server.address()
      const port = typeof address === 'object' ? address?.port : undefined
      done({ server, origin: `http://localhost:${port}${path}` })
    })
  })
}

export type Globals = Readonly<Record<string, string>>

/** A page of Storybook's preview. One for each worker, so that its scripts are read once. */
export class StorybookPage {
  readonly page: Page
  readonly origin: string
  #problems: string[] = []
  readonly #loading = new Set<Request>()

  constructor(page: Page, origin: string) {
    this.page = page
    this.origin = origin
    page.on('pageerror', (error) => this.#problems.push(String(error)))
    page.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type())) return
      this.#problems.push(`${message.text()} ${message.location().url}`)
    })
    page.on('request', (request) => this.#loading.add(request))
    page.on('requestfinished', (request) => this.#loading.delete(request))
    page.on('requestfailed', (request) => this.#loading.delete(request))
  }

  /** Opens a story and waits until its play function has ended well. */
  async openStory(id: string, globals: Globals = {}): Promise<void> {
    await this.#goTo('story', id, globals)
    const status = await this.#end(['storyFinished'])
    if (status !== 'success') throw new Error(`${id} ended with ${status}.`)
    await this.settle()
  }

  /** Opens a docs page and waits until all of its stories and its code are drawn. */
  async openDocs(id: string, globals: Globals = {}): Promise<void> {
    await this.#goTo('docs', id, globals)
    const status = await this.#end(['docsRendered'])
    if (status !== 'success') throw new Error(`${id} ended with ${status}.`)
    // What colours the code is a chunk of its own; until then its blocks are empty.
    await this.page.waitForFunction(
      () => !document.querySelector('.sbdocs-content pre > div:empty'),
    )
    await this.settle()
  }

  /** Moves toolbars, without opening the story anew. */
  async setGlobals(globals: Globals): Promise<void> {
    await this.page.evaluate((changed) => {
      const channel = Reflect.get(window, '__STORYBOOK_ADDONS_CHANNEL__')
      return new Promise<void>((done) => {
        channel.once('globalsUpdated', () => done())
        channel.emit('updateGlobals', { globals: changed })
      })
    }, globals)
    await this.settle()
  }

  /** Nothing is being fetched, all fonts and the pictures in view are there, and it has been drawn. */
  async settle(): Promise<void> {
    let isAtRest: boolean
    do {
      isAtRest = await this.page.evaluate(async () => {
        // Idle or not: after a resize Chromium now and then forgets to say that it is.
        await new Promise((done) => requestIdleCallback(done, { timeout: 1000 }))
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
        await document.fonts.ready
        for (const each of document.getAnimations()) {
          if (Number.isFinite(each.effect?.getComputedTiming().endTime)) each.finish()
        }
        // Those far down a list are not asked for. A flag without an address waits for its chunk.
        const pictures = Array.from(document.images).filter((image) => {
          const { top, bottom } = image.getBoundingClientRect()
          return image.checkVisibility() && bottom > 0 && top < innerHeight
        })
        await Promise.all(pictures.map((image) => image.decode().catch(() => {})))
        const isThere = (image: HTMLImageElement) =>
          image.complete && (image.hasAttribute('src') || image.closest('[data-missing]') !== null)
        return pictures.every(isThere)
      })
    } while (!isAtRest || this.#loading.size > 0)
  }

  /** What axe finds inside of `include` and outside of `exclude`, one line each. */
  async violations(include: string, exclude: readonly string[] = []): Promise<string[]> {
    if (!(await this.page.evaluate(() => 'axe' in window))) await this.page.evaluate(axe)
    return this.page.evaluate(
      async ([within, without]) => {
        const pageRules = ['landmark-one-main', 'page-has-heading-one', 'region']
        const { violations } = await Reflect.get(window, 'axe').run(
          { include: [within], exclude: without.map((each) => [each]) },
          // Those of a page: a story is a part of one.
          { rules: Object.fromEntries(pageRules.map((id) => [id, { enabled: false }])) },
        )
        // SAFETY: what axe returns.
        return (violations as { id: string; nodes: { html: string }[] }[]).flatMap(
          ({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
        )
      },
      [include, exclude] as const,
    )
  }

  /** Errors and warnings since it was last asked. */
  takeProblems(): string[] {
    return this.#problems.splice(0)
  }

  async #goTo(viewMode: string, id: string, globals: Globals): Promise<void> {
    this.#problems = []
    this.#loading.clear()
    // axe has steps of its own.
    const all = Object.entries({ ...globals, 'a11y.manual': '!true' })
    const query = all.map(([name, value]) => `${name}:${value}`).join(';')
    await this.page.goto(`${this.origin}iframe.html?viewMode=${viewMode}&id=${id}&globals=${query}`)
  }

  async #end(good: readonly string[]): Promise<string> {
    const failures = [
      'storyErrored',
      'storyThrewException',
      'storyMissing',
      'docsErrored',
      'playFunctionThrewException',
      'unhandledErrorsWhilePlaying',
    ]
    const ended = await this.page.waitForFunction(
      ([wanted, bad]) => {
        const channel = Reflect.get(window, '__STORYBOOK_ADDONS_CHANNEL__')
        const last = (name: string) => channel?.last(name)?.[0]
        const failure = bad?.find((name) => last(name) !== undefined)
        if (failure !== undefined) {
          const { message, description } = last(failure)
          return `${failure} ${message ?? description ?? ''}`
        }
        const end = wanted?.find((name) => channel?.last(name) !== undefined)
        return end === undefined ? undefined : (last(end)?.status ?? 'success')
      },
      [good, failures],
    )
    return String(await ended.jsonValue())
  }
}

export const test = base.extend<object, { storybook: StorybookPage }>({
  storybook: [
    async ({ browser }, use) => {
      const { server, origin } = await serve()
      const context = await browser.newContext({
        viewport: { width: 400, height: 640 },
        locale: 'en-GB',
        timezoneId: 'UTC',
        reducedMotion: 'reduce',
      })
      await use(new StorybookPage(await context.newPage(), origin))
      await context.close()
      server.close()
    },
    { scope: 'worker' },
  ],
})
