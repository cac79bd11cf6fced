import { describe } from '../answer.ts'
import { heardSince } from '../refused.ts'
import { must, type Row, type Stage } from '../row.ts'

interface Try {
  readonly method: string
  readonly path: string
  readonly body?: string
}

const message = JSON.stringify({ phones: '447400123456', text: 'Hello' })

/** None of these may reach the service, whatever the backend answers. */
async function noneReaches(stage: Stage, tries: readonly Try[]): Promise<void> {
  const person = stage.person()
  for (const each of tries) {
    const before = stage.service.requests.length
    const answer = await person.send(each)
    const first = heardSince(stage, before)
    const tried = `${each.method} ${each.path.slice(0, 60)}`
    must(
      first === undefined,
      `${tried} became ${first?.method ?? ''} ${first?.path.slice(0, 60) ?? ''} at the service`,
      'no request to the service',
    )
    const isRefusal = answer.status === 0 || answer.status === 204 || answer.status >= 400
    must(isRefusal && answer.status < 500, `${describe(answer)} to ${tried}`, 'a 4xx')
  }
}

const escapes = [
  '..%2f..%2fmessages',
  '..%2Fmessages',
  '%2e%2e%2fmessages',
  '%2e%2e/messages',
  '../messages',
  '..;/messages',
  '..%5cmessages',
  '..%252f..%252fmessages',
  'a%2fb%2f..%2fc',
  '%00',
  'a%00b',
  '%E0%A4%A',
  '%0d%0aX-Injected:%201',
  'a?b=c',
  'x'.repeat(8000),
]

export const pathRows: readonly Row[] = [
  {
    id: 'path-escapes',
    section: 'attack',
    title: 'An id with dots, slashes, zeros or 8,000 letters leads nowhere at the service',
    advice: 'Never build a path of the service from the request: look the id up, and use your own.',
    run: (stage) =>
      noneReaches(
        stage,
        escapes.flatMap((id) => [
          { method: 'DELETE', path: `/verify/${id}` },
          { method: 'POST', path: `/verify/${id}`, body: message },
        ]),
      ),
  },
  {
    id: 'other-paths',
    section: 'attack',
    title: 'Nothing else of the service can be called with your key',
    advice: 'Forward three calls, built from your own values, to a fixed address.',
    run: (stage) =>
      noneReaches(stage, [
        { method: 'POST', path: '/messages', body: message },
        { method: 'GET', path: '/user' },
        { method: 'GET', path: '/messages' },
        { method: 'POST', path: '/verify/../messages', body: message },
        { method: 'POST', path: '/verify/', body: message },
        { method: 'POST', path: '//messages', body: message },
      ]),
  },
  {
    id: 'other-methods',
    section: 'attack',
    title: 'Other methods on these paths reach nothing',
    advice: 'Answer 405 to all but POST, PUT and DELETE, and GET of current.',
    run: (stage) =>
      noneReaches(stage, [
        { method: 'PATCH', path: '/verify', body: '{}' },
        { method: 'GET', path: '/verify' },
        { method: 'DELETE', path: '/verify' },
        { method: 'PUT', path: '/verify/current', body: '{}' },
        { method: 'TRACE', path: '/verify' },
      ]),
  },
]
