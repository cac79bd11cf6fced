import { isRecord } from './error-rules.ts'
import { serverTimeFrom } from './server-time.ts'
import { unreadable, type Answer } from './transport.ts'
import type { RunningVerification, StartResult } from './verify-client.ts'

/** A start without an id is no success: nothing could be checked or cancelled. */
export function readStart({ body }: Answer): StartResult | typeof unreadable {
  const verifyId = isRecord(body) ? idFrom(body['verifyId']) : undefined
  if (!isRecord(body) || verifyId === undefined) return unreadable
  return { verifyId, price: priceFrom(body['price']), serverTime: serverTimeFrom(body) }
}

/**
 * The status of a check or cancel. A redirect may turn the call into a GET of some other page, and
 * then a 200 proves nothing; the 204 and 202 of the service itself still count.
 */
export const readDone = ({ status, redirected }: Answer): number | typeof unreadable =>
  redirected && status !== 204 && status !== 202 ? unreadable : status

/** Undefined when nothing runs. */
export function readRunning({ body }: Answer): RunningVerification | undefined {
  if (!isRecord(body)) return undefined
  const verifyId = idFrom(body['verifyId'])
  const serverTime = serverTimeFrom(body)
  if (verifyId === undefined || serverTime === undefined) return undefined
  const { phone, phoneMasked, codeLength, attemptsLeft, verified } = body
  return {
    verifyId,
    serverTime,
    phone: textFrom(phone),
    phoneMasked: textFrom(phoneMasked),
    codeLength: numberFrom(codeLength),
    attemptsLeft: numberFrom(attemptsLeft),
    isVerified: verified === true,
  }
}

const textFrom = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined
const numberFrom = (value: unknown): number | undefined =>
  typeof value === 'number' ? value : undefined

const idFrom = (value: unknown): string | undefined =>
  typeof value === 'number' || (typeof value === 'string' && value !== '')
    ? String(value)
    : undefined

/** A number, or one in a string as TextMagic's own client takes it (section 10). */
function priceFrom(value: unknown): number | undefined {
  const price = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof price === 'number' && Number.isFinite(price) ? price : undefined
}
