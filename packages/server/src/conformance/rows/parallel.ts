import { idOf, isRight } from '../answer.ts'
import { wrongFor } from '../person.ts'
import { must, type Row } from '../row.ts'
import { settled, started } from '../started.ts'

const crowd = 1000
/** So many connections are open at once. */
const atOnce = 250
/** How many of them may reach the service: five attempts, and as many starts in doubt. */
const mostReached = 5

/** Asks a thousand times, with as many requests on their way as connections allow. */
async function inParallel<T>(ask: (index: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  let next = 0
  async function lane(): Promise<void> {
    while (next < crowd) {
      const index = next
      next += 1
      results.push(await ask(index))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, lane))
  return results
}

export const parallelRows: readonly Row[] = [
  {
    id: 'guesses-parallel',
    section: 'attack',
    title: 'Of 1,000 parallel guesses at one code, at most 5 reach the service',
    advice: 'Count an attempt in one atomic step, before you ask the service.',
    async run(stage) {
      const { person, phone, verifyId, code } = await started(stage)
      const wrong = wrongFor(code)
      await inParallel((index) => {
        const guess = String(index).padStart(code.length, '0')
        return person.check(verifyId, guess === code ? wrong : guess)
      })
      const reached = stage.service.reached(phone, 'check')
      must(reached <= mostReached, `${reached} reached the service`, `${mostReached} at most`)
      const late = await person.check(verifyId, code)
      must(
        !isRight(late),
        'the right code was right after all of them',
        'a verification that has ended',
      )
      return `${reached} reached the service`
    },
  },
  {
    id: 'starts-parallel',
    section: 'attack',
    title:
      'Of 1,000 parallel starts for one number, one sends a text and 5 at most reach the service',
    advice:
      'Take the number, in one atomic step, before you ask the service, and answer the others 409.',
    async run(stage) {
      const phone = stage.phone()
      await inParallel(() => stage.person().start(phone))
      const [texts, reached] = [stage.service.texts(phone), stage.service.reached(phone, 'start')]
      must(texts === 1, `${texts} texts`, 'one text')
      must(reached <= mostReached, `${reached} reached the service`, `${mostReached} at most`)
      return `${texts} text, ${reached} reached the service`
    },
  },
  {
    id: 'starts-one-key',
    section: 'attack',
    title: '1,000 parallel starts with one Idempotency-Key send one text and are one verification',
    advice: 'Write the key down before you ask the service, and let repeats wait for the answer.',
    async run(stage) {
      const [person, phone, key] = [await settled(stage), stage.phone(), crypto.randomUUID()]
      const answers = await inParallel(() => person.start(phone, { key }))
      const [texts, reached] = [stage.service.texts(phone), stage.service.reached(phone, 'start')]
      must(texts === 1, `${texts} texts`, 'one text')
      must(reached === 1, `${reached} reached the service`, 'one')
      const ids = new Set(answers.map(idOf).filter((id) => id !== ''))
      must(ids.size === 1, `${ids.size} different ids`, 'one')
      const repeated = answers.filter((each) => idOf(each) !== '').length
      return `${texts} text, ${repeated} of ${crowd} got its id`
    },
  },
  {
    id: 'number-again-and-again',
    section: 'attack',
    title: 'One number is not sent codes without end, and 429 says how long to wait and why',
    advice:
      'Limit starts per number across sessions; answer 429 with Retry-After and {"scope": "number"}.',
    async run(stage) {
      const phone = stage.phone()
      for (let texts = 0; texts < 25; texts += 1) {
        const person = stage.person()
        const answer = await person.start(phone)
        if (answer.status === 429) {
          must('retry-after' in answer.headers, '429 without Retry-After', 'Retry-After')
          must(typeof answer.json['scope'] === 'string', '429 without scope', 'a member scope')
          return `${texts} texts, then 429`
        }
        must(idOf(answer) !== '', `${answer.status} after ${texts} texts`, '200 or 429')
        await person.check(idOf(answer), stage.service.code(phone))
      }
      must(false, '25 texts to one number in a moment', '429 after a few')
    },
  },
]
