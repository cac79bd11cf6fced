import { expect, test, vi } from 'vitest'
import { answering, reply } from '../../../test/support/answering.ts'
import { createVerifyClient, VerifyArgumentError, type VerifyClientOptions } from './index.ts'

test.each([
  [undefined, 'options: undefined.'],
  ['/api', 'options: "/api".'],
  [{}, 'baseUrl: undefined.'],
  [{ baseUrl: 7 }, 'baseUrl: 7.'],
  [{ baseUrl: '/api?key=1' }, 'baseUrl must be a URL or path without query'],
  [{ baseUrl: '/a pi' }, 'baseUrl: "/a pi".'],
  [{ baseUrl: 'https://user:secret@app.example' }, 'baseUrl must not hold credentials.'],
  [{ baseUrl: '/api', timeoutMs: 0 }, 'timeoutMs: 0.'],
  [{ baseUrl: '/api', timeoutMs: Number.NaN }, 'timeoutMs: NaN.'],
  [{ baseUrl: '/api', timeoutMs: '9' }, 'timeoutMs must be a positive number of milliseconds.'],
  [{ baseUrl: '/api', credentials: true }, 'credentials must be "omit", "same-origin" or'],
  [{ baseUrl: '/api', errorRules: {} }, 'errorRules: an object.'],
])('refuses the options %o', (options, text) => {
  // SAFETY: what plain JavaScript may pass.
  const create = () => createVerifyClient(options as VerifyClientOptions)
  expect(create).toThrow(VerifyArgumentError)
  expect(create).toThrow(text)
  expect(create).not.toThrow('secret')
})

test.each(['', '/api/v2', 'api/v2', './api', 'https://app.example:8443/api', '//app.example/@me'])(
  'takes the base URL "%s"',
  (baseUrl) => {
    expect(createVerifyClient({ baseUrl, timeoutMs: Number.POSITIVE_INFINITY })).toBeDefined()
  },
)

/** What is warned about when the client is made in a page. */
function warningsInPage(options: VerifyClientOptions): string[] {
  using warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  vi.stubGlobal('document', {})
  try {
    createVerifyClient(options)
  } finally {
    vi.unstubAllGlobals()
  }
  return warn.mock.calls.map(String)
}

const direct = { baseUrl: 'https://rest.textmagic.com/api/v2' }

test('warns when a page is about to publish the API key (SEC-1)', () => {
  expect(warningsInPage(direct)).toEqual([
    '[phoneproof] createVerifyClient() got baseUrl "https://rest.textmagic.com/api/v2" in a browser. ' +
      'Calling TextMagic from a page publishes your API key, which can send messages on your bill. ' +
      'Point baseUrl at a same-origin route of your own backend, and let that add the key.',
  ])
  expect(warningsInPage({ baseUrl: '//textmagic.com' })).toHaveLength(1)
  const [warning] = warningsInPage({ baseUrl: '/api', headers: { 'X-TM-Key': 'secret' } })
  expect(warning).toContain('an X-TM-Key header')
  expect(warning).not.toContain('secret')
})

test('warns in a page without a bundler, which has no process (SEC-1)', () => {
  const { process } = globalThis
  vi.stubGlobal('process', undefined)
  expect(warningsInPage(direct)).toHaveLength(1)
  expect(globalThis.process).toBe(process)
})

test('does not warn about a backend of the team, on a server, or in production', () => {
  expect(warningsInPage({ baseUrl: '/api/v2' })).toEqual([])
  expect(warningsInPage({ baseUrl: 'https://nottextmagic.com' })).toEqual([])
  expect(warningsInPage({ baseUrl: '/api', headers: () => ({}) })).toEqual([])
  expect(createVerifyClient(direct)).toBeDefined()
  vi.stubEnv('NODE_ENV', 'production')
  expect(warningsInPage(direct)).toEqual([])
  vi.unstubAllEnvs()
})

test('lets the service refuse what cannot work, in production', async () => {
  vi.stubEnv('NODE_ENV', 'production')
  const { fetch, requests } = answering(() => reply(400))
  const client = createVerifyClient({ baseUrl: '/api', fetch })
  const start = client.start({ phone: '0', brand: '', codeLength: 4 })
  await expect(start).rejects.toMatchObject({ kind: 'invalidRequest' })
  expect(requests).toHaveLength(1)
  // An id becomes a part of the path, so it is looked at in any case.
  await expect(client.cancel({ verifyId: '..' })).rejects.toBeInstanceOf(VerifyArgumentError)
  expect(requests).toHaveLength(1)
  vi.unstubAllEnvs()
})
