import { textMagic, type Clock, type VerifyClient } from '@phoneproof/client'
import { createSteadyClock } from './clock.ts'
import { createAlarm } from './deferred/alarm.ts'
import { sweepDue } from './deferred/due-cancels.ts'
import { createHandler, type RequestContext } from './handler.ts'
import { createPrices } from './limits/prices.ts'
import { proofOf } from './operations/accept.ts'
import { createPace } from './operations/pace.ts'
import { answerLimitMs, type Parts } from './operations/parts.ts'
import type { VerifiedNumber, VerifyServerOptions } from './options.ts'
import { asFact, type VerifiedFact } from './records/verification.ts'
import { createPersistence, createRecords } from './records/records.ts'
import { createProofs } from './proof/issue-proof.ts'
import { createReport } from './report.ts'
import { createSecrets } from './secrets.ts'
import { textMagicService } from './services/text-magic.ts'
import { watchedService } from './services/watched-service.ts'
import { cookieSessions, ownSessions } from './sessions/sessions.ts'
import { settingsOf } from './settings.ts'
import { memoryStore } from './stores/memory.ts'
import { patientStore } from './stores/patient-store.ts'

declare const process: { env: { NODE_ENV?: string } }

/** Whether the server could verify somebody now. */
export interface Health {
  isHealthy: boolean
  /** Whether the store answers. */
  store: 'up' | 'down'
  /** How the last request to the service went. `unknown` before the first. */
  service: 'up' | 'down' | 'unknown'
}

/** The server half. Use `fetch` as the handler of `{basePath}/verify` and what is below it. */
export interface VerifyServer {
  /** Answers a request. Never rejects. */
  fetch(request: Request, context?: RequestContext): Promise<Response>
  /** The number that the session of a request has verified, from the record. */
  verified(request: Request): Promise<VerifiedNumber | undefined>
  /** A proof of that number, for another service. Undefined without `proof`, or once it is too old. */
  issueProof(request: Request): Promise<string | undefined>
  /**
   * Carries out the cancels that are due. A process does so by itself; where there is none between two
   * requests, call it from a cron, at least every 20 seconds.
   */
  sweep(): Promise<{ cancelled: number }>
  health(): Promise<Health>
  /** Stops the timers and closes the store. What is due stays due. */
  close(): Promise<void>
}

/** Makes the server half of phone verification. Throws for options with which it would not be safe. */
export function createVerifyServer(options: VerifyServerOptions): VerifyServer {
  const settings = settingsOf(options)
  const { clock = createSteadyClock() } = options
  const store = patientStore(options.store ?? memoryStore(), clock)
  const secrets = createSecrets(settings.secrets)
  const sessions = options.session
    ? ownSessions(options.session)
    : cookieSessions(secrets, settings.origins)
  const records = createRecords(store, secrets, clock)
  const report = createReport(options.onEvent, clock)
  const service = watchedService(serviceOf(options, clock), clock, answerLimitMs)
  const sweep = (): Promise<{ cancelled: number }> => sweepDue(store, parts)
  const alarm = createAlarm(clock, sweep)
  const parts: Parts = {
    settings,
    service,
    profile: service.service ?? textMagic,
    records,
    persist: createPersistence(records, clock),
    secrets,
    clock,
    prices: createPrices(),
    pace: createPace(clock),
    proofs: options.proof && createProofs(options.proof, clock),
    report,
    wakeAt: alarm.wakeAt,
  }

  const handler = createHandler(parts, sessions, options.address)
  if (!options.store) warnAboutMemory()

  async function factOf(
    request: Request,
  ): Promise<(VerifiedFact & { session: string }) | undefined> {
    const session = await sessions.of(request)
    if (!session.isKnown) return undefined
    const key = records.keyOf('verified', session.id, settings.purpose)
    const fact = asFact((await records.read(key))[0])?.value
    return fact && { ...fact, session: session.id }
  }

  return {
    fetch: handler,

    async verified(request) {
      const fact = await factOf(request)
      const { purpose } = settings
      return fact && { phone: fact.phone, verifiedAt: fact.verifiedAt, purpose }
    },

    async issueProof(request) {
      const fact = await factOf(request)
      return fact && proofOf(fact, fact.session, parts)
    },

    sweep,

    async health() {
      const isUp = await store.read(['health'], clock.now()).then(
        () => true,
        () => false,
      )
      const state = service.state()
      return { isHealthy: isUp && state !== 'down', store: isUp ? 'up' : 'down', service: state }
    },

    async close() {
      alarm.stop()
      await store.close()
    },
  }
}

function serviceOf({ service, credentials }: VerifyServerOptions, clock: Clock): VerifyClient {
  if (service) return service
  if (credentials) return textMagicService(credentials, clock)
  throw new Error('settingsOf lets no options pass that have neither.')
}

function warnAboutMemory(): void {
  try {
    if (process.env.NODE_ENV !== 'production') return
  } catch {
    // A runtime without `process` does not say what it is.
    return
  }
  // oxlint-disable-next-line no-console -- speaks to whoever runs the server
  console.warn(
    '[phoneproof] createVerifyServer() keeps everything in memory, because it was given no store. ' +
      'After a restart limits begin anew, running verifications are lost, and promised cancels are ' +
      'forgotten; two instances know nothing of each other. ' +
      'Give it sqliteStore() of @phoneproof/server/sqlite, or redisStore() of @phoneproof/server/redis.',
  )
}
