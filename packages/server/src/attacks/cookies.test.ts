import fc from 'fast-check'
import { expect, test } from 'vitest'
import { said, setUpBackend } from '../../../../test/support/backend-session.ts'
import { phone } from '../../../../test/support/verify-backend.ts'
import { memoryStore } from '../stores/memory.ts'

const cookieName = '__Host-phoneproof'

async function setUp() {
  const backend = setUpBackend()
  const ann = backend.browse()
  const { verifyId } = (await (await ann.start()).json()) as { verifyId: string }
  const value = ann.cookie?.slice(cookieName.length + 1) ?? ''
  const [id = '', signature = ''] = value.split('.')
  const eve = backend.browse()
  eve.cookie = `${cookieName}=x`
  await eve.start('+12025550123')
  /** Whether a request with this cookie is one of Ann's. */
  const isAnn = async (cookie: string): Promise<boolean> => {
    const request = backend.browse()
    request.cookie = cookie
    const answer = await request.send('PUT', '/verify', { verifyId, code: '000000' })
    expect([400, 404]).toContain(answer.status)
    return answer.status === 400
  }
  return { ...backend, ann, id, signature, value, eve, isAnn }
}

const swap = (text: string, at: number): string =>
  text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1)

test('takes no cookie of which one character was changed', async () => {
  const { id, signature, isAnn } = await setUp()
  for (let at = 0; at < id.length; at += 1) {
    expect(await isAnn(`${cookieName}=${swap(id, at)}.${signature}`)).toBe(false)
  }
  // The last character has bits that mean nothing.
  for (let at = 0; at < signature.length - 1; at += 1) {
    expect(await isAnn(`${cookieName}=${id}.${swap(signature, at)}`)).toBe(false)
  }
})

test('takes no signature of another session, of another secret, or of something else', async () => {
  const { id, eve, isAnn } = await setUp()
  const [, ofEve] = eve.cookie?.split('.') ?? []
  expect(await isAnn(`${cookieName}=${id}.${ofEve}`)).toBe(false)
  const other = setUpBackend({ secret: 'another secret, of somebody who runs this kit too' })
  const theirs = other.browse()
  await theirs.start()
  expect(await isAnn(theirs.cookie ?? '')).toBe(false)
})

test('reads its cookie by its whole name, and the first of two', async () => {
  const { value, eve, isAnn } = await setUp()
  const ofEve = eve.cookie ?? ''
  expect(await isAnn(`a=1; ${cookieName}=${value}; b=2`)).toBe(true)
  expect(await isAnn(`${cookieName}=${value}; ${ofEve}`)).toBe(true)
  expect(await isAnn(`${ofEve}; ${cookieName}=${value}`)).toBe(false)
  // What another host of the domain could set.
  for (const name of [
    'phoneproof',
    '__host-phoneproof',
    'x__Host-phoneproof',
    '__Secure-phoneproof',
  ]) {
    expect(await isAnn(`${name}=${value}`)).toBe(false)
  }
})

test('takes any cookie for none that is not its own, however long it is', async () => {
  const { server, isAnn, ann } = await setUp()
  const long = 'A'.repeat(4096)
  for (const cookie of [
    long,
    `${cookieName}=${long}`,
    `${cookieName}=${long}.${long}`,
    '.',
    '=;=;=',
  ]) {
    expect(await isAnn(cookie)).toBe(false)
  }
  await fc.assert(
    fc.asyncProperty(fc.string(), fc.string(), async (id, signature) => {
      const cookie = `${cookieName}=${id}.${signature}`.replaceAll(/[^\x20-\x7e]/g, '')
      expect(await isAnn(cookie)).toBe(false)
    }),
    { numRuns: 100 },
  )
  await expect(server.verified(ann.request())).resolves.toBeUndefined()
})

test('begins a session only with a start, and never with the id that a page brings', async () => {
  const { server, browse } = setUpBackend()
  const eve = browse()
  eve.cookie = `${cookieName}=chosen.chosen`
  const read = await eve.send('GET', '/verify/current')
  const check = await eve.send('PUT', '/verify', { verifyId: 'x', code: '123456' })
  expect([read.headers.get('set-cookie'), check.headers.get('set-cookie')]).toEqual([null, null])
  await eve.start()
  expect(eve.cookie).not.toContain('chosen')
  await expect(server.verified(eve.request())).resolves.toBeUndefined()
})

test('knows no session any more whose secret was given up, and nothing that it kept', async () => {
  const old = 'a secret that somebody has read in a log'
  const fresh = 'a secret that nobody has read until now'
  const { browse, another, code } = setUpBackend()
  const store = memoryStore()
  const before = another({ store, secret: old })
  const browser = browse()
  browser.server = before
  const { verifyId } = (await (await browser.start()).json()) as { verifyId: string }
  await browser.send('PUT', '/verify', { verifyId, code: code() })
  await expect(before.verified(browser.request())).resolves.toMatchObject({ phone })
  const both = another({ store, secret: [fresh, old] })
  await expect(both.verified(browser.request())).resolves.toMatchObject({ phone })
  const after = another({ store, secret: fresh })
  await expect(after.verified(browser.request())).resolves.toBeUndefined()
  browser.server = after
  await expect(said(browser.send('PUT', '/verify', { verifyId, code: code() }))).resolves.toEqual({
    status: 404,
  })
})
