import { request as requestHttp, type ClientRequest, type IncomingMessage } from 'node:http'
import { request as requestHttps } from 'node:https'
import { membersOf, type Answer } from './answer.ts'

/** A request to the byte: fetch would forbid some of these headers, and tidy the path up. */
export interface RawRequest {
  readonly method: string
  /** Everything after the host, sent as it is. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array | undefined
  /** Sent without saying how long the body is. */
  readonly isChunked?: boolean | undefined
}

/** Milliseconds after which an answer is not waited for any more. */
const patienceMs = 30_000

const broken: Answer = { status: 0, headers: {}, cookies: [], text: '', json: {} }

/** Sends over a connection of its own. A connection that breaks is an answer with the status 0. */
export function send(
  { protocol, hostname, port }: URL,
  { method, path, headers, body, isChunked = false }: RawRequest,
): Promise<Answer> {
  const length = body === undefined || isChunked ? undefined : Buffer.byteLength(body)
  const options = {
    // Node takes an IPv6 address without its brackets.
    hostname: hostname.replaceAll(/[[\]]/g, ''),
    port,
    method,
    path,
    // A server that may close at once does, and then what it has answered is lost on the way.
    headers: {
      connection: 'keep-alive',
      ...headers,
      ...(length === undefined ? {} : { 'content-length': length }),
    },
    agent: false,
    timeout: patienceMs,
  } as const
  return new Promise((resolve) => {
    const outgoing: ClientRequest =
      protocol === 'https:' ? requestHttps(options) : requestHttp(options)
    let isAnswered = false
    outgoing.on('response', (incoming) => {
      isAnswered = true
      void readAnswer(incoming).then(resolve)
    })
    outgoing.on('timeout', () => outgoing.destroy())
    outgoing.on('error', () => {
      // What was answered before all of the request was read is an answer all the same.
      if (!isAnswered) resolve(broken)
    })
    outgoing.on('close', () => {
      if (!isAnswered) resolve(broken)
    })
    if (isChunked && body !== undefined) outgoing.write(body)
    outgoing.end(isChunked ? undefined : body)
  })
}

async function readAnswer(incoming: IncomingMessage): Promise<Answer> {
  let text = ''
  incoming.setEncoding('utf8')
  try {
    for await (const chunk of incoming) text += String(chunk)
  } catch {
    // The status has come. What is missing of the body is missing in the judgement too.
  }
  const { 'set-cookie': cookies = [], ...others } = incoming.headers
  const headers = Object.fromEntries(
    Object.entries(others).map(([name, value]) => [name, String(value)]),
  )
  return { status: incoming.statusCode ?? 0, headers, cookies, text, json: membersOf(text) }
}
