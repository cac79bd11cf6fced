// verify-api.md 13 to verify-api.md 17 say what a backend gets and answers: each request and each
// row is tried.
import { readFileSync } from 'node:fs'
import { expect, test, vi } from 'vitest'
import { answering } from '../../../test/support/answering.ts'
import { retryAtFrom } from './retry-after.ts'
import {
  createVerifyClient,
  defaultErrorRules,
  isVerifyError,
  type Operation,
  type StartOptions,
  type StartRequest,
  type VerifyClient,
  type VerifyClientOptions,
} from './index.ts'

const document = readFileSync(new URL('../verify-api.md', import.meta.url), 'utf8')
const verifyId = '123e4567-e89b-12d3-a456-426655440000'

const section = (heading: string): string => {
  const [, text = ''] = document.split(`${heading}\n`)
  return text.split(/\n##+ /)[0] ?? ''
}

const blocks = (heading: string, language: string): string[] =>
  [...section(heading).matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text.trim(),
  )

const phone = '+44 7860 021130'
const whole: StartRequest = {
  phone,
  brand: 'Acme',
  codeLength: 6,
  language: 'en-gb',
  senderId: 'Acme',
  workflowId: 1,
}
const local: StartRequest = { phone: '07860 021130', brand: 'Acme', codeLength: 4, country: 'GB' }
const withKey: StartOptions = { idempotencyKey: '5f0c8a4e-7b1d-4c39-a8e2-6d90b3f7c215' }

test.each<[heading: string, index: number, call: (client: VerifyClient) => unknown]>([
  ['### Start', 0, (client) => client.start(whole, withKey)],
  ['### Start', 1, (client) => client.start(local)],
  ['### Check', 0, (client) => client.check({ code: '042137', verifyId })],
  ['### Check', 1, (client) => client.check({ code: '042137', verifyId })],
  ['### Cancel', 0, (client) => client.cancel({ verifyId })],
  ['### Current', 0, (client) => client.resume?.()],
])('the example under "%s" (%i) is what is sent, to the letter', async (heading, index, call) => {
  const { fetch, requests } = answering(() => new Response(null, { status: 204 }))
  const proof = heading === '### Check' && index === 1
  const client = createVerifyClient({ baseUrl: '/api/v2', fetch, resume: true, proof })
  await Promise.resolve(call(client)).catch(() => undefined)
  const [sent = expect.fail()] = requests
  const head = [`${sent.method} ${new URL(sent.url).pathname}`]
  for (const [name, value] of sent.headers) head.push(`${name}: ${value}`)
  const body = await sent.text()
  const text = body === '' ? head.join('\n') : `${head.join('\n')}\n\n${body}`
  expect(blocks(heading, 'http')[index]).toBe(text)
})

test('every member of a start is listed', () => {
  const listed = [...section('### Start').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
  expect(listed.sort()).toEqual(Object.keys({ ...whole, ...local }).sort())
})

interface Row {
  statuses: string[]
  body: string
  becomes: string
}

function rowsOf(heading: string): Row[] {
  const rows = section(heading).matchAll(/^\| (\d[\dx, ]*) \| (.*) \| `?(\w+)`? \|$/gm)
  return [...rows].map(([, statuses = '', body = '', becomes = '']) => ({
    statuses: statuses.split(', '),
    body: body.replaceAll('`', ''),
    becomes,
  }))
}

const tables: Record<Operation, Row[]> = {
  start: rowsOf('### To a start'),
  check: rowsOf('### To a check'),
  cancel: rowsOf('### To a cancel'),
  resume: rowsOf('### To current'),
}
const operations = ['start', 'check', 'cancel', 'resume'] as const

/** Bodies that no row names. */
const unnamed = ['', '{"message":"No."}', '<p>Log in</p>']

const hasBody = (status: number): boolean => ![204, 205, 304].includes(status)

function fits({ statuses, body }: Row, status: number, text: string): boolean {
  const digits = String(status)
  const isListed = statuses.some((each) => each === digits || each === `${digits[0]}xx`)
  if (body === 'any') return isListed
  if (body === 'none') return isListed && text === ''
  if (body === 'some') return isListed && text !== ''
  return isListed && (body === 'JSON' ? text.startsWith('{') : text === body)
}

/** What the last column would say of a call that is answered like this. */
async function outcomeOf(
  operation: Operation,
  answer: Response,
  options: Partial<VerifyClientOptions> = {},
): Promise<string> {
  const { fetch } = answering(() => answer)
  const client = createVerifyClient({ baseUrl: '/api', fetch, resume: true, ...options })
  try {
    if (operation === 'start') return (await client.start(whole)).verifyId && 'started'
    if (operation === 'check') {
      return (await client.check({ code: '1234', verifyId })) ? 'proof' : 'right'
    }
    if (operation === 'cancel')
      return (await client.cancel({ verifyId })).deferred ? 'deferred' : 'done'
    const running = await client.resume?.()
    if (running === undefined) return 'nothing'
    return running.isVerified ? 'verified' : 'running'
  } catch (error) {
    if (isVerifyError(error)) return error.kind
    throw error
  }
}

const statuses = [200, 201, 202, 203, 204, 205, 206, 207, 226, 299, 300, 302, 304, 307].concat(
  Array.from({ length: 32 }, (_, index) => 400 + index),
  [451, 499, 500, 501, 502, 503, 504, 511, 599],
)

test.each(operations)(
  'the table of answers to %s holds for every status and body',
  async (call) => {
    using _warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const literal = tables[call].map(({ body }) => body).filter((body) => body.startsWith('{'))
    expect(tables[call].length).toBeGreaterThan(7)
    const wrong: string[] = []
    for (const status of statuses) {
      const bodies = hasBody(status) ? [...unnamed, ...literal] : ['']
      for (const body of bodies) {
        const said = tables[call].find((row) => fits(row, status, body))?.becomes
        const was = await outcomeOf(call, new Response(hasBody(status) ? body : null, { status }))
        if (was !== said) wrong.push(`${status} ${body}: ${was}, and not ${said}`)
      }
    }
    expect(wrong).toEqual([])
  },
)

test('the table of answers to a check that asks for a proof holds, and else that to a check', async () => {
  using _warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const added = rowsOf('### To a check that asks for a proof')
  expect(added).toHaveLength(1)
  const rows = [...added, ...tables.check]
  const literal = rows.map(({ body }) => body).filter((body) => body.startsWith('{'))
  const wrong: string[] = []
  for (const status of statuses) {
    for (const body of hasBody(status) ? [...unnamed, ...literal] : ['']) {
      const said = rows.find((row) => fits(row, status, body))?.becomes
      const answer = () => new Response(hasBody(status) ? body : null, { status })
      const was = await outcomeOf('check', answer(), { proof: true })
      if (was !== said) wrong.push(`${status} ${body}: ${was}, and not ${said}`)
      // Without being asked for, a proof proves nothing.
      if ((await outcomeOf('check', answer())) === 'proof') wrong.push(`${status} ${body}`)
    }
  }
  expect(wrong).toEqual([])
})

test.each(operations)('every row of the table of answers to %s decides something', async (call) => {
  const rows = new Set(tables[call])
  const literal = tables[call].map(({ body }) => body).filter((body) => body.startsWith('{'))
  for (const status of statuses) {
    for (const body of [...unnamed, ...literal]) {
      const row = tables[call].find((each) => fits(each, status, body))
      if (row) rows.delete(row)
    }
  }
  expect([...rows]).toEqual([])
})

test('the tables reach every row of the error table', async () => {
  using _warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const left = new Set(defaultErrorRules.keys())
  const errorRules = defaultErrorRules.map((rule, index) => ({
    ...rule,
    when: (failed: Parameters<NonNullable<typeof rule.when>>[0]) => {
      const isHit = rule.when?.(failed) ?? true
      if (isHit) left.delete(index)
      return isHit
    },
  }))
  for (const call of operations) {
    for (const { statuses: each, body } of tables[call]) {
      const status = Number((each[0] ?? '').replace('xx', '18'))
      const text = body.startsWith('{') ? body : ''
      await outcomeOf(call, new Response(hasBody(status) ? text : null, { status }), { errorRules })
    }
  }
  expect([...left]).toEqual([])
})

test('the tables name every kind of error, and no other', () => {
  const named = operations.flatMap((call) => tables[call].map(({ becomes }) => becomes))
  const kinds = new Set(defaultErrorRules.map(({ kind }) => kind))
  const results = ['started', 'right', 'done', 'deferred', 'running', 'verified', 'nothing']
  expect(new Set(named.filter((each) => !results.includes(each)))).toEqual(kinds)
})

test('the example of a failure is read as described', async () => {
  const [text = ''] = blocks('### Failures', 'json')
  const { fetch } = answering(() => new Response(text, { status: 400 }))
  const start = createVerifyClient({ baseUrl: '/api', fetch }).start(whole)
  await expect(start).rejects.toMatchObject({
    kind: 'invalidPhone',
    serviceMessage: 'Validation Failed',
    common: ['About the request as a whole.'],
    fields: { phone: ['This value is not valid.'] },
  })
})

test('the example of times is read as described', async () => {
  const [text = ''] = blocks('## 16 Times', 'json')
  const { fetch } = answering(() => new Response(text))
  const start = createVerifyClient({ baseUrl: '/api', fetch }).start(whole)
  const now = Date.parse('2026-11-23T09:41:01Z')
  const serverTime = { startedAt: now - 1000, expiresAt: now + 299_000, now }
  await expect(start).resolves.toMatchObject({ serverTime })
  const listed = [...section('## 16 Times').matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name)
  expect(listed.sort()).toEqual(Object.keys(serverTime).sort())
})

test('the example of Retry-After is read as described', () => {
  const [, seconds = ''] = /`Retry-After: (\d+)`/.exec(section('## 15 Retry-After')) ?? []
  expect(retryAtFrom(new Headers({ 'retry-after': seconds }), 1000)).toBe(21_000)
})

test('the document is published, and the README leads to it', () => {
  const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
  // SAFETY: our own file.
  const { files } = JSON.parse(read('../package.json')) as { files: string[] }
  expect(files).toContain('verify-api.md')
  expect(read('../README.md')).toContain('](verify-api.md)')
  expect(document).toContain('WITHOUT A PLUS')
})
