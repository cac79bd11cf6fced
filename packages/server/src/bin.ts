#!/usr/bin/env node
import { conformanceUsage } from './conformance/command-arguments.ts'
import type { runCommand } from './conformance/command.ts'

const usage = `phoneproof-server: tools for the backend of phone verification

  conformance <url>      proves a backend, in any language, by the contract and by attacks
  --help                 also after a command
`

async function main([command, ...args]: readonly string[]): Promise<number> {
  if (command === undefined || command === '--help') {
    process.stdout.write(usage)
    return command === undefined ? 2 : 0
  }
  if (command !== 'conformance') throw new Error(`There is no command ${command}. See --help.`)
  if (args.includes('--help')) {
    process.stdout.write(conformanceUsage)
    return 0
  }
  const run = await loadConformance()
  return run(args, {
    write: (text) => void process.stdout.write(text),
    writeError: (text) => void process.stderr.write(text),
  })
}

/** The simulated service is an optional peer: only this command needs it. */
async function loadConformance(): Promise<typeof runCommand> {
  try {
    return (await import('./conformance/command.ts')).runCommand
  } catch (error) {
    if (!String(error).includes('@phoneproof/simulator')) throw error
    const message =
      '[phoneproof] @phoneproof/simulator is not installed. It is the service that a backend is ' +
      'judged against. Install it beside @phoneproof/server, or run: ' +
      'npx -p @phoneproof/server -p @phoneproof/simulator phoneproof-server conformance <url>'
    throw new Error(message, { cause: error })
  }
}

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 2
  },
)
