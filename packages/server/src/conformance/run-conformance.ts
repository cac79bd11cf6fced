import { describe } from './answer.ts'
import { realPause } from './clock.ts'
import { createPerson, type Site } from './person.ts'
import { createPhoneNumbers, type TestCountry } from './phone-numbers.ts'
import { RowFailure, RowSkip, type Need, type Row, type Section, type Stage } from './row.ts'
import { allRows } from './rows/all-rows.ts'
import type { ConformanceService } from './service/start-service.ts'
import { createWaitingRoom } from './waiting-room.ts'

export interface ConformanceOptions {
  /** The base of the back end's routes, such as `http://localhost:3000/api/v2`. */
  url: string
  /** The service that the back end was pointed at. */
  service: ConformanceService
  /** The origin of the back end's pages. @default the origin of `url` */
  origin?: string | undefined
  /** What its page sends as the brand. @default 'Phoneproof' */
  brand?: string | undefined
  /** A country whose numbers it serves. @default 'GB' */
  country?: TestCountry | undefined
  /** A number, in E.164, of a country that it does not serve. Without it, that row is skipped. */
  unservedPhone?: string | undefined
  /**
   * Headers that put a request into the session with this number (from 1), for a back end whose
   * sessions do not begin by themselves.
   */
  sessionHeaders?: ((session: number) => Readonly<Record<string, string>>) | undefined
  /** Its limits per address are on, which hinder the other rows. @default false */
  addressLimits?: boolean | undefined
  /** The ids of the rows to run. @default all */
  only?: readonly string[] | undefined
  /**
   * Moves time on by milliseconds, for a back end that shares the service's clock. By default real
   * time passes.
   */
  wait?: ((ms: number) => Promise<void>) | undefined
  /** Called with each result when it is there. */
  onResult?: ((result: ConformanceResult) => void) | undefined
}

/** How a back end did in one row. */
export interface ConformanceResult {
  readonly id: string
  readonly section: Section
  /** The demand, as a sentence. */
  readonly title: string
  readonly verdict: 'passed' | 'failed' | 'skipped'
  /** What was seen, what was expected and what to do; or why it was skipped. Empty when passed. */
  readonly why: string
  /** What was measured, if anything was. */
  readonly figure: string | undefined
}

/**
 * Drives a back end through the contract and the attacks. Rejects when it cannot: when the back end
 * does not answer, or is not pointed at the service.
 */
export async function runConformance(options: ConformanceOptions): Promise<ConformanceResult[]> {
  const { service, only, onResult = () => {}, wait } = options
  const url = new URL(options.url)
  const { origin = url.origin, brand = 'Phoneproof', sessionHeaders, unservedPhone } = options
  const site: Site = { url, origin, brand, sessionHeaders }
  const phone = createPhoneNumbers(options.country ?? 'GB')
  const rows = chosenRows(only)
  const waiting = rows.filter((row) => row.waits)
  const others = rows.filter((row) => !row.waits)
  const room = createWaitingRoom(waiting.length, () => service.clock.now(), wait ?? realPause)
  let sessions = 0
  const stage: Stage = {
    service,
    site,
    unservedPhone,
    phone,
    person: () => createPerson(site, (sessions += 1)),
    nobody: () => createPerson({ ...site, sessionHeaders: undefined }, 0),
    until: (instant) => room.until(instant),
  }
  await checkConnection(stage)

  const missing = missingNeeds(options)
  async function run(row: Row): Promise<ConformanceResult> {
    const result = await judge(row, stage, missing)
    onResult(result)
    return result
  }
  const runWaiting = (): Promise<ConformanceResult[]> =>
    Promise.all(waiting.map((row) => run(row).finally(() => room.leave())))
  async function runOthers(): Promise<ConformanceResult[]> {
    const results: ConformanceResult[] = []
    for (const row of others) results.push(await run(row))
    return results
  }
  // A clock that is moved would jump in the middle of the others' requests.
  const first = wait ? await runWaiting() : undefined
  const [late, results] = await Promise.all([first ?? runWaiting(), runOthers()])
  const all = [...late, ...results]
  return rows.flatMap(({ id }) => all.filter((each) => each.id === id))
}

/** The ids of all rows, in the order in which they are reported. */
export const conformanceRows: readonly string[] = allRows.map(({ id }) => id)

function chosenRows(only: readonly string[] | undefined): readonly Row[] {
  const unknown = only?.find((id) => !conformanceRows.includes(id))
  if (unknown !== undefined) {
    throw new TypeError(
      `[phoneproof] There is no conformance row ${JSON.stringify(unknown)}. Rows are chosen by id. ` +
        `Use some of: ${conformanceRows.join(', ')}.`,
    )
  }
  return allRows.filter(({ id }) => only === undefined || only.includes(id))
}

/** One start, which tells whether there is anything to judge. */
async function checkConnection(stage: Stage): Promise<void> {
  const { service, site } = stage
  const answer = await stage.person().start(stage.phone())
  if (service.requests.length > 0) return
  const seen = `An ordinary start at ${site.url.href} was answered with ${describe(answer)}`
  throw new Error(
    `[phoneproof] ${seen}, and did not reach the service. Nothing can be judged without it. ` +
      `Point the back end at ${service.url}, and let it accept ${site.origin} and the brand ${site.brand}.`,
  )
}

const reasons: Readonly<Record<Need, string>> = {
  'several people': 'All requests are in one session: sessionHeaders gives each number the same.',
  'address limits': 'The limits per address are lifted. Run this row alone with them on.',
  'an unserved number': 'No number of a country that is not served was given.',
}

function missingNeeds({
  sessionHeaders,
  addressLimits = false,
  unservedPhone,
}: ConformanceOptions): readonly Need[] {
  const isOne =
    sessionHeaders !== undefined &&
    JSON.stringify(sessionHeaders(1)) === JSON.stringify(sessionHeaders(2))
  return [
    ...(isOne ? (['several people'] as const) : []),
    ...(addressLimits ? [] : (['address limits'] as const)),
    ...(unservedPhone === undefined ? (['an unserved number'] as const) : []),
  ]
}

async function judge(row: Row, stage: Stage, missing: readonly Need[]): Promise<ConformanceResult> {
  const { id, section, title, advice, needs, run } = row
  const result = { id, section, title, figure: undefined, why: '' }
  if (needs && missing.includes(needs)) {
    return { ...result, verdict: 'skipped', why: reasons[needs] }
  }
  try {
    const figure = await run(stage)
    return { ...result, verdict: 'passed', figure: figure ?? undefined }
  } catch (error) {
    if (error instanceof RowSkip) return { ...result, verdict: 'skipped', why: error.message }
    if (!(error instanceof RowFailure)) throw error
    return { ...result, verdict: 'failed', why: `${error.message} ${advice}` }
  }
}
