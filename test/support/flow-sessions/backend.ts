import type { RunningVerification } from '@phoneproof/client'
import type { Simulator } from '@phoneproof/simulator'
import type { Backend } from './actions.ts'
import type { QuickClock } from './quick-clock.ts'

/** A team's own backend in front of the service. */
export interface SessionBackend {
  readonly fetch: typeof globalThis.fetch
  /** What its session knows, if it has one. */
  readonly running: (() => RunningVerification | undefined) | undefined
}

export function createBackend(
  { session, isIdempotent, sendsTime, defersCancel }: Backend,
  simulator: Simulator,
  world: QuickClock,
): SessionBackend {
  /** What was made under an idempotency key, also when the page never heard of it. */
  const made = new Map<string, string>()

  async function start(input: RequestInfo | URL, init: RequestInit): Promise<Response> {
    const key = new Headers(init.headers).get('idempotency-key') ?? ''
    const known = isIdempotent ? made.get(key) : undefined
    if (known !== undefined) return accepted(known)
    const newest = () => simulator.world.latest(`+${phoneIn(init)}`)?.verifyId
    const before = newest()
    const answer = await simulator.fetch(input, init).finally(() => {
      const now = newest()
      if (now !== undefined && now !== before) made.set(key, now)
    })
    const verifyId = made.get(key)
    return answer.ok && verifyId !== undefined && (await isJson(answer))
      ? accepted(verifyId)
      : answer
  }

  function accepted(verifyId: string): Response {
    const startedAt = simulator.world.find(verifyId)?.startedAt
    const times = sendsTime ? { startedAt, now: world.now() } : {}
    return Response.json({ verifyId, price: 0.05, ...times })
  }

  function cancel(input: RequestInfo | URL, init: RequestInit): Promise<Response> {
    // SAFETY: the client asks by an address in text.
    const verifyId = decodeURIComponent((input as string).split('/').at(-1) ?? '')
    const verification = simulator.world.find(verifyId)
    const waitMs = (verification?.startedAt ?? 0) + 30_000 - world.now()
    if (!defersCancel || verification?.state !== 'pending' || waitMs <= 0) {
      return simulator.fetch(input, init)
    }
    world.setTimeout(() => simulator.world.cancel(verifyId), waitMs)
    return Promise.resolve(new Response(null, { status: 202 }))
  }

  function running(): RunningVerification | undefined {
    const ours = simulator.getSnapshot().findLast(({ brand }) => brand === 'Acme')
    if (!ours || world.now() >= ours.startedAt + 300_000) return undefined
    if (ours.state !== 'pending' && ours.state !== 'completed') return undefined
    const { verifyId, phone, codeLength, startedAt } = ours
    return {
      verifyId,
      phone: session === 'number' ? phone : undefined,
      phoneMasked: session === 'mask' ? maskOf(phone) : undefined,
      codeLength,
      serverTime: { startedAt, now: world.now() },
      attemptsLeft: undefined,
      isVerified: ours.state === 'completed',
    }
  }

  return {
    fetch(input, init = {}) {
      if (init.method === 'POST') return start(input, init)
      return init.method === 'DELETE' ? cancel(input, init) : simulator.fetch(input, init)
    },
    running: session === 'none' ? undefined : running,
  }
}

const maskOf = (phone: string): string => `${phone.slice(0, 3)} •••• ••• ${phone.slice(-3)}`

// SAFETY: the client sends JSON as text.
const phoneIn = ({ body }: RequestInit): string =>
  (JSON.parse(body as string) as { phone: string }).phone

const isJson = async (answer: Response): Promise<boolean> =>
  (await answer.clone().text()).startsWith('{')
