import type { StartRequest, StartResult } from '@phoneproof/client'
import { answers } from '../answers.ts'
import { releasesOf } from '../limits/counters.ts'
import { serviceFailure } from '../services/service-failure.ts'
import { acceptedAt, expiresAt, writeOf, type Verification } from '../records/verification.ts'
import { about } from './about.ts'
import type { Parts } from './parts.ts'
import type { ReservedStart } from './reserve-start.ts'

const dayMs = 24 * 60 * 60 * 1000

/** Asks the service for what is journalled, and records what it answers. */
export async function askForStart(reserved: ReservedStart, parts: Parts): Promise<Response> {
  const { service, clock, report } = parts
  let result: StartResult
  try {
    result = await parts.pace.measure(() => service.start(requestOf(reserved, parts)))
    assertId(result)
  } catch (thrown) {
    return answerFailure(thrown, reserved, parts)
  }
  const running: Verification = {
    ...reserved.kept.value,
    state: 'running',
    serviceId: result.verifyId,
    answeredAt: clock.now(),
  }
  // Otherwise somebody has taken over, because all this took too long.
  const isSettled = await settle(running, result.price, reserved, parts)
  if (!isSettled) return answers.unavailable()
  report('verify.start', 'info', { outcome: 'sent', ...about(reserved.asked, parts) })
  return startedAnswer(running, parts)
}

/** A client of the host's own may hand on whatever a service said. */
function assertId(result: unknown): void {
  const { verifyId } = Object(result) as { verifyId?: unknown }
  if (typeof verifyId === 'string' && verifyId !== '') return
  throw new Error('The service has named no verification.')
}

/** What a page is told of a start, also when it asks again. */
export function startedAnswer(verification: Verification, parts: Parts): Response {
  const { settings, profile, clock } = parts
  const { id, checks } = verification
  return answers.ok({
    verifyId: id,
    startedAt: acceptedAt(verification),
    expiresAt: expiresAt(verification, profile),
    now: clock.now(),
    codeLength: settings.codeLength,
    attemptsLeft: settings.limits.attemptsPerVerification - checks,
  })
}

/** Nothing of it comes from the page but the number. */
function requestOf({ asked }: ReservedStart, { settings }: Parts): StartRequest {
  const { request, phone, country, address } = asked
  const { brand, codeLength, senderId, workflowId, language } = settings
  const context = { request, phone, country, address, isSuspicious: false }
  return {
    phone,
    brand,
    codeLength,
    senderId,
    workflowId,
    language: typeof language === 'function' ? language(context) : language,
  }
}

/** Records a start that has worked, and counts its price in place of the expected one. */
async function settle(
  running: Verification,
  price: number | undefined,
  { places, counts, reservedAt, asked, kept }: ReservedStart,
  { persist, prices, profile }: Parts,
): Promise<boolean> {
  const paid = prices.learn(asked.country, price)
  const spent = counts.filter(({ isMoney }) => isMoney)
  const more = spent.filter(({ amount }) => paid > amount)
  const less = spent.filter(({ amount }) => paid < amount)
  const { done } = await persist({
    reserve: more.map(({ key, amount }) => ({
      key,
      amount: paid - amount,
      max: Number.POSITIVE_INFINITY,
      windowMs: dayMs,
    })),
    release: less.map(({ key, amount }) => ({ key, amount: amount - paid, reservedAt })),
    writes: [writeOf(places.verification, running, profile, kept)],
  })
  return done
}

async function answerFailure(
  thrown: unknown,
  reserved: ReservedStart,
  parts: Parts,
): Promise<Response> {
  const { clock, profile, persist, report } = parts
  const { kept, places, asked, isRepeated } = reserved
  const { error, mayHaveActed } = serviceFailure(thrown, 'start', clock.now())
  const { kind, retryAt } = error
  const isOurs = kind === 'invalidRequest' || kind === 'unavailable'
  report('verify.start', mayHaveActed || isOurs ? 'error' : 'info', {
    outcome: kind,
    status: error.status ?? 0,
    ...about(asked, parts),
  })
  const waitMs = retryAt === undefined ? undefined : retryAt - clock.now()
  if (mayHaveActed || isRepeated) {
    // A text may be on its way, so nothing is given back, and the number stays taken.
    const value: Verification = { ...kept.value, state: 'unanswered' }
    await persist({ writes: [writeOf(places.verification, value, profile, kept)] })
  } else await giveBack(reserved, parts)
  if (kind === 'invalidPhone') return answers.notServed()
  if (kind === 'active') {
    const heldForMs = expiresAt(kept.value, profile) - clock.now()
    return answers.busy(isRepeated ? heldForMs : waitMs)
  }
  if (kind === 'rateLimited') return answers.tooMany(undefined, waitMs ?? 5000)
  if (kind === 'limitReached') return answers.tooMany('account', waitMs ?? 60_000)
  return answers.unavailable(waitMs)
}

/** Forgets a start with which the service has done nothing. Requests stay counted, texts do not. */
async function giveBack(
  { places, counts, reservedAt, kept }: ReservedStart,
  { persist }: Parts,
): Promise<void> {
  const texts = counts.filter(({ ofTexts }) => ofTexts)
  const { verification, number, current, repeat } = places
  const keys = [number, current, ...(repeat === undefined ? [] : [repeat])]
  const nothing = { value: undefined, ttlMs: 0 }
  await persist({
    release: releasesOf(texts, reservedAt),
    writes: [
      { key: verification, ...nothing, over: kept },
      ...keys.map((key) => ({ key, ...nothing })),
    ],
  })
}
