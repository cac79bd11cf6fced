import { describe, idOf } from '../answer.ts'
import { strangeIdLike } from '../person.ts'
import { must, type Row, type Stage } from '../row.ts'
import { started } from '../started.ts'

/** From when on the service cancels, in milliseconds after a start, and a margin for clocks. */
const cancelMs = 31_000
/** When a deferred cancel must have been carried out: before the first call, which comes at 60 s. */
const carriedOutMs = 45_000

const cancelled = ({ service }: Stage, phone: string): boolean =>
  service.requests.some(
    (each) => each.phone === phone && each.operation === 'cancel' && each.status === 204,
  )

/** Looks once a second. */
async function eventually(stage: Stage, phone: string, until: number): Promise<boolean> {
  while (!cancelled(stage, phone) && stage.service.clock.now() < until) {
    await stage.until(stage.service.clock.now() + 1000)
  }
  return cancelled(stage, phone)
}

export const cancelRows: readonly Row[] = [
  {
    id: 'cancel-early',
    section: 'contract',
    title: 'A cancel before 30 s is refused, or promised with 202 and carried out',
    advice: 'With 202, cancel at the service when 30 s have passed, also if the page is gone.',
    waits: true,
    async run(stage) {
      const { person, phone, verifyId } = await started(stage)
      const begin = stage.service.clock.now()
      const answer = await person.cancel(verifyId)
      if ([400, 409, 422, 423, 425].includes(answer.status)) {
        return 'refused: the page needs cancelMode="immediate"'
      }
      must(answer.status === 202, describe(answer), '202, or 400, 409, 422, 423 or 425')
      await stage.until(begin + cancelMs)
      const isDone = await eventually(stage, phone, begin + carriedOutMs)
      must(isDone, 'no cancel at the service by 45 s', 'one soon after 30 s')
      const calls = stage.service.calls(phone)
      must(calls === 0, `${calls} calls after the promise`, 'none')
      return 'promised and carried out'
    },
  },
  {
    id: 'cancel-late',
    section: 'contract',
    title: 'A cancel after 30 s is done, its code is dead, and the number is free',
    advice: 'Pass the cancel on, answer 204, and forget the verification.',
    waits: true,
    async run(stage) {
      const { person, phone, verifyId, code } = await started(stage)
      await stage.until(stage.service.clock.now() + cancelMs)
      const answer = await person.cancel(verifyId)
      must(answer.status === 204, describe(answer), '204')
      must(cancelled(stage, phone), 'no cancel at the service', 'one')
      const twice = await person.cancel(verifyId)
      const isQuiet = [204, 404, 410].includes(twice.status)
      must(isQuiet, `${describe(twice)} to a second cancel`, '204, 404 or 410')
      const check = await person.check(verifyId, code)
      const isDead = check.status >= 400 && check.status < 500
      must(isDead, `${describe(check)} to the cancelled code`, 'a 4xx')
      const again = await person.start(phone)
      const isFree = idOf(again) !== '' && idOf(again) !== verifyId
      must(isFree, `${describe(again)} to a new start`, '200 with another id')
    },
  },
  {
    id: 'cancel-unknown',
    section: 'contract',
    title: 'A cancel of an id that nobody has is answered with 404 or 410',
    advice: 'Look the id up among those of the session, and answer 404.',
    async run(stage) {
      const { person, verifyId } = await started(stage)
      const answer = await person.cancel(strangeIdLike(verifyId))
      must([404, 410].includes(answer.status), describe(answer), '404 or 410')
    },
  },
]
