import { describe, idOf, instantOf, isRight, namesField } from '../answer.ts'
import { must, type Row } from '../row.ts'
import { settled, started } from '../started.ts'

/** How long a code may say it is valid: the service's five minutes, and a margin. */
const longestMs = 330_000

export const startRows: readonly Row[] = [
  {
    id: 'start-answers',
    section: 'contract',
    title: 'A start sends one text and answers with an id',
    advice: 'When the service accepts it, answer 200 with {"verifyId": an id of your own}.',
    async run(stage) {
      const { phone } = await started(stage)
      const texts = stage.service.texts(phone)
      must(texts === 1, `${texts} texts to the number`, 'one text')
    },
  },
  {
    id: 'start-times',
    section: 'contract',
    title: 'The answer to a start says when the code began, when it ends and what time it is',
    advice: 'Send now, startedAt and expiresAt in milliseconds or ISO 8601 (verify-api.md 16).',
    async run(stage) {
      const { answer } = await started(stage)
      const [now, startedAt, expiresAt] = ['now', 'startedAt', 'expiresAt'].map((name) =>
        instantOf(answer.json[name]),
      )
      must(now !== undefined, describe(answer), 'a member now')
      const begin = startedAt ?? (expiresAt === undefined ? undefined : expiresAt - longestMs)
      must(begin !== undefined, describe(answer), 'a member startedAt or expiresAt')
      must(begin <= now + 1000, describe(answer), 'startedAt no later than now')
      if (expiresAt === undefined) return
      const isSensible = expiresAt > now && expiresAt - now <= longestMs
      must(isSensible, describe(answer), 'expiresAt within five minutes of now')
    },
  },
  {
    id: 'start-no-store',
    section: 'contract',
    title: 'No cache keeps an answer',
    advice: 'Send Cache-Control: no-store with every answer.',
    async run(stage) {
      const { answer } = await started(stage)
      const header = answer.headers['cache-control'] ?? 'no Cache-Control'
      must(header.includes('no-store'), header, 'Cache-Control: no-store')
    },
  },
  {
    id: 'start-key-repeated',
    section: 'contract',
    title: 'A start that is repeated with its Idempotency-Key gets the first answer',
    advice: 'Keep the key with its session for five minutes (verify-api.md 17).',
    async run(stage) {
      const [person, phone, key] = [await settled(stage), stage.phone(), crypto.randomUUID()]
      const first = await person.start(phone, { key })
      const second = await person.start(phone, { key })
      const texts = stage.service.texts(phone)
      must(idOf(first) !== '', describe(first), '200 with a verifyId')
      must(idOf(second) === idOf(first), describe(second), 'the id of the first answer')
      must(texts === 1, `${texts} texts to the number`, 'one text')
    },
  },
  {
    id: 'start-key-parallel',
    section: 'contract',
    title: 'A repeat that comes before the first answer waits for it',
    advice: 'Write the key down before you ask the service, and let repeats wait for the answer.',
    async run(stage) {
      const [person, phone, key] = [await settled(stage), stage.phone(), crypto.randomUUID()]
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => person.start(phone, { key })),
      )
      const other = answers.find(
        (each) => idOf(each) === '' || idOf(each) !== idOf(answers[0] ?? each),
      )
      must(other === undefined, other ? describe(other) : '', 'the same id for all 20')
      const texts = stage.service.texts(phone)
      must(texts === 1, `${texts} texts to the number`, 'one text')
    },
  },
  {
    id: 'start-phone-invalid',
    section: 'contract',
    title: 'A number that cannot be is refused, and the answer names phone',
    advice: 'Answer 400 or 422 with errors.fields.phone (verify-api.md 14).',
    async run(stage) {
      const answer = await stage.person().start('+4412')
      const isNamed = [400, 422].includes(answer.status) && namesField(answer, 'phone')
      must(isNamed, describe(answer), '400 or 422 with errors.fields.phone')
    },
  },
  {
    id: 'start-again-in-session',
    section: 'contract',
    title: 'A number that this session is verifying is not sent a second code',
    advice: 'Answer with the running verification, or with 409.',
    async run(stage) {
      const { person, phone, verifyId } = await started(stage)
      const answer = await person.start(phone)
      const isKnown = answer.status === 409 || idOf(answer) === verifyId
      must(isKnown, describe(answer), '409, or 200 with the running id')
      const texts = stage.service.texts(phone)
      must(texts === 1, `${texts} texts to the number`, 'one text')
    },
  },
  {
    id: 'start-busy-elsewhere',
    section: 'contract',
    title: 'A number that another session is verifying is not sent a second code',
    advice:
      'Answer 409 with Retry-After, or as if a code had been sent, which then is never right.',
    needs: 'several people',
    async run(stage) {
      const { phone, code, verifyId } = await started(stage)
      const other = stage.person()
      const answer = await other.start(phone)
      const texts = stage.service.texts(phone)
      must(texts === 1, `${texts} texts to the number`, 'one text')
      if (answer.status === 409) {
        must('retry-after' in answer.headers, '409 without Retry-After', '409 with Retry-After')
        return
      }
      must(answer.status === 200, describe(answer), '409 with Retry-After, or 200')
      must(idOf(answer) !== verifyId, 'the id of the other session', 'an id of its own')
      const check = await other.check(idOf(answer), code)
      must(!isRight(check), `${describe(check)} to the other session's code`, 'a refusal')
    },
  },
]
