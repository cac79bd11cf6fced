import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { createNaiveProxy } from './naive-proxy.ts'

const bin = fileURLToPath(new URL('../../packages/server/src/bin.ts', import.meta.url))

/** Runs the command. `heard` is called with what it writes to stderr. */
async function command(
  args: readonly string[],
  heard: (text: string) => void = () => {},
): Promise<{ code: number; out: string; err: string }> {
  const child = spawn(process.execPath, ['--conditions=@phoneproof/source', bin, ...args])
  onTestFinished(() => void child.kill())
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += String(chunk)))
  child.stderr.on('data', (chunk: Buffer) => {
    err += String(chunk)
    heard(err)
  })
  const [code] = (await once(child, 'close')) as [number]
  return { code, out, err }
}

/** The proxy, pointed at the service that the command has started. It listens from the first. */
async function openProxy(): Promise<{ url: string; pointAt: (service: string) => void }> {
  let service = 'http://127.0.0.1:1'
  const proxy = createNaiveProxy(() => service, 'acme', 'a-key')
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void proxy.close())
  // SAFETY: it listens on a port.
  const { port } = proxy.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/api/v2`, pointAt: (url) => (service = url) }
}

test('the command judges a backend, one line for each row, and ends with 1 when one failed', async () => {
  const { url, pointAt } = await openProxy()
  const rows = ['--only', 'start-answers', '--only', 'foreign-check', '--only', 'unserved-country']
  const { code, out } = await command(['conformance', url, '--service-port', '0', ...rows], (err) =>
    pointAt(/http:\S+/.exec(err)?.[0] ?? ''),
  )
  expect(out.split('\n')).toEqual([
    '✓ contract start-answers: A start sends one text and answers with an id',
    '✗ attack foreign-check: The right code is not right in another session',
    expect.stringMatching(/^ {4}Seen: 204 to a stranger\. Expected: .* proves nothing\.$/),
    '– attack unserved-country: A number of a country that is not served is never sent a text',
    expect.stringMatching(/^ {4}No number/),
    '',
    'Contract: 1 of 1 passed; attacks: 0 of 1 passed; 1 skipped.',
    'verify-api.md is a file of the package @phoneproof/client.',
    '',
  ])
  expect(code).toBe(1)
})

test('the command gives results as JSON, and ends with 0 when none failed', async () => {
  const { url, pointAt } = await openProxy()
  const args = ['conformance', url, '--service-port', '0', '--only', 'start-answers', '--json']
  const { code, out } = await command(args, (err) => pointAt(/http:\S+/.exec(err)?.[0] ?? ''))
  expect(JSON.parse(out)).toMatchObject([{ id: 'start-answers', verdict: 'passed', why: '' }])
  expect(code).toBe(0)
})

test('the README has each option of the command, and no other', async () => {
  const readme = readFileSync(new URL('../../packages/server/README.md', import.meta.url), 'utf8')
  const { out } = await command(['conformance', '--help'])
  const helped = [...out.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option = '']) => option)
  const rows = [...readme.matchAll(/^\| (`--[^|]*)/gm)].map(([, options = '']) => options)
  expect(helped).toContain('--json')
  expect(rows.flatMap((options) => options.match(/--[a-z-]+/g) ?? [])).toEqual(helped)
})

test.each([
  [[], 2, /conformance <url>/],
  [['--help'], 0, /conformance <url>/],
  [['conformance', '--help'], 0, /--service-port 4010/],
  [['dance'], 2, /There is no command dance/],
  [['conformance'], 2, /Give one URL/],
  [['conformance', 'localhost:3000'], 2, /Give one URL/],
  [['conformance', 'http://localhost:1', '--service-port', 'x'], 2, /x is not a port/],
  [['conformance', 'http://localhost:1', '--credentials', 'secret'], 2, /is not USER:KEY/],
  [['conformance', 'http://localhost:1', '--country', 'FR'], 2, /FR is not GB or US/],
  [['conformance', 'http://localhost:1', '--sesion', 'x'], 2, /--sesion/],
])('phoneproof-server %j ends with %i and says why', async (args, expected, words) => {
  const { code, out, err } = await command(args)
  expect(out + err).toMatch(words)
  expect(err).not.toContain('secret')
  expect(code).toBe(expected)
})
