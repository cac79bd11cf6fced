// A process of its own: a backend on a SQLite file, which says its port. Arguments: the file, the URL of the service, by
// how many milliseconds its clock is ahead, the origin of the page, the secret.
import { createServer } from 'node:http'
import { systemClock } from '@phoneproof/client'
import { createVerifyServer } from '@phoneproof/server'
import { toNodeHandler } from '@phoneproof/server/node'
import { sqliteStore } from '@phoneproof/server/sqlite'

const [path = '', baseUrl = '', aheadMs = '0', origin = '', secret = ''] = process.argv.slice(2)
const server = createVerifyServer({
  brand: 'Acme',
  secret,
  origins: [origin],
  countries: ['GB'],
  session: (request) => request.headers.get('x-session') ?? undefined,
  credentials: { username: 'acme', key: 'a key of the tests', baseUrl },
  store: sqliteStore({ path }),
  limits: { startsPerAddress: [], unverifiedPerRange: [] },
  clock: { ...systemClock, now: () => systemClock.now() + Number(aheadMs) },
})

const http = createServer(toNodeHandler(server))
http.listen(0, '127.0.0.1', () => {
  const address = http.address()
  process.stdout.write(`${typeof address === 'object' && address ? address.port : ''}\n`)
})
