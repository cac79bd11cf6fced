import { serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { serveStatic } from '@hono/node-server/serve-static'
import { createVerifyServer } from '@phoneproof/server'
import { sqliteStore } from '@phoneproof/server/sqlite'
import { Hono } from 'hono'

const { ORIGIN = '', PORT, VERIFY_SECRET = '', TEXTMAGIC_KEY = '', TEXTMAGIC_URL } = process.env
const verifyServer = createVerifyServer({
  brand: 'Acme',
  countries: ['GB', 'IE'],
  origins: [ORIGIN],
  secret: VERIFY_SECRET,
  credentials: { username: 'acme', key: TEXTMAGIC_KEY, baseUrl: TEXTMAGIC_URL },
  store: sqliteStore({ path: `verify-${PORT}.db` }),
})
const app = new Hono()
app.all('/api/v2/verify/*', (c) => verifyServer.fetch(c.req.raw, getConnInfo(c).remote))
app.get('/account', async (c) => {
  const number = await verifyServer.verified(c.req.raw)
  return number ? c.text(`Your number is ${number.phone}.`) : c.text('No number yet.', 401)
})
app.get('*', serveStatic({ root: '../page/dist' }))
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(PORT) })
