import type { StartReply } from '@phoneproof/client'
import { alreadyPending, badRequest, validationFailed } from '../replies.ts'
import { readPhone, readStartBody } from '../start-body.ts'
import type { Endpoint } from './endpoint.ts'

/** `POST /verify` (verify-api.md 3). */
export const answerStart: Endpoint = {
  phoneOf: ({ body }) => body && readPhone(body),

  answer({ body }, { world, service, serviceOptions }) {
    if (body === undefined) return badRequest('Invalid JSON.')
    const request = readStartBody(body, service, serviceOptions.refusedNumbers)
    if ('fields' in request) return validationFailed(request.fields)
    const started = world.start(request)
    if (started === 'alreadyPending') return alreadyPending
    if (started === 'noCredit') return validationFailed({}, ['Your balance is too low.'])
    const { verifyId } = started
    return { status: 200, body: { verifyId, price: serviceOptions.price } satisfies StartReply }
  },
}
