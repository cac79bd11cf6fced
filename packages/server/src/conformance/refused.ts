import { describe, isRefused, type Answer } from './answer.ts'
import { must, type Stage } from './row.ts'
import type { ServiceRequest } from './service/service-log.ts'

/** A deferred cancel of an earlier run, which the backend still carries out. */
const isLeftOver = ({ operation, path }: ServiceRequest): boolean =>
  operation === 'cancel' && /\/verify\/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(path)

/** The first request that reached the service about a number, or about none, after so many others. */
export const heardSince = (
  { service }: Stage,
  before: number,
  phone?: string,
): ServiceRequest | undefined =>
  service.requests
    .slice(before)
    .find((each) => (each.phone === undefined ? !isLeftOver(each) : each.phone === phone))

/**
 * Sends something that a backend must refuse by itself: with a 4xx, or by closing the connection,
 * and in either case without a word to the service.
 */
export async function refused(
  stage: Stage,
  attack: () => Promise<Answer>,
  phone?: string,
): Promise<Answer> {
  const before = stage.service.requests.length
  const answer = await attack()
  const first = heardSince(stage, before, phone)
  must(
    first === undefined,
    `the service was asked: ${first?.method ?? ''} ${first?.path.slice(0, 60) ?? ''}`,
    'no request to the service',
  )
  if (answer.status !== 0) must(isRefused(answer), describe(answer), 'a 4xx')
  else {
    const { status } = await stage.person().current()
    must(status !== 0, 'the backend does not answer any more', 'a 4xx')
  }
  return answer
}
