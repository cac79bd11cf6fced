import { gzipSync } from 'node:zlib'
import { stopwatch } from '../clock.ts'
import { startBody, type Unusual } from '../person.ts'
import { refused } from '../refused.ts'
import { must, type Row, type Stage } from '../row.ts'

const megabyte = 1024 * 1024
/** Milliseconds in which a body that is far too large must be refused. */
const promptMs = 5000

/** A start whose body is bad. It must be refused without asking the service. */
const badBody = (
  id: string,
  title: string,
  advice: string,
  unusual: (json: string, phone: string, stage: Stage) => Unusual,
  withinMs?: number,
): Row => ({
  id,
  section: 'attack',
  title,
  advice,
  async run(stage) {
    const [person, phone] = [stage.person(), stage.phone()]
    const attack = unusual(JSON.stringify(startBody(phone, stage.site)), phone, stage)
    const begin = stopwatch()
    const { status } = await refused(stage, () => person.start(phone, attack), phone)
    const tookMs = Math.round(stopwatch() - begin)
    const figure = `${status === 0 ? 'closed' : status} in ${tookMs} ms`
    if (withinMs === undefined) return
    must(tookMs <= withinMs, figure, `a refusal within ${withinMs} ms`)
    return figure
  },
})

/** The same JSON, with blanks in front of its end. */
const padded = (json: string, length: number): string =>
  `${json.slice(0, -1)}${' '.repeat(length)}}`

const keysAdvice =
  'Answer 400 to a body with a key that comes twice (parsers keep one of them and say nothing), or with ' +
  'one that verify-api.md 13 does not have.'
const sizeAdvice = 'Stop reading after a few kilobytes and answer 413.'
const shapeAdvice =
  'Answer 400 unless the body is one object, and each member a string, a number or a boolean.'

export const bodyRows: readonly Row[] = [
  badBody(
    'json-duplicate-keys',
    'A body that names two numbers under one key sends no text',
    keysAdvice,
    (json, _phone, stage) => ({
      body: `${json.slice(0, -1)},"phone":"${stage.phone().slice(1)}"}`,
    }),
  ),
  badBody('json-proto', 'A body with __proto__ sends no text', keysAdvice, (json) => ({
    body: `{"__proto__":{"isAdmin":true},${json.slice(1)}`,
  })),
  badBody('json-array', 'A body that is a list sends no text', shapeAdvice, (json) => ({
    body: `[${json}]`,
  })),
  badBody(
    'json-phone-list',
    'A number that is a list sends no text',
    shapeAdvice,
    (json, phone) => ({ body: json.replace(`"${phone.slice(1)}"`, `["${phone.slice(1)}"]`) }),
  ),
  badBody(
    'json-nested',
    'A body that is nested 1,500 deep sends no text',
    shapeAdvice,
    (json) => ({ body: `${json.slice(0, -1)},"x":${'['.repeat(1500)}${']'.repeat(1500)}}` }),
    promptMs,
  ),
  badBody(
    'json-broken',
    'A body that is no JSON does not reach the service',
    'Parse the body yourself, and answer 400 when that fails.',
    (json) => ({ body: json.slice(0, -2) }),
  ),
  badBody(
    'body-large',
    'A body of 10 MB is refused quickly',
    sizeAdvice,
    (json) => ({ body: padded(json, 10 * megabyte) }),
    promptMs,
  ),
  badBody(
    'body-large-chunked',
    'A body of 10 MB that does not say how long it is is refused quickly',
    sizeAdvice,
    (json) => ({ body: padded(json, 10 * megabyte), isChunked: true }),
    promptMs,
  ),
  badBody(
    'gzip-bomb',
    'A small compressed body that becomes 50 MB is refused quickly',
    'Refuse Content-Encoding with 415: the page never compresses.',
    (json) => ({
      body: gzipSync(padded(json, 50 * megabyte)),
      headers: { 'content-encoding': 'gzip' },
    }),
    promptMs,
  ),
]
