import { expect, test } from 'vitest'
import { setUpBackend } from '../../../../test/support/backend-session.ts'
import { phone } from '../../../../test/support/verify-backend.ts'

const seenOf = async (answer: Promise<Response>, known: string[]): Promise<unknown> => {
  const response = await answer
  const text = await response.text()
  const { verifyId, ...body } = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>
  // Ids differ, but whether one comes again must not.
  if (typeof verifyId === 'string' && !known.includes(verifyId)) known.push(verifyId)
  return { status: response.status, id: known.indexOf(String(verifyId)), body }
}

/** Everything that somebody sees who starts a number, asks, cancels, and starts it again. */
async function tour(isBusy: boolean): Promise<unknown[]> {
  const { browse, simulator, asked } = setUpBackend({
    busyElsewhere: 'pretend',
    limits: { startsPerNumber: [] },
  })
  if (isBusy) await browse().start()
  const before = asked('POST') + asked('DELETE')
  const stranger = browse()
  const ids: string[] = []
  const seen: unknown[] = []
  const see = async (answer: Promise<Response>) => seen.push(await seenOf(answer, ids))
  const start = (key?: string) => stranger.start(phone, key ? { 'idempotency-key': key } : {})
  const cancel = () => stranger.send('DELETE', `/verify/${ids[0]}`)
  await see(start('a'))
  await see(start('a'))
  await see(start())
  await see(start('b'))
  await see(stranger.send('GET', '/verify/current'))
  await simulator.advance('5s')
  await see(cancel())
  await see(stranger.send('GET', '/verify/current'))
  await see(stranger.send('PUT', '/verify', { verifyId: ids[0], code: '000000' }))
  await see(cancel())
  await see(start())
  await see(cancel())
  await simulator.advance('29s')
  await see(cancel())
  await see(stranger.send('GET', '/verify/current'))
  if (isBusy) expect(asked('POST') + asked('DELETE')).toBe(before)
  return seen
}

test('shows a stranger nothing that a real verification does not, whatever they do', async () => {
  expect(await tour(true)).toEqual(await tour(false))
})

test('takes another decoy once the first is cancelled, as a real one would be', async () => {
  const { browse, simulator } = setUpBackend({ busyElsewhere: 'pretend' })
  await browse().start()
  const stranger = browse()
  const first = await stranger.client.start({ phone, brand: 'Acme', codeLength: 6 })
  await simulator.advance('30s')
  await expect(stranger.client.cancel(first)).resolves.toEqual({ deferred: false })
  const second = await stranger.client.start({ phone, brand: 'Acme', codeLength: 6 })
  expect(second.verifyId).not.toBe(first.verifyId)
})
