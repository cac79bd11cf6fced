import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { setUpBackend } from '../../../../test/support/backend-session.ts'
import { origin, phone } from '../../../../test/support/verify-backend.ts'

const headers = { origin, 'content-type': 'application/json' }
const national = phone.slice(1)

function send(
  { server }: Pick<ReturnType<typeof setUpBackend>, 'server'>,
  body: BodyInit,
  more: Record<string, string> = {},
  method = 'POST',
): Promise<Response> {
  const init = { method, headers: { ...headers, ...more }, body, duplex: 'half' }
  return server.fetch(new Request(`${origin}/api/v2/verify`, init))
}

test.each([
  ['a name twice', `{"phone":"${national}","phone":"12025550123"}`],
  ['a name twice, once escaped', `{"phone":"${national}","\\u0070hone":"12025550123"}`],
  ['a name twice, with spaces', `{ "phone" : "${national}" , "phone"\n:"12025550123" }`],
  ['a name twice, with one value', `{"phone":"${national}","phone":"${national}"}`],
  ['__proto__', `{"phone":"${national}","__proto__":{"phone":"12025550123"}}`],
  ['__proto__ with a text', `{"phone":"${national}","__proto__":"x"}`],
  ['__proto__, escaped', `{"phone":"${national}","__pr\\u006fto__":null}`],
  ['constructor', `{"phone":"${national}","constructor":{"prototype":{}}}`],
  ['an object within', `{"phone":{"number":"${national}"}}`],
  ['a list within', `{"phone":["${national}"]}`],
  ['a list', `["${national}"]`],
  ['a text', `"${national}"`],
  ['a number', '447400123456'],
  ['null', 'null'],
  ['nothing', ''],
  ['half of it', `{"phone":"${national}"`],
  ['two of it', `{"phone":"${national}"}{"phone":"${national}"}`],
  ['a comment', `{"phone":"${national}"/* x */}`],
  ['a trailing comma', `{"phone":"${national}",}`],
  ['single quotes', `{'phone':'${national}'}`],
  ['UTF-16', new Uint8Array(Buffer.from(`{"phone":"${national}"}`, 'utf16le'))],
  ['depth', `${'['.repeat(2000)}${']'.repeat(2000)}`],
])('asks nobody for a body with %s', async (_, body) => {
  const backend = setUpBackend()
  const answer = await send(backend, body)
  expect(answer.status).toBe(400)
  expect(backend.simulator.requests.getSnapshot()).toEqual([])
  expect(Object.prototype).not.toHaveProperty('phone')
})

test.each([
  ['a number that is no text', `{"phone":${national}}`],
  [
    'broken UTF-8',
    new Uint8Array([
      ...Buffer.from('{"phone":"44740012'),
      0xff,
      0xc3,
      0x28,
      ...Buffer.from('3456"}'),
    ]),
  ],
  ['digits of another script', '{"phone":"٤٤٧٤٠٠١٢٣٤٥٦"}'],
  ['a number with an extension', `{"phone":"${national};ext=1"}`],
  ['a link', `{"phone":"tel:+${national}"}`],
  ['a second number', `{"phone":"${national},12025550123"}`],
  ['a NUL', `{"phone":"${national}\\u0000"}`],
  ['a line', `{"phone":"${national}\\n"}`],
  ['a country that is none', '{"phone":"07400123456","country":"__proto__"}'],
])('serves no phone with %s', async (_, body) => {
  const backend = setUpBackend()
  expect((await send(backend, body)).status).toBe(422)
  expect(backend.simulator.requests.getSnapshot()).toEqual([])
})

test('reads a few kilobytes of 10 MB that are sent, and then no more', async () => {
  const backend = setUpBackend()
  const chunk = new Uint8Array(1024).fill(0x20)
  for (const more of [{}, { 'content-length': '20' }, { 'content-length': 'many' }]) {
    let given = 0
    let isCancelled = false
    const stream = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          given += chunk.byteLength
          if (given > 10_000_000) controller.close()
          else controller.enqueue(chunk)
        },
        cancel() {
          isCancelled = true
        },
      },
      { highWaterMark: 0 },
    )
    expect((await send(backend, stream, more)).status).toBe(413)
    expect(given).toBeLessThanOrEqual(8192)
    expect(isCancelled).toBe(true)
  }
})

test('reads nothing of a body that says that it is too long, or that is packed', async () => {
  const backend = setUpBackend()
  const bomb = gzipSync(Buffer.alloc(10_000_000, ' '))
  let pulls = 0
  const stream = () =>
    new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulls += 1
          controller.enqueue(bomb)
          controller.close()
        },
      },
      { highWaterMark: 0 },
    )
  expect((await send(backend, stream(), { 'content-length': '10000000' })).status).toBe(413)
  for (const encoding of ['gzip', 'br', 'deflate, gzip', 'GZIP']) {
    expect((await send(backend, stream(), { 'content-encoding': encoding })).status).toBe(415)
  }
  expect(pulls).toBe(0)
})

test('serves a body with a byte order mark, and one whose length was said wrongly', async () => {
  const backend = setUpBackend()
  const body = `{"phone":"${national}"}`
  expect((await send(backend, `\uFEFF${body}`)).status).toBe(200)
  expect((await send(backend, body, { 'content-length': '1' })).status).not.toBe(500)
})

test('verifies nobody by a body whose sender breaks off', async () => {
  const backend = setUpBackend()
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(`{"phone":"${national}"`))
      controller.error(new Error('The connection was lost.'))
    },
  })
  expect((await send(backend, stream)).status).toBe(503)
  expect(backend.simulator.requests.getSnapshot()).toEqual([])
})

const name = fc.oneof(
  fc.constantFrom('phone', 'code', 'verifyId', 'country', 'proof', '__proto__', 'toString'),
  fc.string({ unit: 'binary' }),
)

test('never fails on a body, whatever is in it, and asks nobody about it', async () => {
  const backend = setUpBackend()
  const value = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom('', '000000', '１２３４５６', ' 12345', '-12345', '1e5000', '0x1234'),
  )
  const body = fc.oneof(
    fc.dictionary(name, value).map((members) => JSON.stringify(members)),
    fc
      .array(fc.tuple(name, value))
      .map(
        (members) =>
          `{${members.map(([key, each]) => `${JSON.stringify(key)}:${JSON.stringify(each)}`).join()}}`,
      ),
    fc.string({ unit: 'binary' }),
    fc.uint8Array({ maxLength: 5000 }).map((bytes) => new Uint8Array(bytes)),
  )
  await fc.assert(
    fc.asyncProperty(body, fc.constantFrom('POST', 'PUT'), async (sent, method) => {
      const answer = await send(backend, sent, {}, method)
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(answer.status).toBeLessThan(500)
      await answer.json()
    }),
    { numRuns: 500 },
  )
  expect(backend.simulator.requests.getSnapshot()).toEqual([])
})
