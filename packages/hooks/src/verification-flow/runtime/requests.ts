import { proofIn, toVerifyError, type Clock, type VerifyError } from '@phoneproof/client'
import type { QueryClient } from '@tanstack/react-query'
import { safely } from '../../lib/safely.ts'
import { idempotencyKeyOf } from './start-id.ts'
import { isSameNumber, maskFits } from './phone-match.ts'
import { id, isOf, readServerTime, readVerification } from './read-value.ts'
import { failureIn, runMutation, type Changing } from './run-mutation.ts'
import { startBounds, deadlinesOf, type Verification } from '../machine/deadlines.ts'
import type { FlowConfig } from './flow-config.ts'
import type { UndatedAction } from '../machine/flow-action.ts'
import type { Start } from '../machine/flow-state.ts'

interface RequestsOptions {
  clock: Clock
  queryClient: QueryClient
  config: () => FlowConfig
  send: (event: UndatedAction) => void
  /** Whether another tab runs a verification of this number. */
  askTabs: (phone: string) => Promise<Verification | undefined> | undefined
  /** A fault of the set-up, which the person cannot mend. */
  onFault: (error: Error, meaning: VerifyError) => void
}

/** The requests of a flow. Each sends an action with its outcome, however late. */
export interface Requests {
  start(start: Start, token: number): Promise<void>
  check(verification: Verification, code: string): Promise<void>
  cancel(verifyId: string): Promise<void>
  /** After a check without an answer. A backend with a session may know its outcome. */
  confirm(verification: Verification): Promise<void>
}

export function createRequests(options: RequestsOptions): Requests {
  const { clock, queryClient, config, send, askTabs, onFault } = options
  /** Ids whose cancel was confirmed. Another tab, or the backend's session, may not know yet. */
  const ended = new Set<string>()

  const run = <Result>(operation: Changing, call: () => Promise<Result>): Promise<Result> =>
    runMutation(queryClient, operation, async () => {
      const answer = await call()
      const failure = await failureIn(answer, operation, config().errorRules, clock.now())
      if (failure) throw failure
      return answer
    })

  function understand(thrown: unknown, operation: Changing): VerifyError {
    const error = toVerifyError(thrown, operation, config().errorRules, clock.now())
    if (error.kind === 'unavailable' || error.kind === 'invalidRequest') {
      onFault(thrown instanceof Error ? thrown : error, error)
    }
    return error
  }

  async function start(start: Start, token: number): Promise<void> {
    const { phone, firstSentAt } = start
    const sentAt = clock.now()
    const { client, settings, brand, language, senderId, workflowId } = config()
    const { codeLength, terms } = settings
    const request = { phone, brand, codeLength, language, senderId, workflowId }
    const call = () => client.start(request, { idempotencyKey: idempotencyKeyOf(start) })
    try {
      const result = await run('start', call)
      // A client of a team's own may resolve with anything. Without an id nothing else works.
      const verifyId = safely(() => id(String(result?.verifyId ?? ''), 0))
      if (verifyId === undefined)
        throw new Error('[phoneproof] client.start() resolved without a verifyId.')
      // The answer came after its verification had been cancelled.
      if (ended.has(verifyId)) return send({ type: 'START_ENDED', token })
      const serverTime = readServerTime(result.serverTime, terms)
      const bounds = startBounds(sentAt, clock.now(), serverTime, terms, firstSentAt)
      // The backend may decide how many digits a code has.
      const decided = config().service.codeLengths.find((each) => each === result.codeLength)
      const verification = { ...bounds, verifyId, phone, codeLength: decided ?? codeLength, terms }
      send({ type: 'START_OK', token, verification })
    } catch (thrown) {
      const error = understand(thrown, 'start')
      if (error.kind !== 'active') return send({ type: 'START_FAILED', token, error })
      const verification = (await ofSession(phone)) ?? (await askTabs(phone))
      if (verification && isAlive(verification)) send({ type: 'ADOPT', token, verification })
      else send({ type: 'START_CONFLICT', token })
    }
  }

  const isAlive = (verification: Verification): boolean =>
    clock.now() < deadlinesOf(verification).expiresAt && !ended.has(verification.verifyId)

  async function ask() {
    try {
      return await config().client.resume?.()
    } catch {
      return undefined
    }
  }

  /** The verification that runs for this session, if it is of this number. */
  async function ofSession(phone: string): Promise<Verification | undefined> {
    const askedAt = clock.now()
    const running = await ask()
    const { terms, codeLength } = config().settings
    const serverTime = readServerTime(running?.serverTime, terms)
    if (!running || !serverTime) return undefined
    const { verifyId, phoneMasked = '' } = running
    const isOurs =
      running.phone === undefined
        ? maskFits(phoneMasked, phone)
        : isSameNumber(running.phone, phone)
    const now = clock.now()
    const given = {
      ...startBounds(askedAt, now, serverTime, terms),
      verifyId,
      phone,
      codeLength: running.codeLength ?? codeLength,
      terms,
    }
    const found = safely(() => readVerification(given, now))
    if (!found || !isOurs || running.isVerified === true) return undefined
    return isOf(config().service, found) && isAlive(found) ? found : undefined
  }

  return {
    start,
    async check(verification, code) {
      const { verifyId } = verification
      try {
        let proof: string | undefined
        await run('check', async () => {
          const answer = await config().client.check({ verifyId, code })
          proof = proofIn(answer)
          // The app's QueryClient, and whatever logs its mutations, does not see it.
          return proof ? undefined : answer
        })
        send({ type: 'CHECK_OK', verification, proof })
      } catch (thrown) {
        send({ type: 'CHECK_FAILED', verifyId, code, error: understand(thrown, 'check') })
      }
    },
    async cancel(verifyId) {
      try {
        await run('cancel', () => config().client.cancel({ verifyId }))
      } catch (thrown) {
        const error = understand(thrown, 'cancel')
        // Otherwise nothing is alive under this id, as the cancel asked for.
        if (error.kind !== 'notActive') return send({ type: 'CANCEL_FAILED', verifyId, error })
      }
      ended.add(verifyId)
      send({ type: 'CANCEL_OK', verifyId })
    },
    async confirm(verification) {
      const running = await ask()
      // A client of a team's own may say anything here. Only this is a success.
      if (running?.isVerified === true && running.verifyId === verification.verifyId) {
        send({ type: 'CHECK_OK', verification, proof: proofIn({ proof: running.proof }) })
      }
    },
  }
}
