import { describe, idOf, isRight, isUncertain, type Answer } from '../answer.ts'
import { realPause } from '../clock.ts'
import { wrongFor } from '../person.ts'
import { must, type Row } from '../row.ts'
import type { Script } from '../service/script.ts'
import { settled, started } from '../started.ts'

const checkAdvice = 'Take nothing but an empty 204 for a right code; answer 503 to all that is odd.'

/** A service that answers a wrong code with something that is not a refusal. */
const lie = (
  id: string,
  what: string,
  script: Omit<Script, 'operation'>,
  advice: string = checkAdvice,
): Row => ({
  id,
  section: 'attack',
  title: `A wrong code is not right when the service answers ${what}`,
  advice,
  async run(stage) {
    const { person, phone, verifyId, code } = await started(stage)
    stage.service.next(phone, { operation: 'check', ...script })
    stage.service.next(phone, { operation: 'other', status: 204 })
    const before = stage.service.requests.length
    const answer = await person.check(verifyId, wrongFor(code))
    must(!isRight(answer), `${describe(answer)} to a wrong code`, '503, or another failure')
    const heard = stage.service.requests.slice(before)
    const isFollowed = heard.some(({ path }) => path.endsWith('/elsewhere'))
    must(!isFollowed, 'the redirect was followed, key and all', 'no other request')
  },
})

/** A service in trouble when a start is asked for, and a page that repeats it with its key. */
const startTrouble = (id: string, what: string, script: Omit<Script, 'operation'>): Row => ({
  id,
  section: 'attack',
  title: `A start whose answer is ${what} is in doubt, and its repeat sends no second text`,
  advice:
    'Answer 503, keep the key, and do not ask the service again while the first may have sent.',
  async run(stage) {
    const [person, phone, key] = [await settled(stage), stage.phone(), crypto.randomUUID()]
    stage.service.next(phone, { operation: 'start', ...script })
    const first = await person.start(phone, { key })
    must(isUncertain(first), describe(first), '408 or 5xx: nobody knows whether a text was sent')
    const second = await person.start(phone, { key })
    must(second.status !== 0, 'no answer to the repeat', 'an answer')
    const texts = stage.service.texts(phone)
    must(texts <= 1, `${texts} texts`, 'one at most')
  },
})

const html = {
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><title>Proxy</title>',
}
const json = { headers: { 'content-type': 'application/json' } }

export const troubleRows: readonly Row[] = [
  lie('lying-body', '200 with a body', { status: 200, ...json, body: '{"success":true}' }),
  lie('lying-empty-202', '202', { status: 202 }),
  lie('lying-html', 'a page of HTML', { status: 200, ...html }),
  lie(
    'lying-redirect',
    'with a redirect',
    { status: 307, headers: { location: '/api/v2/elsewhere' } },
    'Let your HTTP client follow no redirects: they carry the key elsewhere. Answer 503.',
  ),
  {
    id: 'check-in-doubt',
    section: 'attack',
    title: 'A check that the service does not answer is neither right nor wrong',
    advice: checkAdvice,
    async run(stage) {
      const { person, phone, verifyId, code } = await started(stage)
      for (const script of [{ status: 503 }, { isDropped: true }]) {
        stage.service.next(phone, { operation: 'check', ...script })
        const answer = await person.check(verifyId, code)
        must(isUncertain(answer), describe(answer), '503')
      }
      const answer = await person.check(verifyId, code)
      must(isRight(answer), `${describe(answer)} to the right code after it`, '204')
    },
  },
  startTrouble('start-503', '503', { status: 503 }),
  startTrouble('start-dropped', 'lost', { isDone: true, isDropped: true }),
  startTrouble('start-html', 'a page of HTML', { isDone: true, status: 200, ...html }),
  {
    id: 'start-slow',
    section: 'attack',
    title: 'A start that the service is slow to answer is not asked again by its repeat',
    advice: 'Write the key down before you ask the service, and let repeats wait for the answer.',
    async run(stage) {
      const [person, phone, key] = [await settled(stage), stage.phone(), crypto.randomUUID()]
      let release: () => void = () => {}
      const until = new Promise<void>((resolve) => (release = resolve))
      stage.service.next(phone, { operation: 'start', isDone: true, until })
      const first = person.start(phone, { key })
      for (let look = 0; look < 100 && stage.service.reached(phone, 'start') === 0; look += 1) {
        await realPause(20)
      }
      let early: Answer | undefined
      const second = person.start(phone, { key })
      void second.then((answer) => (early = answer))
      // Long enough for a backend that asks again to have asked.
      await realPause(300)
      const unfounded = early
      release()
      const answers = await Promise.all([first, second])
      const isFounded = unfounded === undefined || unfounded.status >= 400
      must(isFounded, '200 to the repeat before the service had answered', 'the same answer, later')
      const reached = stage.service.reached(phone, 'start')
      must(reached === 1, `${reached} starts at the service`, 'one')
      const id = idOf(answers[0])
      must(id !== '', describe(answers[0]), '200 with a verifyId')
      const [, repeat] = answers
      const isSame = idOf(repeat) === id || repeat.status >= 400
      must(isSame, describe(repeat), 'the same id, or a refusal')
    },
  },
]
