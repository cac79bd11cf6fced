import { rmSync } from 'node:fs'
import { createVerifyServer, type OnEvent, type VerifyServer } from '@phoneproof/server'
import { sqliteStore } from '@phoneproof/server/sqlite'
import type { Sandbox } from '@phoneproof/simulator/sandbox'

interface BackendOptions {
  /** Of the database. */
  file: string
  sandbox: Sandbox
  /** Asked when there is a first request. */
  origins: () => string[]
  onEvent: OnEvent
}

export interface Backend extends Pick<VerifyServer, 'fetch'> {
  /** Forgets everything, the service as well. */
  reset: () => Promise<void>
  close: () => Promise<void>
}

/** A verify server on SQLite, with the sandbox as its service. */
export function createBackend({ file, sandbox, origins, onEvent }: BackendOptions): Backend {
  let server: VerifyServer | undefined

  const open = (): VerifyServer =>
    (server ??= createVerifyServer({
      brand: 'Phoneproof',
      secret: 'Whoever has this checkout knows it: only for a demo.',
      origins: origins(),
      countries: 'any',
      credentials: { username: 'playground', key: 'demo', baseUrl: `${sandbox.url}/api/v2` },
      store: sqliteStore({ path: file }),
      clock: sandbox.clock,
      onEvent,
    }))

  async function close(): Promise<void> {
    await server?.close()
    server = undefined
  }

  function forget(): void {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true })
  }

  return {
    fetch: (request, context) => open().fetch(request, context),
    async reset() {
      await close()
      forget()
      sandbox.simulator.reset()
    },
    close,
  }
}
