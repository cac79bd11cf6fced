import type { RunningClock } from '../running-clock.ts'
import { scenarioNames } from '../scenarios.ts'
import type { Simulator } from '../simulator.ts'

/** Where the control endpoints are: apart from those of the service. */
export const controlPath = '/_simulator'

const oneOfThem = `one of: ${scenarioNames.join(', ')}.`

interface Controlled {
  simulator: Simulator
  clock: RunningClock
}

/** The answer to a request for a control endpoint; undefined when it is not for one. */
export async function answerControl(
  request: Request,
  { simulator, clock }: Controlled,
): Promise<Response | undefined> {
  const { pathname } = new URL(request.url)
  if (!pathname.startsWith(`${controlPath}/`)) return undefined
  const name = `${request.method} ${pathname.slice(controlPath.length)}`
  switch (name) {
    case 'GET /handset':
      return Response.json(simulator.handset.getSnapshot())
    case 'GET /requests':
      return Response.json(simulator.requests.getSnapshot())
    case 'GET /clock':
      return Response.json({ now: clock.now() })
    case 'POST /advance': {
      const { by } = await bodyOf(request)
      if (typeof by !== 'number' && typeof by !== 'string') {
        return refuse('"by" says how far: milliseconds, or text such as "1m30s".')
      }
      try {
        await clock.advance(by)
      } catch (error) {
        return refuse(error instanceof Error ? error.message : 'The clock refused.')
      }
      return Response.json({ now: clock.now() })
    }
    case 'POST /scenario': {
      const wanted = (await bodyOf(request))['name']
      const scenario = scenarioNames.find((each) => each === wanted)
      if (!scenario) return refuse(`"name" is ${oneOfThem}`)
      simulator.setScenario(scenario)
      return Response.json({ scenario })
    }
    case 'POST /reset': {
      const wanted = (await bodyOf(request))['scenario']
      const scenario = scenarioNames.find((each) => each === wanted)
      if (wanted !== undefined && !scenario) return refuse(`"scenario" is ${oneOfThem}`)
      simulator.reset(scenario)
      return new Response(null, { status: 204 })
    }
    default:
      return refuse(
        `There is no ${name}. Control endpoints: GET /handset, /requests, /clock; ` +
          'POST /advance, /scenario, /reset.',
        404,
      )
  }
}

async function bodyOf(request: Request): Promise<Record<string, unknown>> {
  try {
    const value: unknown = await request.json()
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

const refuse = (message: string, status = 400): Response => Response.json({ message }, { status })
