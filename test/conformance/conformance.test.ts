import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRunningClock } from '@phoneproof/simulator'
import { createVerifyServer, type VerifyServerOptions } from '@phoneproof/server'
import {
  conformanceRows,
  runConformance,
  startService,
  type ConformanceOptions,
  type ConformanceResult,
  type ConformanceService,
} from '@phoneproof/server/conformance'
import { toNodeHandler, type FetchServer } from '@phoneproof/server/node'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createBackend } from '../../.storybook/samples/own-backend.ts'
import { createNaiveProxy } from './naive-proxy.ts'
import { createOwnStore } from './own-store.ts'

const credentials = { username: 'acme', key: 'a-key' }
/** Served by none of the backends here. */
const unservedPhone = '+994401234567'

async function openService(): Promise<ConformanceService> {
  const service = await startService({ port: 0, credentials, clock: createRunningClock() })
  onTestFinished(() => service.close())
  return service
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  // SAFETY: it listens on a port.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2`
}

const run = (
  url: string,
  service: ConformanceService,
  more: Partial<ConformanceOptions> = {},
): Promise<ConformanceResult[]> =>
  runConformance({ url, service, unservedPhone, wait: (ms) => service.clock.advance(ms), ...more })

const having = (results: readonly ConformanceResult[], verdict: string): string[] =>
  results.filter((each) => each.verdict === verdict).map(({ id }) => id)

const many = [{ max: 1e6, windowMs: 1000 }]
const lifted = { startsPerAddress: many, startsPerSession: many, startsPerAccount: many }

/** Where a backend is going to be: it has to know its origin before it can be made. */
async function openPlace(): Promise<{
  url: string
  origin: string
  serve: (server: FetchServer) => void
}> {
  let handle: RequestListener = () => {}
  const serve = (server: FetchServer): void => void (handle = toNodeHandler(server))
  const url = await listen(createServer((incoming, outgoing) => handle(incoming, outgoing)))
  return { url, origin: new URL(url).origin, serve }
}

async function openOurs(
  service: ConformanceService,
  options: Partial<VerifyServerOptions> = {},
): Promise<string> {
  const { url, origin, serve } = await openPlace()
  const server = createVerifyServer({
    brand: 'Acme',
    secret: 'a secret of the tests, 32 bytes or more',
    credentials: { ...credentials, baseUrl: service.url },
    countries: ['GB'],
    origins: [origin],
    clock: service.clock,
    ...options,
  })
  onTestFinished(() => server.close())
  serve(server)
  return url
}

test('the obvious proxy fails the attacks by name', async () => {
  const service = await openService()
  const url = await listen(
    createNaiveProxy(() => service.url, credentials.username, credentials.key),
  )
  const results = await run(url, service, { addressLimits: true })
  const attacks = results.filter(({ section }) => section === 'attack')
  expect(having(attacks, 'failed')).toEqual([
    'foreign-check',
    'foreign-cancel',
    'foreign-same-number',
    'no-session',
    'verified-elsewhere',
    'service-id-hidden',
    'same-answer-check',
    'same-answer-cancel',
    'cross-site-fetch-metadata',
    'cross-site-origin',
    'cross-site-no-origin',
    'cross-site-text-plain',
    'cross-site-form',
    'dns-rebinding',
    'cross-site-check',
    'cors-foreign',
    'json-duplicate-keys',
    'json-proto',
    'json-array',
    'json-phone-list',
    'json-nested',
    'json-broken',
    'body-large',
    'body-large-chunked',
    'gzip-bomb',
    'path-escapes',
    'other-paths',
    'other-methods',
    'page-chooses-text',
    'code-as-number',
    'code-as-list',
    'code-as-object',
    'code-long',
    'code-with-spaces',
    'lying-redirect',
    'start-html',
    'start-slow',
    'premium-number',
    'satellite-number',
    'unserved-country',
    'forwarded-for',
    'guesses-parallel',
    'starts-parallel',
    'starts-one-key',
    'number-again-and-again',
  ])
  // It hands the service's trouble on as it is, and the page takes that for what it is.
  expect(having(attacks, 'passed')).toEqual([
    'lying-body',
    'lying-empty-202',
    'lying-html',
    'check-in-doubt',
    'start-503',
    'start-dropped',
  ])
  expect(having(results, 'failed').filter((id) => !having(attacks, 'failed').includes(id))).toEqual(
    [
      'start-times',
      'start-no-store',
      'start-key-repeated',
      'start-key-parallel',
      'start-busy-elsewhere',
      'check-wrong',
      'check-last-wrong',
      'check-right-again',
    ],
  )
})

test('our server keeps the contract, and stands every attack', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const service = await openService()
  const results = await run(await openOurs(service, { limits: lifted }), service)
  expect(results.filter(({ verdict }) => verdict === 'failed')).toEqual([])
  expect(having(results, 'skipped')).toEqual(['forwarded-for'])
  expect(having(results, 'passed')).toHaveLength(conformanceRows.length - 1)
  // The client says so, for whoever looks why a lying service verifies nobody.
  expect(console.warn).toHaveBeenCalledWith(expect.stringContaining('nobody was verified'))
})

test('the backend that the Security page shows keeps the contract, and stands every attack', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  vi.stubEnv('TEXTMAGIC_USERNAME', credentials.username).stubEnv('TEXTMAGIC_KEY', credentials.key)
  onTestFinished(() => void vi.unstubAllEnvs())
  const service = await openService()
  const { url, origin, serve } = await openPlace()
  const backend = createBackend({
    store: createOwnStore(),
    sessionOf: async ({ headers }) => headers.get('x-session') ?? undefined,
    origin,
    secret: 'a secret of the tests, 32 bytes or more',
    serviceUrl: service.url,
    clock: service.clock,
  })
  serve(backend)
  const results = await run(url, service, {
    sessionHeaders: (session) => ({ 'x-session': String(session) }),
  })
  expect(results.filter(({ verdict }) => verdict === 'failed')).toEqual([])
  expect(having(results, 'skipped')).toEqual(['forwarded-for'])
  expect(having(results, 'passed')).toHaveLength(conformanceRows.length - 1)
  const early = results.find(({ id }) => id === 'cancel-early')
  expect(early?.figure).toBe('promised and carried out')
})

test('our server counts an address that invents others as one', async () => {
  const service = await openService()
  const options = { addressLimits: true, only: ['forwarded-for'] }
  const results = await run(await openOurs(service), service, options)
  expect(results).toMatchObject([{ verdict: 'passed', figure: '4 starts, then 429' }])
})

test('our server keeps the contract when it pretends to send a code', async () => {
  const service = await openService()
  const url = await openOurs(service, { limits: lifted, busyElsewhere: 'pretend' })
  const results = await run(url, service, { only: ['start-busy-elsewhere'] })
  expect(results).toMatchObject([{ verdict: 'passed' }])
})

test('rows for several people are skipped when all requests are in one session', async () => {
  const service = await openService()
  const url = await openOurs(service, { limits: lifted, session: () => 'the only one' })
  const results = await run(url, service, {
    sessionHeaders: () => ({ 'x-session': 'the only one' }),
    only: ['start-answers', 'foreign-check'],
  })
  expect(results).toMatchObject([{ verdict: 'passed' }, { verdict: 'skipped' }])
  expect(results[1]?.why).toContain('one session')
})

test('a backend that does not reach the service cannot be judged', async () => {
  const service = await openService()
  const url = await listen(createServer((_incoming, outgoing) => outgoing.writeHead(404).end()))
  await expect(run(url, service)).rejects.toThrow(
    `was answered with 404, and did not reach the service. Nothing can be judged without it. Point the backend at ${service.url}`,
  )
})

test('a row that does not exist is refused by name', async () => {
  const service = await openService()
  await expect(run(service.url, service, { only: ['no-such-row'] })).rejects.toThrow(
    'There is no conformance row "no-such-row"',
  )
})

test('no result shows a code', async () => {
  const service = await openService()
  const url = await listen(
    createNaiveProxy(() => service.url, credentials.username, credentials.key),
  )
  const results = await run(url, service, {
    only: ['check-wrong', 'foreign-check', 'code-as-number'],
  })
  const codes = service.requests.flatMap(({ body }) =>
    typeof body['code'] === 'string' ? [body['code']] : [],
  )
  expect(codes.length).toBeGreaterThan(1)
  for (const code of codes) expect(JSON.stringify(results)).not.toContain(code)
})
