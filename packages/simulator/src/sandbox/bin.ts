#!/usr/bin/env node
import { parseArgs } from 'node:util'
import type { ServiceOptions } from '../service-options.ts'
import { scenarioNames } from '../scenarios.ts'
import { controlPath } from './control.ts'
import { startSandbox } from './sandbox.ts'

const usage = `phoneproof-simulator: the TextMagic Verify API, simulated, over HTTP

  --port 4010            where to listen
  --host 127.0.0.1       0.0.0.0 lets other machines reach it
  --open-control         lets other machines read codes and move the clock
  --scenario NAME        ${scenarioNames.join(', ')}
  --seed 1               the same seed gives the same codes and ids
  --credentials any      which a request needs: USER:KEY, any or none
  --quiet                no line per request
  --help
`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4010' },
      host: { type: 'string', default: '127.0.0.1' },
      'open-control': { type: 'boolean', default: false },
      scenario: { type: 'string', default: 'happy-path' },
      seed: { type: 'string', default: '1' },
      credentials: { type: 'string', default: 'any' },
      quiet: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(usage)
    return
  }
  const scenario = scenarioNames.find((name) => name === values.scenario)
  if (!scenario) throw new Error(`There is no scenario ${values.scenario}. See --help.`)
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port ${values.port} is not a port: 0 to 65535.`)
  }
  const seed = Number(values.seed)
  if (!Number.isInteger(seed)) throw new Error(`--seed ${values.seed} is not a whole number.`)
  const sandbox = await startSandbox({
    port,
    host: values.host,
    openControl: values['open-control'],
    scenario,
    seed,
    credentials: readCredentials(values.credentials),
    log: values.quiet ? undefined : (line) => process.stdout.write(`${line}\n`),
  })
  process.stdout.write(
    `Verify API, simulated: ${sandbox.url}/api/v2/verify\n` +
      `Its phone:             ${sandbox.url}${controlPath}/handset\n`,
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void sandbox.close())
  }
}

function readCredentials(text: string): ServiceOptions['credentials'] {
  if (text === 'none' || text === 'any') return text
  const [username = '', ...key] = text.split(':')
  if (key.length === 0) throw new Error(`--credentials ${text} is not USER:KEY, any or none.`)
  return { username, key: key.join(':') }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
