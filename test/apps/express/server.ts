import { createVerifyServer } from '@phoneproof/server'
import { toNodeHandler } from '@phoneproof/server/node'
import express from 'express'

const { ORIGIN = '', PORT, VERIFY_SECRET = '', TEXTMAGIC_KEY = '', TEXTMAGIC_URL } = process.env
const verifyServer = createVerifyServer({
  brand: 'Acme',
  countries: ['GB', 'IE'],
  origins: [ORIGIN],
  secret: VERIFY_SECRET,
  credentials: { username: 'acme', key: TEXTMAGIC_KEY, baseUrl: TEXTMAGIC_URL },
})
const app = express()
app.all('/api/v2/verify{/*id}', toNodeHandler(verifyServer))
app.get('/account', async ({ headers: { cookie = '' } }, response) => {
  const number = await verifyServer.verified(new Request(ORIGIN, { headers: { cookie } }))
  if (number) response.send(`Your number is ${number.phone}.`)
  else response.status(401).send('No number yet.')
})
app.use(express.static('../page/dist'))
app.listen(Number(PORT), '127.0.0.1')
