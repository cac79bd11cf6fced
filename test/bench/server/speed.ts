import { median } from '../median.ts'
import {
  addressOf,
  checkRequest,
  cookieOf,
  currentRequest,
  notThe,
  phoneOf,
  startRequest,
} from './people.ts'
import type { Side } from './sides.ts'

/** What all sides can do. The service has no `current`. */
const shared = ['start', 'wrong check', 'right check'] as const
type Kind = (typeof shared)[number] | 'current'

/** In µs, of each request. */
type Times = Record<Kind, number[]>

const verificationsARound = 40
/** Until everything is compiled. */
const warmUps = 30
const rounds = 31

export interface Speed {
  side: Side
  /** Medians, in µs. */
  of: Record<Kind, number>
  /** How many times as long as the first side it takes for what all can do: the median of all rounds. */
  ratio: number
}

/** In each round all sides have their turn, so that what the machine does meanwhile meets all of them. */
export async function compare(sides: readonly Side[]): Promise<Speed[]> {
  const taken = sides.map((): Times[] => [])
  for (let round = 0; round < warmUps + rounds; round += 1) {
    for (const [index, side] of sides.entries()) {
      const times = await playRound(side, round * verificationsARound)
      if (round >= warmUps) taken[index]?.push(times)
    }
  }
  const [first = []] = taken
  return sides.map((side, index) => {
    const all = taken[index] ?? []
    const of = (kind: Kind): number => median(all.map((times) => median(times[kind])))
    const ratios = all.map((times, round) => total(times) / total(first[round] ?? times))
    return {
      side,
      of: {
        start: of('start'),
        'wrong check': of('wrong check'),
        'right check': of('right check'),
        current: of('current'),
      },
      ratio: median(ratios),
    }
  })
}

const total = (times: Times): number => shared.reduce((sum, kind) => sum + median(times[kind]), 0)

async function playRound({ fetch, service }: Side, first: number): Promise<Times> {
  const times: Times = { start: [], 'wrong check': [], 'right check': [], current: [] }
  for (let n = first; n < first + verificationsARound; n += 1) {
    const context = { address: addressOf(n) }
    const timed = async (kind: Kind, request: Request, status: number) => {
      const begin = performance.now()
      const response = await fetch(request, context)
      const body = await response.text()
      times[kind].push((performance.now() - begin) * 1000)
      if (response.status === status) return { body, cookie: cookieOf(response) }
      throw new Error(`A ${kind} was answered with ${response.status}: ${body}`)
    }
    const { body, cookie } = await timed('start', startRequest(n), 200)
    const { verifyId } = JSON.parse(body) as { verifyId: string }
    const code = service.simulator.lastCode(phoneOf(n)) ?? ''
    await timed('wrong check', checkRequest(verifyId, notThe(code), cookie), 400)
    await timed('right check', checkRequest(verifyId, code, cookie), 204)
    if (cookie !== undefined) await timed('current', currentRequest(cookie), 200)
  }
  await service.forget()
  return times
}
