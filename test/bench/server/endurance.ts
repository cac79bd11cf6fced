import { setImmediate } from 'node:timers/promises'
import { VerifyError, type Clock, type VerifyClient } from '@phoneproof/client'
import { createVerifyServer, type Store, type VerifyServer } from '@phoneproof/server'
import { unreachable } from './limits.ts'
import {
  addressOf,
  cancelRequest,
  checkRequest,
  cookieOf,
  currentRequest,
  notThe,
  serverOptions,
  startRequest,
} from './people.ts'

const theCode = '042137'

/** Answers at once and keeps nothing, so that what is held is held by the server. */
const service: VerifyClient = {
  start: async () => ({ verifyId: crypto.randomUUID(), price: 0.05, serverTime: undefined }),
  async check({ code }) {
    if (code === theCode) return
    throw new VerifyError('wrong', { kind: 'wrongCode', operation: 'check', status: 400 })
  },
  cancel: async () => ({ deferred: false }),
}

/** A server whose timers never run: what is due waits for `sweep`. */
function createServer(store: Store): { server: VerifyServer; pass: (ms: number) => void } {
  let now = Date.UTC(2026, 10, 23, 9, 41)
  const clock: Clock = { now: () => now, setTimeout: () => undefined, clearTimeout: () => {} }
  return {
    server: createVerifyServer({ ...serverOptions, limits: unreachable, store, clock, service }),
    pass: (ms) => void (now += ms),
  }
}

async function start(server: VerifyServer, n: number) {
  const response = await server.fetch(startRequest(n), { address: addressOf(n) })
  const { verifyId } = (await response.json()) as { verifyId: string }
  return { verifyId, cookie: cookieOf(response) }
}

/** In MB, after all that can be collected was. */
function heap(): number {
  if (!globalThis.gc) throw new Error('Run it with --expose-gc.')
  globalThis.gc()
  return process.memoryUsage().heapUsed / 1e6
}

/** One verification each ten seconds, twelve days long: MB before, and after each tenth. */
export async function heapOver(verifications: number, store: Store): Promise<number[]> {
  const { server, pass } = createServer(store)
  const send = (request: Request) => server.fetch(request)
  const held = [heap()]
  for (let n = 1; n <= verifications; n += 1) {
    const { verifyId, cookie } = await start(server, n)
    await send(checkRequest(verifyId, notThe(theCode), cookie))
    const { status } = await send(checkRequest(verifyId, theCode, cookie))
    await send(currentRequest(cookie))
    if (status !== 204) throw new Error(`The right code was answered with ${status}.`)
    pass(10_000)
    if (n % (verifications / 10) === 0) held.push(heap())
  }
  await server.close()
  return held
}

export interface Sweep {
  /** KB for each pending verification. */
  kilobytes: number
  cancelled: number
  /** In ms. */
  took: number
  /** The longest that this process has worked without letting anything else have its turn, in ms. */
  longestPause: number
}

/** Half of those that are pending were cancelled too early, and are due now. */
export async function sweepOf(pending: number, store: Store): Promise<Sweep> {
  const { server, pass } = createServer(store)
  const before = heap()
  for (let n = 0; n < pending; n += 1) {
    const { verifyId, cookie } = await start(server, n)
    if (n % 2 === 0) await server.fetch(cancelRequest(verifyId, cookie))
  }
  const kilobytes = ((heap() - before) / pending) * 1000
  pass(40_000)
  const begin = performance.now()
  const sweep = server.sweep()
  const longestPause = await longestPauseOf(sweep)
  const took = performance.now() - begin
  const { cancelled } = await sweep
  await server.close()
  return { kilobytes, cancelled, took, longestPause }
}

/** By the processor's time: that of other processes is not ours. */
async function longestPauseOf(work: Promise<unknown>): Promise<number> {
  const worked = (): number => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  let isOver = false
  const over = work.finally(() => (isOver = true))
  let longest = 0
  for (let last = worked(); !isOver; last = worked()) {
    await setImmediate()
    longest = Math.max(longest, worked() - last)
  }
  await over
  return longest
}
