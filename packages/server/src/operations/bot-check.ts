import { answers } from '../answers.ts'
import type { Parts, StartAsked } from './parts.ts'

/** The refusal of a start that no person seems to have asked for, or none. */
export async function refuseBots(
  { request, phone, country, address }: StartAsked,
  isSuspicious: boolean,
  { settings, report }: Parts,
): Promise<Response | undefined> {
  const { botCheck } = settings
  if (!botCheck) return undefined
  const token = request.headers.get('bot-token') ?? undefined
  const context = { request, phone, country, address, isSuspicious }
  if (await botCheck(token, context)) return undefined
  report('verify.refused', 'warn', { operation: 'start', reason: 'bot_check', country })
  return answers.botCheckNeeded()
}
