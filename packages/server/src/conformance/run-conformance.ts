import { describe } from './answer.ts'
import { realPause } from './clock.ts'
import type { ConformanceOptions } from './conformance-options.ts'
import { judge, missingNeeds, type ConformanceResult } from './judge.ts'
import { createPerson, type Site } from './person.ts'
import { createPhoneNumbers } from './phone-numbers.ts'
import type { Row, Stage } from './row.ts'
import { allRows } from './rows/all-rows.ts'
import { createWaitingRoom } from './waiting-room.ts'

/**
 * Drives a backend through the contract and the attacks. Rejects when it cannot: when the backend
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
      `Point the backend at ${service.url}, let it accept ${site.origin} and the brand ${site.brand}, ` +
      'and if it has sessions of its own, give them with --cookie or --header (sessionHeaders).',
  )
}
