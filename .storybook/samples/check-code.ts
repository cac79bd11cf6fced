import { createVerifyClient, isVerifyError, type VerifyErrorKind } from '@phoneproof/client'

/** What a session is verifying. It is written by your start, and the page gets none of it. */
export interface PhoneVerification {
  phone: string
  verifyId: string
  /** Codes that were asked about. */
  attempts: number
  /** Until then a check is under way. */
  busyUntil: number
  verified?: { code: string; at: number; purpose: string }
}

export interface SessionStore {
  find(session: string): Promise<PhoneVerification | undefined>
  /**
   * Writes `after` if `before` still stands, in one step, and says whether it did. In SQL that is an
   * `UPDATE … WHERE session = ? AND version = ?`, in Redis a script.
   */
  replace(session: string, before: PhoneVerification, after: PhoneVerification): Promise<boolean>
}

const maxAttempts = 5
const repeatableForMs = 5 * 60_000
/** Longer than a check can take. */
const busyForMs = 10_000

const service = createVerifyClient({
  baseUrl: 'https://rest.textmagic.com/api/v2',
  headers: {
    'X-TM-Username': process.env['TEXTMAGIC_USERNAME'] ?? '',
    'X-TM-Key': process.env['TEXTMAGIC_KEY'] ?? '',
  },
  timeoutMs: 8_000,
})

/** `PUT /verify`. All that it takes from the request is the code; the rest is what the session started. */
export async function checkCode(
  request: Request,
  session: string,
  store: SessionStore,
): Promise<Response> {
  // A form of another site cannot send this header.
  if (request.headers.get('x-requested-with') !== 'phoneproof') return answer(403)
  const code = await codeIn(request)
  if (code === undefined) return answer(400)
  const found = await store.find(session)
  if (!found) return answer(404)
  const { phone, verifyId, attempts, busyUntil, verified } = found
  if (verified) {
    // The answer to the first check may have been lost.
    const isRepeat = code === verified.code && Date.now() < verified.at + repeatableForMs
    return answer(isRepeat ? 204 : 410)
  }
  if (attempts >= maxAttempts) return answer(423, { attemptsLeft: 0 })
  if (Date.now() < busyUntil) return answer(429, {}, { 'retry-after': '1' })
  // Counted before the service is asked, and by one request at a time: of 900 guesses sent at once
  // one is asked about, and not 900.
  const claimed = { phone, verifyId, attempts: attempts + 1, busyUntil: Date.now() + busyForMs }
  if (!(await store.replace(session, found, claimed))) {
    return answer(429, {}, { 'retry-after': '1' })
  }

  const failure = await service.check({ verifyId, code }).then(
    () => undefined,
    (error: unknown) => (isVerifyError(error) ? error.kind : 'uncertain'),
  )
  const judged = { ...claimed, busyUntil: 0 }
  if (failure) {
    await store.replace(session, claimed, judged)
    const attemptsLeft = maxAttempts - judged.attempts
    return answer(statuses[failure] ?? 503, failure === 'wrongCode' ? { attemptsLeft } : {})
  }
  // The number is the one that this session started, never one that the page names. It is gone from
  // the session when a new number was started meanwhile.
  const success = { code, at: Date.now(), purpose: 'sign-up' }
  const isRecorded = await store.replace(session, claimed, { ...judged, verified: success })
  return answer(isRecorded ? 204 : 410)
}

/** What the page is told. It must learn that a code has expired, and not that it was wrong. */
const statuses: Partial<Record<VerifyErrorKind, number>> = {
  wrongCode: 400,
  notActive: 410,
  locked: 423,
  rateLimited: 429,
  unavailable: 403,
}

async function codeIn(request: Request): Promise<string | undefined> {
  const body: unknown = await request.json().catch(() => undefined)
  const code = Object(body) as { code?: unknown }
  return typeof code.code === 'string' && /^\d{6}$/.test(code.code) ? code.code : undefined
}

function answer(status: number, body: object = {}, headers: Record<string, string> = {}): Response {
  const all = { ...headers, 'cache-control': 'no-store' }
  return status === 204
    ? new Response(null, { status, headers: all })
    : Response.json(body, { status, headers: all })
}
