import { spawn } from 'node:child_process'
import { delimiter, resolve } from 'node:path'

const bin = resolve(import.meta.dirname, '../../node_modules/.bin')
// First on the path, so that every tool runs on the Node that is pinned there.
const env = { ...process.env, PATH: [bin, process.env['PATH']].join(delimiter) }
const longestMs = 8 * 60_000

/** Runs a command without a shell; false when it fails, or has to be ended. */
export function execute(command: string): Promise<boolean> {
  const [tool = '', ...args] = command.split(' ')
  return new Promise((done) => {
    // A group of its own: a browser that hangs is not the child but a grandchild.
    const child = spawn(tool, args, {
      env,
      stdio: ['ignore', 'inherit', 'inherit'],
      detached: true,
    })
    const end = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }
    const timer = setTimeout(() => {
      console.error(`${tool} had not ended after ${longestMs / 60_000} minutes.`)
      end()
    }, longestMs)
    const interrupted = (): void => {
      end()
      process.exit(130)
    }
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
    const finish = (succeeded: boolean): void => {
      clearTimeout(timer)
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
      done(succeeded)
    }
    child.once('error', (error) => {
      console.error(error.message)
      finish(false)
    })
    child.once('exit', (code) => finish(code === 0))
  })
}
