import { realPause, stopwatch } from './clock.ts'
import { readArguments } from './command-arguments.ts'
import { createReport } from './report.ts'
import { runConformance } from './run-conformance.ts'
import { send } from './send.ts'
import { startService } from './service/start-service.ts'

/** Where the command writes. */
export interface CommandOutput {
  write: (text: string) => void
  writeError: (text: string) => void
}

/** Milliseconds for which the backend may take to come up. */
const patienceMs = 30_000

/** Runs the command, and gives its exit code. Rejects when it could not run. */
export async function runCommand(
  args: readonly string[],
  { write, writeError }: CommandOutput,
): Promise<0 | 1> {
  const { port, credentials, isJson, ...about } = readArguments(args)
  const service = await startService({ port, credentials })
  try {
    writeError(
      `The service is at ${service.url}\n` +
        'Point your backend at it, and lift its limits per address, account and session for this run. ' +
        'It takes about 40 s, because promised cancels are waited for.\n',
    )
    await untilItAnswers(new URL(about.url))
    const report = createReport(isJson ? () => {} : write)
    const results = await runConformance({ ...about, service, onResult: report.add })
    if (isJson) write(`${JSON.stringify(results, undefined, 2)}\n`)
    else write(report.total())
    return results.some(({ verdict }) => verdict === 'failed') ? 1 : 0
  } finally {
    await service.close()
  }
}

async function untilItAnswers(url: URL): Promise<void> {
  const begin = stopwatch()
  const path = `${url.pathname.replace(/\/$/, '')}/verify/current`
  const request = { method: 'GET', path, headers: { host: url.host, accept: 'application/json' } }
  while ((await send(url, request)).status === 0) {
    if (stopwatch() - begin > patienceMs) {
      throw new Error(
        `[phoneproof] Nothing answers at ${url.href}. There is no backend to judge. ` +
          'Start it, and check the address and the port.',
      )
    }
    await realPause(250)
  }
}
