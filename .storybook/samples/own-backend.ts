import { createHmac } from 'node:crypto'
import { createVerifyClient, systemClock, type Clock } from '@phoneproof/client'
import { answer, failed, gone, invalid, isForeign, kindOf, readBody } from './own-backend-http.ts'

/** What one start has become. The page gets `id`, and never `serviceId`. Times are in ms. */
export interface Verification {
  id: string
  serviceId: string
  phone: string
  session: string
  /** The `Idempotency-Key` of its start. */
  key: string
  state: 'asking' | 'running' | 'cancelling' | 'over' | 'verified'
  startedAt: number
  /** Until then the service is being asked. */
  busyUntil: number
  attempts: number
  verifiedAt: number
  /** Stands for the right code, which is not kept. */
  codeTag: string
}

/** A row for each number and for each session. Forget them an hour after their last change. */
export interface Store {
  /**
   * Reads the row of a number, keeps what `step` makes of it, and lets nobody in between: in SQL a
   * transaction with `SELECT … FOR UPDATE`.
   */
  change<T>(phone: string, step: (row: Verification[]) => T): Promise<T>
  phonesOf(session: string): Promise<readonly string[]>
  /** Adds a number unless there are `most` others, in one step. Says whether it is there. */
  addPhone(session: string, phone: string, most: number): Promise<boolean>
}

export interface BackendOptions {
  store: Store
  /** Who asks: by your login, or a signed cookie. */
  sessionOf: (request: Request) => Promise<string | undefined>
  /** The origin of your pages. */
  origin: string
  /** 32 random bytes. */
  secret: string
  serviceUrl?: string
  clock?: Clock
}

const path = '/api/v2/verify'
/** UK mobiles, not 070 and 076, which cost more. For more countries take libphonenumber-js. */
const served = /^\+447[1-57-9]\d{8}$/
const text = { brand: 'Acme', codeLength: 6, language: 'en-gb' } as const
/** Three codes an hour, with five attempts each: 15 guesses at a number, whoever makes them. */
const maxStarts = 3
const maxAttempts = 5
const maxPhones = 10
const hourMs = 3_600_000
const codeMs = 300_000
const cancelMs = 30_000
const serviceMs = 8000
const verifiedMs = 1_800_000

/** For one process, one purpose, and the mobile numbers of one country. */
export function createBackend(options: BackendOptions) {
  const { store, sessionOf, secret, serviceUrl, clock = systemClock } = options
  const service = createVerifyClient({
    baseUrl: serviceUrl ?? 'https://rest.textmagic.com/api/v2',
    headers: {
      'X-TM-Username': process.env['TEXTMAGIC_USERNAME'] ?? '',
      'X-TM-Key': process.env['TEXTMAGIC_KEY'] ?? '',
    },
    timeoutMs: serviceMs,
    clock,
    // A redirect would carry the key elsewhere.
    fetch: (input, init) => fetch(input, { ...init, redirect: 'manual' }),
  })

  const isLive = (each: Verification) => clock.now() < each.startedAt + codeMs
  const isOpen = (each: Verification) =>
    each.state === 'running' && each.attempts < maxAttempts && isLive(each)
  const isVerified = (each: Verification, forMs: number) =>
    each.state === 'verified' && clock.now() < each.verifiedAt + forMs

  const save = ({ phone, id }: Verification, news: Partial<Verification>) =>
    store.change(phone, (row) => void Object.assign(row.find((each) => each.id === id) ?? {}, news))

  /** The newest first. An id proves nothing: it is looked up among these. */
  async function startedBy(session: string): Promise<Verification[]> {
    const read = (phone: string) =>
      store.change(phone, (row) => row.filter((each) => each.session === session))
    const rows = await Promise.all((await store.phonesOf(session)).map(read))
    return rows.flat().sort((one, other) => other.startedAt - one.startedAt)
  }

  const about = ({ id, startedAt, attempts }: Verification): object => ({
    verifyId: id,
    startedAt,
    expiresAt: startedAt + codeMs,
    now: clock.now(),
    codeLength: text.codeLength,
    attemptsLeft: maxAttempts - attempts,
  })

  async function start(session: string, key: string, digits: unknown): Promise<Response> {
    const phone = `+${String(digits)}`
    if (typeof digits !== 'string' || !served.test(phone)) return invalid('phone')
    const isAdded = await store.addPhone(session, phone, maxPhones)
    if (!isAdded) return answer(429, { scope: 'session' }, hourMs)
    const [id, now] = [crypto.randomUUID(), clock.now()]
    const who = { id, phone, session, key, serviceId: '', codeTag: '' }
    const times = { startedAt: now, busyUntil: now + serviceMs, verifiedAt: 0 }
    const mine: Verification = { ...who, ...times, state: 'asking', attempts: 0 }
    // Written down before it is sent: of all that ask at once, one finds the number free.
    for (;;) {
      const found = await store.change(phone, (row) => take(row, mine))
      if (found instanceof Response) return found
      if (found.id === id) break
      if (found.state !== 'asking') return answer(200, about(found))
      if (clock.now() > found.busyUntil) return failed('uncertain')
      await new Promise<void>((resolve) => void clock.setTimeout(resolve, 100))
    }
    try {
      const { verifyId: serviceId } = await service.start({ phone, ...text })
      const news = { serviceId, state: 'running', startedAt: clock.now(), busyUntil: 0 } as const
      await save(mine, news)
      return answer(200, about({ ...mine, ...news }))
    } catch (error) {
      const kind = kindOf(error)
      // A text may have been sent: the number stays taken for as long as its code would live.
      await save(mine, kind === 'uncertain' ? { busyUntil: 0 } : { state: 'over', startedAt: 0 })
      return kind === 'invalidPhone' ? invalid('phone') : failed(kind)
    }
  }

  /** What is known of a start already, or why it may not be, or itself: then it has the number. */
  function take(row: Verification[], mine: Verification): Verification | Response {
    const now = clock.now()
    const known = row.find(
      (each) =>
        each.session === mine.session &&
        ((each.key === mine.key && each.startedAt > 0) || isOpen(each)),
    )
    if (known) return known
    const holder = row.find((each) => !['over', 'verified'].includes(each.state) && isLive(each))
    if (holder) {
      const forMs = holder.state === 'cancelling' ? cancelMs : codeMs
      return answer(409, {}, holder.startedAt + forMs - now)
    }
    const recent = row.filter(({ startedAt }) => startedAt > now - hourMs)
    const [first = mine] = recent
    if (recent.length >= maxStarts) {
      return answer(429, { scope: 'number' }, first.startedAt + hourMs - now)
    }
    row.splice(0, row.length, ...recent, mine)
    return mine
  }

  async function check(session: string, code: unknown, verifyId: unknown): Promise<Response> {
    if (typeof code !== 'string' || !/^\d{6}$/.test(code)) return invalid('code')
    const found = (await startedBy(session)).find(({ id }) => id === verifyId)
    if (!found) return gone()
    const codeTag = createHmac('sha256', secret)
      .update(found.id + code)
      .digest('hex')
    // Counted before the service is asked, one at a time: of 900 guesses at once it hears of one.
    const left = await store.change(found.phone, (row) => {
      const each = row.find(({ id }) => id === found.id)
      // The first answer to the right code may have been lost.
      if (each && isVerified(each, codeMs)) return each.codeTag === codeTag ? answer(204) : gone()
      if (each?.state !== 'running') return gone()
      if (each.attempts >= maxAttempts) return answer(423, { attemptsLeft: 0 })
      if (clock.now() < each.busyUntil) return answer(429, {}, 1000)
      each.busyUntil = clock.now() + serviceMs
      each.attempts += 1
      return maxAttempts - each.attempts
    })
    if (left instanceof Response) return left
    try {
      await service.check({ verifyId: found.serviceId, code })
    } catch (error) {
      const kind = kindOf(error)
      const isLast = kind === 'locked' || (kind === 'wrongCode' && left === 0)
      await save(found, { busyUntil: 0, ...(isLast && { attempts: maxAttempts }) })
      if (isLast) return answer(423, { attemptsLeft: 0 })
      return kind === 'wrongCode' ? invalid('code', { attemptsLeft: left }) : failed(kind)
    }
    await save(found, { state: 'verified', verifiedAt: clock.now(), codeTag })
    return answer(204)
  }

  async function cancel(session: string, verifyId: string): Promise<Response> {
    const found = (await startedBy(session)).find(({ id }) => id === verifyId)
    if (!found) return gone()
    const cancelAt = found.startedAt + cancelMs
    const state = await store.change(found.phone, (row) => {
      const each = row.find(({ id }) => id === verifyId)
      const before = each?.state
      if (each && before === 'running') each.state = 'cancelling'
      return before
    })
    if (state === 'cancelling') return answer(202, { cancelAt })
    if (state !== 'running') return gone()
    return clock.now() < cancelAt ? cancelLater(found, cancelAt) : cancelNow(found)
  }

  // A timer dies with its process: then the promise is broken, and the phone rings. To keep it over
  // restarts, and with several instances, keep in the store what is due, and let one of them claim it.
  function cancelLater(found: Verification, cancelAt: number): Response {
    const again = () => cancelLater(found, clock.now() + 5000)
    const carryOut = () => void cancelNow(found).catch(again)
    if (isLive(found)) clock.setTimeout(carryOut, cancelAt - clock.now())
    return answer(202, { cancelAt })
  }

  async function cancelNow(found: Verification): Promise<Response> {
    const { phone, serviceId: verifyId } = found
    const kind = await service.cancel({ verifyId }).then(() => 'done' as const, kindOf)
    const isTooLate = kind === 'notCancellable'
    const isSettled = isTooLate || kind === 'done' || kind === 'notActive'
    if (!isSettled) return cancelLater(found, clock.now() + 5000)
    await store.change(phone, (row) => {
      const each = row.find(({ id }) => id === found.id)
      // A check that was under way may have found the code right.
      if (each?.state === 'cancelling') each.state = isTooLate ? 'running' : 'over'
    })
    return answer(isTooLate ? 400 : 204)
  }

  async function current(session: string): Promise<Response> {
    const own = await startedBy(session)
    const found = own.find((each) => isOpen(each) || isVerified(each, codeMs))
    if (!found) return answer(204)
    const { phone, state } = found
    return answer(200, { ...about(found), phone, verified: state === 'verified' })
  }

  async function route(request: Request): Promise<Response> {
    if (isForeign(request, options.origin)) return answer(403)
    const session = await sessionOf(request)
    if (session === undefined) return answer(401)
    const { method, headers, url } = request
    const { pathname } = new URL(url)
    if (method === 'GET' && pathname === `${path}/current`) return current(session)
    const [, id] = /^\/api\/v2\/verify\/([0-9a-f-]{36})$/.exec(pathname) ?? []
    if (method === 'DELETE' && id !== undefined) return cancel(session, id)
    if (pathname !== path || !['POST', 'PUT'].includes(method)) return gone()
    const body = await readBody(request)
    if (body instanceof Response) return body
    if (method === 'PUT') return check(session, body['code'], body['verifyId'])
    return start(session, headers.get('idempotency-key') ?? crypto.randomUUID(), body['phone'])
  }

  return {
    /** Where the store is gone nothing is sent, and no code is right. */
    fetch: (request: Request): Promise<Response> =>
      route(request).catch((error: unknown) => {
        console.error('Phone verification:', error)
        return failed('uncertain')
      }),
    /** The number that a session has verified: the one of the row, never one that a page names. */
    verified: async (session: string): Promise<Verification | undefined> =>
      (await startedBy(session)).find((each) => isVerified(each, verifiedMs)),
  }
}
