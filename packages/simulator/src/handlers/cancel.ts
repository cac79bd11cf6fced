import { notCancellable, notFound, tooEarlyToCancel, tooLateToCancel } from '../replies.ts'
import type { Endpoint } from './endpoint.ts'

/** `DELETE /verify/{verifyId}` (verify-api.md 5). */
export const answerCancel: Endpoint = {
  phoneOf: ({ verifyId }, { world }) => world.find(verifyId)?.phone,

  answer({ verifyId }, { world, service, serviceOptions }) {
    const result = world.cancel(verifyId)
    if (result === 'ok') return { status: 204 }
    if (result === 'unknown') return notFound
    return notCancellable(
      serviceOptions.notCancellableStatus,
      result === 'tooLate' ? tooLateToCancel : tooEarlyToCancel(service.cancelAllowedAfterMs),
    )
  },
}
