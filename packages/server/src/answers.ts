// Everything that a page is told. No answer says more than its row in the README.

export type Scope = 'number' | 'address' | 'session' | 'account'

const headers = (retryAfterMs?: number): Record<string, string> => ({
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  ...(retryAfterMs !== undefined && {
    'retry-after': String(Math.max(1, Math.ceil(retryAfterMs / 1000))),
  }),
})

const json = (status: number, body: object, retryAfterMs?: number): Response =>
  Response.json(body, { status, headers: headers(retryAfterMs) })

const failure = (status: number, message: string, more: object = {}, retryAfterMs?: number) =>
  json(status, { code: status, message, errors: null, ...more }, retryAfterMs)

const invalid = (status: number, field: string, message: string, more: object = {}): Response =>
  failure(status, 'Validation Failed', {
    errors: { common: [], fields: { [field]: [message] } },
    ...more,
  })

export const answers = {
  ok: (body: object): Response => json(200, body),
  done: (): Response => new Response(null, { status: 204, headers: headers() }),
  deferred: (cancelAt: number): Response => json(202, { cancelAt }),

  badRequest: (message: string): Response => failure(400, message),
  noSession: (): Response => failure(401, 'There is no session.'),
  notAllowed: (): Response => failure(403, 'Requests from there are not answered.'),
  unknownPath: (): Response => failure(404, 'Resource does not exist.'),
  methodNotAllowed: (): Response => failure(405, 'Method Not Allowed'),
  tooLarge: (): Response => failure(413, 'The body is too large.'),
  notJson: (): Response => failure(415, 'The body must be JSON.'),
  notServed: (): Response => invalid(422, 'phone', 'This number is not served.'),
  notValid: (field: string): Response => invalid(400, field, 'This value is not valid.'),

  busy: (retryAfterMs: number | undefined): Response =>
    failure(409, 'A verification of this number is in progress.', {}, retryAfterMs),
  wrongCode: (attemptsLeft: number): Response =>
    invalid(400, 'code', 'The code is not correct.', { attemptsLeft }),
  locked: (): Response =>
    failure(423, 'Too many codes were wrong. This verification is over.', { attemptsLeft: 0 }),
  /** For what has ended, is somebody else's, or never was: one answer for all three. */
  notActive: (): Response => failure(404, 'There is no such verification.'),
  notCancellable: (): Response => failure(400, 'The verification cannot be cancelled any more.'),
  tooMany: (scope: Scope | undefined, retryAfterMs: number): Response =>
    failure(429, 'Too Many Requests', scope === undefined ? {} : { scope }, retryAfterMs),
  botCheckNeeded: (): Response => failure(428, 'A bot check is needed.', { reason: 'bot_check' }),
  unavailable: (retryAfterMs = 5000): Response =>
    failure(503, 'The service cannot be reached.', {}, retryAfterMs),
} as const
