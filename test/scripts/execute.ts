import { spawn } from 'node:child_process'
import { delimiter, resolve } from 'node:path'

const bin = resolve(import.meta.dirname, '../../node_modules/.bin')
// First on the path, so that every tool runs on the Node that is pinned there.
const env = {
  ...process.env,
  PATH: [bin, process.env['PATH']].join(delimiter),
  // What it writes goes through here, which takes its colours away.
  ...(process.stdout.isTTY && { FORCE_COLOR: '1' }),
}

/** Nothing said for so long: it hangs. How long tests take is limited test by test. */
const silentMs = 10 * 60_000
/** For what it has started itself, such as a server in a group of its own. */
const graceMs = 20_000

/** Runs a command without a shell; false when it fails, or has to be ended. */
export function execute(command: string): Promise<boolean> {
  const [tool = '', ...args] = command.split(' ')
  return new Promise((done) => {
    // A group of its own: a browser that hangs is not the child but a grandchild.
    const child = spawn(tool, args, { env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
    const signal = (name: NodeJS.Signals): void => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, name)
    }
    // Asked first: a runner that is killed leaves its servers running.
    const end = (): void => {
      signal('SIGTERM')
      setTimeout(() => signal('SIGKILL'), graceMs).unref()
    }
    let timer: NodeJS.Timeout | undefined
    const listen = (): void => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        console.error(`${tool} has said nothing for ${silentMs / 60_000} minutes.`)
        end()
      }, silentMs)
    }
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].pipe(process[stream], { end: false })
      child[stream].on('data', listen)
    }
    listen()
    let isInterrupted = false
    const interrupted = (): void => {
      isInterrupted = true
      end()
    }
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
    const finish = (succeeded: boolean): void => {
      clearTimeout(timer)
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
      if (isInterrupted) process.exit(130)
      done(succeeded)
    }
    child.once('error', (error) => {
      console.error(error.message)
      finish(false)
    })
    child.once('exit', (code) => finish(code === 0))
  })
}
