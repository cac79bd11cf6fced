import { answers } from '../answers.ts'
import { about } from './about.ts'
import type { Parts, StartAsked } from './parts.ts'

/** The refusal of a start that no person seems to have asked for, or none. */
export async function refuseBots(
  asked: StartAsked,
  isSuspicious: boolean,
  parts: Parts,
): Promise<Response | undefined> {
  const { request, phone, country, address } = asked
  const { settings, report } = parts
  const { botCheck } = settings
  if (!botCheck) return undefined
  const token = request.headers.get('bot-token') ?? undefined
  const context = { request, phone, country, address, isSuspicious }
  if (await botCheck(token, context)) return undefined
  report('verify.refused', 'warn', {
    operation: 'start',
    reason: 'bot_check',
    ...about(asked, parts),
  })
  return answers.botCheckNeeded()
}
