import { isRecord } from './error-rules.ts'
import { proofFrom, proofIn } from './proof.ts'
import { serverTimeFrom } from './server-time.ts'
import type { ServiceProfile } from './service-profile.ts'
import { unreadable, type Answer } from './transport.ts'
import type {
  CancelResult,
  CheckResult,
  RunningVerification,
  StartResult,
} from './verify-client.ts'

/** Without an id a start has not succeeded: nothing could be checked or cancelled. */
export function readStart(
  { body }: Answer,
  service: ServiceProfile,
): StartResult | typeof unreadable {
  const verifyId = isRecord(body) ? idFrom(body['verifyId']) : undefined
  if (!isRecord(body) || verifyId === undefined) return unreadable
  const codeLength = numberFrom(body['codeLength'])
  return {
    verifyId,
    price: priceFrom(body['price']),
    serverTime: serverTimeFrom(body, service),
    codeLength: service.codeLengths.find((each) => each === codeLength),
  }
}

/**
 * A 204, or another success without a body. A body may say that it failed, a 202 that it is not
 * done yet, and a redirect may have turned the call into the GET of some page.
 */
export const readDone = ({ status, body, redirected }: Answer): true | typeof unreadable =>
  status === 204 || (status !== 202 && body === undefined && !redirected) ? true : unreadable

/** As above. Where proofs are asked for, a 200 that holds one and nothing else says it too. */
export function readChecked(
  answer: Answer,
  wantsProof: boolean | undefined,
): CheckResult | typeof unreadable | undefined {
  if (readDone(answer) === true) return undefined
  const { status, body, redirected } = answer
  const proof = wantsProof && status === 200 && !redirected ? proofIn(body) : undefined
  return proof === undefined ? unreadable : { proof }
}

export const readCancelled = (answer: Answer): CancelResult | typeof unreadable =>
  answer.status === 202
    ? { deferred: true }
    : readDone(answer) === true
      ? { deferred: false }
      : unreadable

/** Undefined when nothing is running. */
export function readRunning(
  { body }: Answer,
  service: ServiceProfile,
  wantsProof?: boolean,
): RunningVerification | typeof unreadable | undefined {
  if (body === unreadable) return unreadable
  if (!isRecord(body)) return undefined
  const verifyId = idFrom(body['verifyId'])
  const serverTime = serverTimeFrom(body, service)
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
    proof: wantsProof && verified === true ? proofFrom(body['proof']) : undefined,
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

/** A number, also in a string, which TextMagic's own client accepts (verify-api.md 10). */
function priceFrom(value: unknown): number | undefined {
  const price = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof price === 'number' && Number.isFinite(price) ? price : undefined
}
