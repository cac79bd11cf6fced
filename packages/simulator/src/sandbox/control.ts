import type { RunningClock } from '../running-clock.ts'
import { scenarioNames } from '../scenarios.ts'
import type { Simulator } from '../simulator.ts'
import { readFault } from './read-fault.ts'

/** The path of the control endpoints, which are no part of the service. */
export const controlPath = '/_simulator'

interface Controlled {
  simulator: Simulator
  clock: RunningClock
}

type Control = (world: Controlled, body: Record<string, unknown>, query: URLSearchParams) => unknown

/** Thrown by a control that cannot do what it was asked. Its message is the answer. */
class Refusal extends Error {}

/** The controls, by method and path. What one returns is the answer; nothing becomes a 204. */
const controls: Readonly<Record<string, Control>> = {
  'GET /handset': ({ simulator }) => simulator.handset.getSnapshot(),
  'GET /requests': ({ simulator }) => simulator.requests.getSnapshot(),
  'GET /clock': ({ clock }) => ({ now: clock.now(), speed: clock.speed }),
  'GET /code': ({ simulator }, _body, query) => {
    const phone = query.get('phone') ?? ''
    // An unescaped plus arrives as a space.
    const code = simulator.lastCode(phone.replace(/^[+ ]?/, '+'))
    if (code === undefined) throw new Refusal(`There is no code for ?phone=${phone}.`)
    return { code }
  },
  'POST /clock': ({ clock }, { speed }) => {
    if (typeof speed !== 'number' || !(speed >= 0)) {
      throw new Refusal(
        '"speed" is how many simulated seconds pass per real second. 0 holds the clock still.',
      )
    }
    clock.speed = speed
    return { now: clock.now(), speed }
  },
  'POST /advance': async ({ clock }, { by }) => {
    if (typeof by !== 'number' && typeof by !== 'string') {
      throw new Refusal('"by" is how far to move: milliseconds, or text such as "1m30s".')
    }
    await refusing(async () => clock.advance(by))
    return { now: clock.now(), speed: clock.speed }
  },
  'POST /accept': ({ simulator }, { id }) => simulator.handset.accept(callOf(simulator, id)),
  'POST /decline': ({ simulator }, { id }) => simulator.handset.decline(callOf(simulator, id)),
  'POST /fault': ({ simulator }, body) => {
    const fault = readFault(body)
    if (typeof fault === 'string') throw new Refusal(fault)
    simulator.faults.next(fault)
  },
  'POST /scenario': ({ simulator }, { name }) => {
    simulator.setScenario(scenarioOf('name', name))
    return { scenario: simulator.scenario }
  },
  'POST /reset': ({ simulator }, { scenario }) =>
    simulator.reset(scenario === undefined ? undefined : scenarioOf('scenario', scenario)),
}

/**
 * The answer to a request for a control endpoint. Undefined when it is for something else. Controls
 * are for tools on this machine; other machines need `openControl`. Pages on another origin, which
 * their `Origin` header gives away, are always refused.
 */
export async function answerControl(
  request: Request,
  { mayControl, ...world }: Controlled & { mayControl: boolean },
): Promise<Response | undefined> {
  const { pathname, searchParams, origin } = new URL(request.url)
  if (!pathname.startsWith(`${controlPath}/`)) return undefined
  if (!mayControl) return answer(403, 'Controls answer this machine only. See --open-control.')
  if ((request.headers.get('origin') ?? origin) !== origin) {
    return answer(403, 'Controls do not answer pages on another origin.')
  }
  const name = `${request.method} ${pathname.slice(controlPath.length)}`
  const control = Object.hasOwn(controls, name) ? controls[name] : undefined
  if (!control) {
    const all = Object.keys(controls).join(', ')
    return answer(404, `There is no control ${name}. The controls are: ${all}.`)
  }
  try {
    const result = await control(world, await bodyOf(request), searchParams)
    return result === undefined ? new Response(null, { status: 204 }) : Response.json(result)
  } catch (error) {
    if (error instanceof Refusal) return answer(400, error.message)
    throw error
  }
}

const answer = (status: number, message: string): Response => Response.json({ message }, { status })

async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  if (request.method === 'GET') return {}
  const text = await request.text()
  if (text === '') return {}
  const value: unknown = await refusing(async () => JSON.parse(text) as unknown)
  if (typeof value !== 'object' || value === null)
    throw new Refusal('The body must be a JSON object.')
  return { ...value }
}

/** Whatever `act` throws is the caller's mistake. */
async function refusing<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

function scenarioOf(member: string, wanted: unknown): Simulator['scenario'] {
  const scenario = scenarioNames.find((each) => each === wanted)
  if (!scenario) throw new Refusal(`"${member}" must be one of: ${scenarioNames.join(', ')}.`)
  return scenario
}

function callOf(simulator: Simulator, id: unknown): string {
  const call = simulator.handset.getSnapshot().find((each) => each.id === id)
  if (call?.channel !== 'voice') throw new Refusal('"id" must be the id of a call on the handset.')
  return call.id
}
