import { badRequest, notActive, notFound, validationFailed, wrongCode } from '../replies.ts'
import type { Endpoint } from './endpoint.ts'

/** `PUT /verify` (section 4). The id is in the body. */
export const answerCheck: Endpoint = {
  phoneOf: ({ body }, { world }) => world.find(asId(body?.['verifyId']))?.phone,

  answer({ body }, { world, knobs }) {
    if (body === undefined) return badRequest('Invalid JSON.')
    const { code } = body
    const verifyId = asId(body['verifyId'])
    const fields: Record<string, string[]> = {}
    if (verifyId === '') fields['verifyId'] = ['This value should not be blank.']
    // A number is compared after padding with zeros: it cannot carry them itself (row 8).
    const isCode = (typeof code === 'string' && code !== '') || Number.isInteger(code)
    if (!isCode) fields['code'] = ['This value is not valid.']
    if (Object.keys(fields).length > 0) return validationFailed(fields)

    // SAFETY: isCode says it is one of the two.
    const result = world.check(verifyId, code as string | number)
    if (result === 'notActive') return knobs.notActiveStatus === 404 ? notFound : notActive
    return result === 'ok' ? { status: 204 } : wrongCode
  },
}

const asId = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
