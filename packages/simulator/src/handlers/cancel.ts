import { notCancellable, notFound } from '../replies.ts'
import type { Endpoint } from './endpoint.ts'

/** `DELETE /verify/{verifyId}` (section 5). */
export const answerCancel: Endpoint = {
  phoneOf: ({ verifyId }, { world }) => world.find(verifyId)?.phone,

  answer({ verifyId }, { world, knobs }) {
    const result = world.cancel(verifyId)
    if (result === 'ok') return { status: 204 }
    if (result === 'unknown') return notFound
    return notCancellable(knobs.notCancellableStatus, result)
  },
}
