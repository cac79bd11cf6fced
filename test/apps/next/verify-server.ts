import { createVerifyServer, type VerifyServer } from '@phoneproof/server'
import { sqliteStore } from '@phoneproof/server/sqlite'

const { ORIGIN = '', PORT, VERIFY_SECRET = '', TEXTMAGIC_KEY = '', TEXTMAGIC_URL } = process.env
let server: VerifyServer | undefined

// Made by the first request: `next build` loads this file as well, and has no secrets.
export const verifyServer = () =>
  (server ??= createVerifyServer({
    brand: 'Acme',
    countries: ['GB', 'IE'],
    origins: [ORIGIN],
    secret: VERIFY_SECRET,
    credentials: { username: 'acme', key: TEXTMAGIC_KEY, baseUrl: TEXTMAGIC_URL },
    store: sqliteStore({ path: `verify-${PORT}.db` }),
  }))
