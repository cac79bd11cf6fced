import { answers } from '../answers.ts'

const longestBody = 4096
const dangerous = ['__proto__', 'constructor', 'prototype']

export type Body = Readonly<Record<string, string | number | boolean | null>>

/** The members of a flat JSON object, or the refusal of what is anything else. */
export async function readBody(request: Request): Promise<Body | Response> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json(?:$|\s*;)/i.test(type)) return answers.notJson()
  const encoding = request.headers.get('content-encoding') ?? 'identity'
  if (encoding !== 'identity') return answers.notJson()
  if (Number(request.headers.get('content-length') ?? 0) > longestBody) return answers.tooLarge()
  const text = await textOf(request)
  if (text === undefined) return answers.tooLarge()
  return parse(text) ?? answers.badRequest('The body must be one flat JSON object.')
}

/** Undefined when it is too long. Reads no further then, however much is sent. */
async function textOf(request: Request): Promise<string | undefined> {
  if (!request.body) return ''
  const decoder = new TextDecoder()
  const reader = request.body.getReader()
  let text = ''
  let length = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    length += value.byteLength
    if (length > longestBody) {
      // Not awaited: some runtimes cancel only when the sender has finished.
      void reader.cancel().catch(() => {})
      return undefined
    }
    text += decoder.decode(value, { stream: true })
  }
}

function parse(text: string): Body | undefined {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return undefined
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const members = Object.entries(value)
  if (members.some(([name]) => dangerous.includes(name))) return undefined
  if (members.some(([, member]) => typeof member === 'object' && member !== null)) return undefined
  // The last of two members with one name wins here, and the first one elsewhere.
  if (membersIn(text) !== members.length) return undefined
  // SAFETY: no member is an object, so each is a text, a number, a truth value or null.
  return Object.fromEntries(members) as Body
}

/** How many names a valid, flat JSON text has: strings that a colon follows. */
const membersIn = (text: string): number =>
  [...text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)].filter(([, colon]) => colon !== undefined).length
