import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, constants } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'

/** A Redis or Valkey of its own on this machine, which keeps nothing on disk unless told to. */
export interface RedisServer {
  readonly port: number
  readonly url: string
  /** Ends it for good. */
  stop(): Promise<void>
  /** Ends it in the middle of what it does, as `kill -9`. */
  kill(): Promise<void>
  /** Starts it anew on its port, empty unless it keeps data. Kills it first where it runs. */
  restart(): Promise<void>
  /** Leaves connections open and answers nothing. */
  pause(): void
  resume(): void
}

export interface RedisServerOptions {
  /** As the only node of a cluster, which refuses commands whose keys are in several slots. */
  isCluster?: boolean
  /** Writes everything to disk before it answers, so that a restart brings it back. */
  keepsData?: boolean
}

/** The one that was named, else the first on the PATH. */
export function findRedis(): string | undefined {
  const named = process.env['REDIS_SERVER_PATH']
  if (named) return isExecutable(named) ? named : undefined
  const folders = process.env['PATH']?.split(delimiter) ?? []
  const names = ['redis-server', 'valkey-server']
  return names.flatMap((name) => folders.map((each) => join(each, name))).find(isExecutable)
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

export const noRedis: string =
  '[phoneproof] No redis-server and no valkey-server was found on the PATH. The tests of the Redis store need one. ' +
  'Install Redis ("apt-get install redis-server", "brew install redis"), or set REDIS_SERVER_PATH to its executable.'

export async function startRedis({
  isCluster = false,
  keepsData = false,
}: RedisServerOptions = {}): Promise<RedisServer> {
  const executable = findRedis()
  if (executable === undefined) throw new Error(noRedis)
  const path: string = executable
  const folder = await mkdtemp(join(tmpdir(), 'phoneproof-redis-'))
  const port = await freePort()
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', '']
  if (keepsData) args.push('--appendonly', 'yes', '--appendfsync', 'always')
  if (isCluster) {
    const ownPort = String(await freePort())
    args.push('--cluster-enabled', 'yes', '--cluster-port', ownPort)
    args.push('--cluster-announce-ip', '127.0.0.1')
  }
  let running: ChildProcess | undefined

  async function start(): Promise<void> {
    running = spawn(path, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    await untilReady(running)
  }

  async function end(signal: NodeJS.Signals): Promise<void> {
    const ended = running
    running = undefined
    if (!ended || ended.exitCode !== null || ended.signalCode !== null) return
    const gone = once(ended, 'exit')
    ended.kill(signal)
    await gone
  }

  const killNow = () => void running?.kill('SIGKILL')
  process.on('exit', killNow)
  await start()
  return {
    port,
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      await end('SIGKILL')
      process.off('exit', killNow)
      await rm(folder, { recursive: true, force: true })
    },
    kill: () => end('SIGKILL'),
    async restart() {
      await end('SIGKILL')
      await start()
    },
    pause: () => void running?.kill('SIGSTOP'),
    resume: () => void running?.kill('SIGCONT'),
  }
}

function untilReady(server: ChildProcess): Promise<void> {
  const said: string[] = []
  return new Promise((resolve, reject) => {
    if (!server.stdout)
      return reject(new Error('A server without output is never known to be ready.'))
    server.on('error', reject)
    // Read to the end: it would stand still once the pipe is full.
    const lines = createInterface(server.stdout)
    lines.on('line', (line) => {
      said.push(line)
      if (/Ready to accept connections/.test(line)) resolve()
    })
    lines.on('close', () => {
      const words = `The Redis server ended before it was ready. It said:\n${said.join('\n')}`
      reject(new Error(`[phoneproof] ${words}`))
    })
  })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('A port has a number.')
  return address.port
}
