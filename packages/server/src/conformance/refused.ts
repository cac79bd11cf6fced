import { describe, isRefused, type Answer } from './answer.ts'
import { must, type Stage } from './row.ts'

/**
 * Sends something that a back end must refuse by itself: with a 4xx, or by closing the connection,
 * and in either case without a word to the service.
 */
export async function refused(
  stage: Stage,
  attack: () => Promise<Answer>,
  phone?: string,
): Promise<Answer> {
  const before = stage.service.requests.length
  const answer = await attack()
  const heard = stage.service.requests
    .slice(before)
    .filter((each) => each.phone === undefined || each.phone === phone)
  const [first] = heard
  must(
    first === undefined,
    `the service was asked: ${first?.method ?? ''} ${first?.path.slice(0, 60) ?? ''}`,
    'no request to the service',
  )
  if (answer.status !== 0) must(isRefused(answer), describe(answer), 'a 4xx')
  else {
    const { status } = await stage.person().current()
    must(status !== 0, 'the back end does not answer any more', 'a 4xx')
  }
  return answer
}
