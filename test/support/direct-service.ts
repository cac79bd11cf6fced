import { textMagic, type VerifyClient } from '@phoneproof/client'
import type { Simulator } from '@phoneproof/simulator'

const failure = (status: number, field?: string): Error =>
  Object.assign(new Error(`The service answered ${status}.`), {
    status,
    ...(field !== undefined && { body: { errors: { fields: { [field]: ['Not valid.'] } } } }),
  })

/** The simulated service without HTTP, where a test asks it thousands of times. */
export const directService = ({ world }: Pick<Simulator, 'world'>): VerifyClient => ({
  service: textMagic,

  async start({ phone, brand, codeLength, language = 'en-gb', senderId, workflowId }) {
    const number = phone.startsWith('+') ? phone : `+${phone}`
    const started = world.start({
      phone: number,
      brand,
      codeLength,
      language,
      senderId,
      workflowId: workflowId ?? textMagic.defaultWorkflowId,
    })
    if (started === 'alreadyPending') throw failure(409)
    if (started === 'noCredit') throw failure(400)
    return { verifyId: started.verifyId, price: 0.05, serverTime: undefined }
  },

  async check({ verifyId, code }) {
    const verdict = world.check(verifyId, code)
    if (verdict === 'ok') return
    throw verdict === 'wrongCode' ? failure(400, 'code') : failure(400, 'verifyId')
  },

  async cancel({ verifyId }) {
    const verdict = world.cancel(verifyId)
    if (verdict === 'ok') return { deferred: false }
    throw verdict === 'unknown' ? failure(404) : failure(400)
  },
})
