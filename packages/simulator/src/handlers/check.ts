import {
  badRequest,
  notActive,
  notBlank,
  notFound,
  notValid,
  validationFailed,
  wrongCode,
} from '../replies.ts'
import type { Endpoint } from './endpoint.ts'

/** `PUT /verify` (verify-api.md 4). The id is in the body. */
export const answerCheck: Endpoint = {
  phoneOf: ({ body }, { world }) => world.find(asId(body?.['verifyId']))?.phone,

  answer({ body }, { world, serviceOptions }) {
    if (body === undefined) return badRequest('Invalid JSON.')
    const { code } = body
    const verifyId = asId(body['verifyId'])
    const fields: Record<string, string[]> = {}
    if (verifyId === '') fields['verifyId'] = [notBlank]
    // A number cannot carry leading zeros, so it is padded with them (verify-api.md 8, row 8).
    if (code === undefined || code === null || code === '') fields['code'] = [notBlank]
    else if (typeof code !== 'string' && !Number.isInteger(code)) fields['code'] = [notValid]
    if (Object.keys(fields).length > 0) return validationFailed(fields)

    // SAFETY: one of the two, or there is a message for it.
    const result = world.check(verifyId, code as string | number)
    if (result === 'notActive') return serviceOptions.notActiveStatus === 404 ? notFound : notActive
    return result === 'ok' ? { status: 204 } : wrongCode
  },
}

const asId = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
