import { systemClock } from '@phoneproof/client'
import type { LoggedRequest, Observable } from '@phoneproof/simulator'
import type { Backend } from '../backend/backend.ts'
import type { Connection } from './connection.ts'

const lookAgainMs = 5
/** A request may never be answered. Time must not wait for it forever. */
const mostLooks = 400

/**
 * Resolves once no request is on its way between the page, its backend and the service, in either direction.
 * What has arrived there, and is held back on simulated time, is not.
 */
export async function nothingInTransit(
  connection: Pick<Connection, 'waiting'>,
  backend: Pick<Backend, 'carryingOut'>,
  requests: Observable<readonly LoggedRequest[]>,
): Promise<void> {
  const heldBack = (): number =>
    requests.getSnapshot().filter(({ answeredAt }) => answeredAt === undefined).length
  const isInTransit = (): boolean => connection.waiting + backend.carryingOut > heldBack()
  for (let look = 0; isInTransit() && look < mostLooks; look += 1) {
    await new Promise<void>((resolve) => systemClock.setTimeout(resolve, lookAgainMs))
  }
}
