import { describe, isRefused, isRight, namesField, type Answer } from '../answer.ts'
import { wrongFor } from '../person.ts'
import { must, type Row } from '../row.ts'
import { started, verified } from '../started.ts'

const attemptsLeftOf = ({ json }: Answer): number | undefined =>
  typeof json['attemptsLeft'] === 'number' ? json['attemptsLeft'] : undefined

/** What the page takes for the end of a verification by wrong codes (verify-api.md 14). */
const isLocked = (answer: Answer): boolean =>
  answer.status === 423 || ([400, 422, 429].includes(answer.status) && attemptsLeftOf(answer) === 0)

/** More wrong codes than any backend should take for one verification. */
const mostGuesses = 10

export const checkRows: readonly Row[] = [
  {
    id: 'check-right',
    section: 'contract',
    title: 'A right code, zeros in front included, is answered with 204 and no body',
    advice: 'Pass the code on as the string that it is, and answer 204 without a body.',
    async run(stage) {
      const { person, verifyId, code, phone } = await started(stage)
      must(code.startsWith('0'), 'a code of the service without a zero', 'one that begins with 0')
      const answer = await person.check(verifyId, code)
      must(isRight(answer), `${describe(answer)} to the right code`, '204 without a body')
      const sent = stage.service.requests.find(
        (each) => each.phone === phone && each.operation === 'check',
      )
      must(sent?.body['code'] === code, 'another code at the service', 'the code as it was entered')
    },
  },
  {
    id: 'check-proof',
    section: 'contract',
    title: 'A page that asks for a proof gets it and nothing else, or 204',
    advice: 'Answer {"proof": …} and no other member, or 204 if you make no proofs.',
    async run(stage) {
      const { person, verifyId, code } = await started(stage)
      const answer = await person.check(verifyId, code, { proof: true })
      must(isRight(answer), describe(answer), '204, or 200 with exactly {"proof": "…"}')
    },
  },
  {
    id: 'check-wrong',
    section: 'contract',
    title: 'A wrong code is answered with the attempts that are left, one fewer each time',
    advice: 'Answer 400 with errors.fields.code and attemptsLeft (verify-api.md 14).',
    async run(stage) {
      const { person, verifyId, code } = await started(stage)
      const first = await person.check(verifyId, wrongFor(code))
      const second = await person.check(verifyId, wrongFor(wrongFor(code)))
      for (const answer of [first, second]) {
        const isNamed = [400, 422].includes(answer.status) && namesField(answer, 'code')
        must(isNamed, describe(answer), '400 or 422 with errors.fields.code')
      }
      const left = attemptsLeftOf(first)
      must(left !== undefined, describe(first), 'a number attemptsLeft')
      must(attemptsLeftOf(second) === left - 1, describe(second), `attemptsLeft ${left - 1}`)
    },
  },
  {
    id: 'check-last-wrong',
    section: 'contract',
    title: 'The last wrong code ends the verification, and the right one comes too late',
    advice: 'Count wrong codes, answer the last with 423, and ask the service no more.',
    async run(stage) {
      const { person, phone, verifyId, code } = await started(stage)
      let wrong = code
      let answer: Answer | undefined
      for (let guess = 0; guess < mostGuesses && !(answer && isLocked(answer)); guess += 1) {
        wrong = wrongFor(wrong) === code ? wrongFor(code) : wrongFor(wrong)
        answer = await person.check(verifyId, wrong)
      }
      const last = answer ? describe(answer) : 'nothing'
      must(
        answer !== undefined && isLocked(answer),
        `${last} to wrong code ${mostGuesses}`,
        '423, or attemptsLeft 0, after a few',
      )
      const asked = stage.service.reached(phone, 'check')
      const late = await person.check(verifyId, code)
      must(isRefused(late), `${describe(late)} to the right code after it`, 'a refusal')
      const isSilent = stage.service.reached(phone, 'check') === asked
      must(isSilent, 'the service was asked again', 'an answer from your own record')
    },
  },
  {
    id: 'check-right-again',
    section: 'contract',
    title:
      'The right code again in its session is right again: the first answer may have been lost',
    advice: 'Answer 204 from your record for as long as the code is valid.',
    async run(stage) {
      const { person, verifyId, code } = await verified(stage)
      const answer = await person.check(verifyId, code)
      must(isRight(answer), `${describe(answer)} to the right code again`, '204')
    },
  },
  {
    id: 'check-right-then-other',
    section: 'contract',
    title: 'After the right code, another one is not right',
    advice: 'Compare with the code that was accepted (as an HMAC), not only with the record.',
    async run(stage) {
      const { person, verifyId, code } = await verified(stage)
      const answer = await person.check(verifyId, wrongFor(code))
      must(isRefused(answer), `${describe(answer)} to another code`, 'a 4xx')
    },
  },
]
