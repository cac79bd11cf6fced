// A test for each statement of verify-api.md 2 to verify-api.md 8. Rows are those of verify-api.md 8.
// With credentials, the same tests can run against the live service: write an OpenService for it.
import { createVerifyClient, deliveriesOf, textMagic, workflowIdsOf } from '@phoneproof/client'
import { describe, expect, it, vi } from 'vitest'
import {
  codeOf,
  openHandlers,
  openSandbox,
  started,
  validStart,
  wrongFor,
  type OpenService,
} from './service.ts'

const validationFailed = (fields: object, common: string[] = []) => ({
  code: 400,
  message: 'Validation Failed',
  errors: { common, fields },
})
const anyMessage = [expect.any(String)]
const notFound = { code: 404, message: 'Resource does not exist.' }

const transports: [name: string, open: OpenService][] = [
  ['handlers', openHandlers],
  ['HTTP', openSandbox],
]

describe.each(transports)('the Verify API over %s', (_, open) => {
  const refused = async (body: object, options = {}) => {
    const service = await open(options)
    return service.call('POST', '/verify', { ...validStart, ...body })
  }

  describe('verify-api.md 2: transport', () => {
    const credentials = { username: 'üser', key: 'secret' }

    it('takes HTTP Basic credentials, encoded as UTF-8 (row 26)', async () => {
      const service = await open({ credentials })
      const bytes = new TextEncoder().encode('üser:secret')
      const authorization = `Basic ${btoa(String.fromCharCode(...bytes))}`
      const answer = await service.call('POST', '/verify', validStart, { authorization })
      expect(answer.status).toBe(200)
    })

    it('takes the two headers (row 26)', async () => {
      const service = await open({ credentials: { username: 'user', key: 'secret' } })
      const headers = { 'x-tm-username': 'user', 'x-tm-key': 'secret' }
      expect((await service.call('POST', '/verify', validStart, headers)).status).toBe(200)
    })

    it('answers 401 without WWW-Authenticate to none and to wrong ones (row 26)', async () => {
      const service = await open({ credentials })
      for (const headers of [{}, { 'x-tm-username': 'user', 'x-tm-key': 'no' }]) {
        const answer = await service.call('POST', '/verify', validStart, headers)
        expect(answer.status).toBe(401)
        expect(answer.body).toEqual({ code: 401, message: 'Wrong username and token combination.' })
        expect(answer.headers.has('www-authenticate')).toBe(false)
      }
    })

    it('takes form-encoded bodies and coerces their strings (row 25)', async () => {
      const service = await open()
      const form = { 'content-type': 'application/x-www-form-urlencoded' }
      const body = 'phone=447400123456&brand=Acme&codeLength=4'
      const answer = await service.call('POST', '/verify', body, form)
      expect(answer.status).toBe(200)
      const { verifyId } = answer.body as { verifyId: string }
      const check = `code=${codeOf(service)}&verifyId=${verifyId}`
      expect((await service.call('PUT', '/verify', check, form)).status).toBe(204)
    })

    it('answers 429 beyond the limit, without Retry-After, and works again after a second (row 28)', async () => {
      const service = await open({ requestsPerSecond: 20 })
      const statuses: number[] = []
      for (let n = 0; n < 21; n += 1) {
        statuses.push((await service.call('PUT', '/verify', { code: '1', verifyId: 'x' })).status)
      }
      expect(statuses).toEqual([...Array(20).fill(400), 429])
      await service.clock.advance('1s')
      const answer = await service.call('PUT', '/verify', { code: '1', verifyId: 'x' })
      expect(answer.status).toBe(400)
      expect(answer.headers.has('retry-after')).toBe(false)
    })

    it('has the 429 body of verify-api.md 11', async () => {
      const service = await open({ requestsPerSecond: 0 })
      const { body } = await service.call('POST', '/verify', validStart)
      expect(body).toEqual({ code: 429, message: 'Too Many Requests', errors: null })
    })
  })

  describe('verify-api.md 3: start', () => {
    it('answers 200 with an opaque id in the form of a UUID, and a price', async () => {
      const service = await open()
      const answer = await service.call('POST', '/verify', validStart)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
      expect(answer.body).toEqual({
        verifyId: expect.stringMatching(
          /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
        ),
        price: 0.05,
      })
    })

    it.each(['phone', 'brand', 'codeLength'])('requires %s', async (member) => {
      const { status, body } = await refused({ [member]: undefined })
      expect(status).toBe(400)
      expect(body).toEqual(validationFailed({ [member]: ['This value should not be blank.'] }))
    })

    it.each([4, 6, '4', '6'])('takes a codeLength of %j', async (codeLength) => {
      const service = await open()
      await started(service, { codeLength })
      expect(codeOf(service)).toHaveLength(Number(codeLength))
    })

    it.each([0, 5, 7, 'six', 4.5])('refuses a codeLength of %j', async (codeLength) => {
      const { body } = await refused({ codeLength })
      expect(body).toEqual(
        validationFailed({ codeLength: ['The value you selected is not a valid choice.'] }),
      )
    })

    it.each(textMagic.languages)('speaks %s when asked, in text and call', async (language) => {
      const service = await open()
      await started(service, { language })
      await service.clock.advance('1m')
      const [text, call] = service.simulator.handset.getSnapshot()
      expect([text?.language, call?.language]).toEqual([language, language])
      expect(text?.text).toContain(codeOf(service))
      expect(call?.text).toContain(codeOf(service).split('').join(', '))
    })

    it('takes a language in any case, and refuses one that it does not have (row 15)', async () => {
      const service = await open()
      await started(service, { language: 'DE-de' })
      expect(service.simulator.world.latest()?.language).toBe('de-de')
      expect((await refused({ language: 'nb-no' })).body).toEqual(
        validationFailed({ language: anyMessage }),
      )
    })

    it('records the senderId and never refuses it (row 17)', async () => {
      const service = await open()
      await started(service, { senderId: '???' })
      expect(service.simulator.world.latest()?.senderId).toBe('???')
    })

    it.each(workflowIdsOf(textMagic))(
      'follows workflow %i, as a number or as text (row 18)',
      async (workflowId) => {
        for (const each of [workflowId, String(workflowId)]) {
          const service = await open()
          await started(service, { workflowId: each })
          const start = service.clock.now()
          await service.clock.advance('5m')
          const delivered = service.simulator.handset
            .getSnapshot()
            .map(({ at, channel }) => ({ atMs: at - start, channel }))
          expect(delivered).toEqual(deliveriesOf(textMagic, workflowId))
        }
      },
    )

    it.each([0, 8, 'one'])('refuses workflow %j (row 18)', async (workflowId) => {
      expect((await refused({ workflowId })).body).toEqual(
        validationFailed({ workflowId: anyMessage }),
      )
    })
  })

  describe('verify-api.md 4: check', () => {
    it('answers 204 without a body to the right code', async () => {
      const service = await open()
      const verifyId = await started(service)
      const answer = await service.call('PUT', '/verify', { code: codeOf(service), verifyId })
      expect(answer).toMatchObject({ status: 204, body: undefined })
    })

    it('reads the id from the body, and requires it', async () => {
      const service = await open()
      await started(service)
      const { status, body } = await service.call('PUT', '/verify', { code: codeOf(service) })
      expect(status).toBe(400)
      expect(body).toEqual(validationFailed({ verifyId: anyMessage }))
    })
  })

  describe('verify-api.md 5: cancel', () => {
    it('is refused at 29.999 s and done at exactly 30 s, with 204 and no body', async () => {
      const service = await open()
      const verifyId = await started(service)
      await service.clock.advance(29_999)
      const early = await service.call('DELETE', `/verify/${verifyId}`)
      expect(early).toMatchObject({
        status: 400,
        body: { code: 400, message: expect.stringContaining('30 seconds'), errors: null },
      })
      await service.clock.advance(1)
      expect(await service.call('DELETE', `/verify/${verifyId}`)).toMatchObject({
        status: 204,
        body: undefined,
      })
    })

    it('takes a JSON content type without a body', async () => {
      const service = await open()
      const verifyId = await started(service)
      await service.clock.advance('30s')
      const headers = { 'content-type': 'application/json' }
      const answer = await service.call('DELETE', `/verify/${verifyId}`, undefined, headers)
      expect(answer.status).toBe(204)
    })

    it('finds an id that had to be percent-encoded, and none under an empty one', async () => {
      const service = await open()
      const strange = await service.call('DELETE', `/verify/${encodeURIComponent('a/b c?d')}`)
      expect(strange).toMatchObject({ status: 404, body: notFound })
      expect([404, 405]).toContain((await service.call('DELETE', '/verify/')).status)
    })
  })

  describe('verify-api.md 6: failures', () => {
    it('puts all invalid members into one answer', async () => {
      const { body } = await refused({
        phone: '1',
        brand: 'A brand that is too long',
        codeLength: 5,
      })
      expect(body).toEqual(
        validationFailed({
          phone: ['This value is not valid.'],
          brand: ['This value is too long. It should have 18 characters or less.'],
          codeLength: ['The value you selected is not a valid choice.'],
        }),
      )
    })

    const operations = [
      ['start', 'POST', '/verify', validStart],
      ['check', 'PUT', '/verify', { verifyId: 'x', code: '123456' }],
      ['cancel', 'DELETE', '/verify/x', undefined],
    ] as const

    it.each(operations)('answers %s without credentials with 401', async (_name, ...call) => {
      const service = await open({ credentials: { username: 'u', key: 'k' } })
      const answer = await service.call(...call)
      const body = { code: 401, message: 'Wrong username and token combination.' }
      expect(answer).toMatchObject({ status: 401, body })
      expect(answer.body).not.toHaveProperty('errors')
    })

    it.each(operations)('answers %s beyond the limit with 429', async (_name, ...call) => {
      const service = await open({ requestsPerSecond: 0 })
      const body = { code: 429, message: 'Too Many Requests', errors: null }
      expect(await service.call(...call)).toMatchObject({ status: 429, body })
    })

    it.each(operations)(
      'answers %s with 500 and 503 when the service fails',
      async (_name, ...call) => {
        const service = await open()
        for (const status of [500, 503]) {
          service.simulator.faults.next({ status })
          const body = { code: status, message: expect.any(String), errors: null }
          expect(await service.call(...call)).toMatchObject({ status, body })
        }
      },
    )
  })

  describe('verify-api.md 7: time and state', () => {
    it('sends the text at 0, calls at 60 and 120, and ends at 300 seconds', async () => {
      const service = await open()
      const verifyId = await started(service)
      const start = service.clock.now()
      const arrived = () =>
        service.simulator.handset.getSnapshot().map(({ at, channel }) => [channel, at - start])
      expect(arrived()).toEqual([['sms', 0]])
      await service.clock.advance(59_999)
      expect(arrived()).toHaveLength(1)
      await service.clock.advance('5m')
      expect(arrived()).toEqual([
        ['sms', 0],
        ['voice', 60_000],
        ['voice', 120_000],
      ])
      expect(service.simulator.world.find(verifyId)?.state).toBe('expired')
    })

    it.each(['completion', 'cancel'])('stops the calls at %s', async (how) => {
      const service = await open()
      const verifyId = await started(service)
      await service.clock.advance('31s')
      if (how === 'cancel') await service.call('DELETE', `/verify/${verifyId}`)
      else await service.call('PUT', '/verify', { verifyId, code: codeOf(service) })
      await service.clock.advance('5m')
      expect(service.simulator.handset.getSnapshot()).toHaveLength(1)
    })

    it('takes the right code at 299.999 s and not at exactly 300 s', async () => {
      for (const [at, status] of [
        [299_999, 204],
        [300_000, 400],
      ] as const) {
        const service = await open()
        const verifyId = await started(service)
        await service.clock.advance(at)
        const answer = await service.call('PUT', '/verify', { verifyId, code: codeOf(service) })
        expect(answer.status).toBe(status)
      }
    })

    it('keeps running after a wrong code', async () => {
      const service = await open()
      const verifyId = await started(service)
      const code = codeOf(service)
      const wrong = await service.call('PUT', '/verify', { verifyId, code: wrongFor(code) })
      expect(wrong.status).toBe(400)
      await service.clock.advance('1m')
      expect(service.simulator.handset.getSnapshot()).toHaveLength(2)
      expect((await service.call('PUT', '/verify', { verifyId, code })).status).toBe(204)
    })

    it('has one code from start to expiry', async () => {
      const service = await open()
      await started(service)
      const code = codeOf(service)
      await service.clock.advance('2m')
      for (const { channel, text } of service.simulator.handset.getSnapshot()) {
        expect(text).toContain(channel === 'sms' ? code : code.split('').join(', '))
      }
    })

    it('answers 409 to a second start of the same number, however it is written', async () => {
      const service = await open()
      await started(service)
      for (const body of [
        { phone: '+447400123456' },
        { phone: '+44 (7400) 123-456' },
        { phone: '07400 123456', country: 'GB' },
        { phone: '7400123456', country: 'gb' },
      ]) {
        const answer = await service.call('POST', '/verify', { ...validStart, ...body })
        expect(answer.status).toBe(409)
      }
    })

    it('frees the number after expiry and after a cancel', async () => {
      const service = await open()
      await started(service)
      await service.clock.advance('5m')
      const second = await started(service)
      await service.clock.advance('30s')
      await service.call('DELETE', `/verify/${second}`)
      expect(await started(service)).not.toBe(second)
    })

    it('lets another number start meanwhile', async () => {
      const service = await open()
      await started(service)
      expect(await started(service, { phone: '12015550199' })).toBeTruthy()
    })
  })

  describe('verify-api.md 8: the open points', () => {
    it('row 1: a wrong code is a 400 on code', async () => {
      const service = await open()
      const verifyId = await started(service)
      const { status, body } = await service.call('PUT', '/verify', {
        verifyId,
        code: wrongFor(codeOf(service)),
      })
      expect(status).toBe(400)
      expect(body).toEqual(validationFailed({ code: anyMessage }))
    })

    it.each([
      [400, validationFailed({ verifyId: anyMessage })],
      [404, notFound],
    ] as const)(
      'row 2: an id that is unknown, expired, completed or cancelled answers %i',
      async (status, body) => {
        const service = await open({ notActiveStatus: status })
        const check = async (verifyId: string, phone?: string) =>
          service.call('PUT', '/verify', { verifyId, code: codeOf(service, phone) || '123456' })
        const expired = await started(service, { phone: '12015550190' })
        await service.clock.advance('5m')
        const completed = await started(service, { phone: '12015550191' })
        await check(completed, '+12015550191')
        const cancelled = await started(service, { phone: '12015550192' })
        await service.clock.advance('30s')
        await service.call('DELETE', `/verify/${cancelled}`)
        for (const verifyId of ['unknown', expired, completed, cancelled]) {
          expect(await check(verifyId)).toMatchObject({ status, body })
        }
      },
    )

    it('row 3: an early cancel is a 400, or a 409 by a service option', async () => {
      for (const status of [400, 409] as const) {
        const service = await open({ notCancellableStatus: status })
        const verifyId = await started(service)
        const answer = await service.call('DELETE', `/verify/${verifyId}`)
        expect(answer).toMatchObject({ status, body: { code: status, errors: null } })
      }
    })

    it('row 4: cancelling an unknown or finished id is a 404, also the second time', async () => {
      const service = await open()
      const verifyId = await started(service)
      await service.clock.advance('30s')
      await service.call('DELETE', `/verify/${verifyId}`)
      for (const id of ['unknown', verifyId]) {
        const answer = await service.call('DELETE', `/verify/${id}`)
        expect(answer).toMatchObject({ status: 404, body: notFound })
      }
    })

    it('row 5: the 409 has a message and errors: null', async () => {
      const service = await open()
      await started(service)
      const { body } = await service.call('POST', '/verify', validStart)
      expect(body).toEqual({ code: 409, message: expect.any(String), errors: null })
    })

    it('rows 6 and 7: errors are null outside validation, absent from 401 and 404, whole in validation', async () => {
      const service = await open()
      expect((await service.call('PUT', '/verify', 'not json')).body).toHaveProperty('errors', null)
      expect((await service.call('DELETE', '/verify/x')).body).not.toHaveProperty('errors')
      const { body } = await service.call('PUT', '/verify', { code: '1', verifyId: 'x' })
      expect(body).toMatchObject({ errors: { common: [], fields: expect.any(Object) } })
    })

    it('row 8: a code may be a string, compared as it is, or a number, padded with zeros', async () => {
      const service = await open({ behaviour: { hasLeadingZero: true } })
      const verifyId = await started(service, { codeLength: 4 })
      const code = codeOf(service)
      expect(code).toMatch(/^0\d{3}$/)
      const short = await service.call('PUT', '/verify', { verifyId, code: String(Number(code)) })
      expect(short.status).toBe(400)
      const padded = await service.call('PUT', '/verify', { verifyId, code: Number(code) })
      expect(padded.status).toBe(204)
    })

    it.each([true, [1], { a: 1 }, 1.5, null, ''])('row 8: refuses %j as a code', async (code) => {
      const service = await open()
      const verifyId = await started(service)
      const { status, body } = await service.call('PUT', '/verify', { verifyId, code })
      expect(status).toBe(400)
      expect(body).toEqual(validationFailed({ code: anyMessage }))
    })

    it('row 9: makes no leading zeros by default', async () => {
      const service = await open()
      for (let n = 0; n < 50; n += 1) {
        await started(service, { phone: `120155502${String(n).padStart(2, '0')}` })
      }
      const codes = service.simulator.world.getSnapshot().map(({ code }) => code)
      expect(codes.filter((code) => code.startsWith('0'))).toEqual([])
    })

    it('row 10: the typed client sends the code as a string', async () => {
      const service = await open({ behaviour: { hasLeadingZero: true } })
      const client = createVerifyClient({ baseUrl: service.baseUrl, fetch: service.fetch })
      const { verifyId } = await client.start({
        ...validStart,
        codeLength: 4,
        phone: '+447400123456',
      })
      await client.check({ verifyId, code: codeOf(service) })
      expect(service.simulator.requests.getSnapshot().at(-1)?.body).toMatchObject({
        code: expect.stringMatching(/^0\d{3}$/),
      })
    })

    it.each(['Your Flint', 'Oh My Dog', 'Ärzte 24', 'ACME', 'a', 'Eighteen letters 1', ' Acme '])(
      'row 11: takes the brand %j',
      async (brand) => {
        expect((await refused({ brand })).status).toBe(200)
      },
    )

    it.each(['Acme!', 'A&B', 'Nineteen letters 19', '!', 'a-b'])(
      'row 11: refuses the brand %j',
      async (brand) => {
        expect((await refused({ brand })).body).toEqual(validationFailed({ brand: anyMessage }))
      },
    )

    it.each(['447400123456', '+447400123456', '+44 7400 123456', '+1 (201) 555-0199', '999999999'])(
      'row 12: takes the phone %j',
      async (phone) => {
        expect((await refused({ phone })).status).toBe(200)
      },
    )

    it.each([
      '07400123456',
      '123',
      '1234567890123456',
      'abc',
      '++447400123456',
      '44x7400123456',
      '44.7400.123456',
    ])('row 12: refuses the phone %j', async (phone) => {
      expect((await refused({ phone })).body).toEqual(validationFailed({ phone: anyMessage }))
    })

    it('row 12: refuses the numbers of the service option', async () => {
      const { body } = await refused({}, { refusedNumbers: ['+447400123456'] })
      expect(body).toEqual(validationFailed({ phone: anyMessage }))
    })

    it('row 13: ignores a country beside an international number', async () => {
      const service = await open()
      await started(service, { phone: '447400123456', country: 'US' })
      await started(service, { phone: '+12015550199', country: 'DE' })
      const phones = service.simulator.world.getSnapshot().map(({ phone }) => phone)
      expect(phones).toEqual(['+447400123456', '+12015550199'])
    })

    it.each(['XX', 'GBR', '44'])('row 14: refuses the country %j', async (country) => {
      expect((await refused({ country })).body).toEqual(validationFailed({ country: anyMessage }))
    })

    it('row 14: takes a country in lower case', async () => {
      expect((await refused({ phone: '07400123456', country: 'gb' })).status).toBe(200)
    })

    // All prefixes of verify-api.md 9, and numbers of other countries.
    it.each([
      ['1 201 555 0199', 'en-us'],
      ['1 416 555 0199', 'en-us'],
      ['7 912 345 6789', 'ru-ru'],
      ['31 6 12345678', 'nl-nl'],
      ['33 6 12 34 56 78', 'fr-fr'],
      ['34 612 34 56 78', 'es-es'],
      ['39 312 345 6789', 'it-it'],
      ['40 712 034 567', 'ro-ro'],
      ['44 7400 123456', 'en-gb'],
      ['46 70 123 45 67', 'sv-se'],
      ['48 512 345 678', 'pl-pl'],
      ['49 1512 3456789', 'de-de'],
      ['52 222 123 4567', 'es-mx'],
      ['55 11 96123 4567', 'pt-br'],
      ['61 412 345 678', 'en-au'],
      ['81 90 1234 5678', 'ja-jp'],
      ['82 10 2000 0000', 'ko-kr'],
      ['86 138 0013 8000', 'zh-cn'],
      ['90 501 234 5678', 'tr-tr'],
      ['91 81234 56789', 'en-in'],
      ['351 912 345 678', 'pt-pt'],
      ['354 611 1234', 'is-is'],
      ['886 912 345 678', 'zh-tw'],
      ['45 12 34 56 78', 'en-us'],
      ['352 628 123 456', 'en-us'],
    ])('row 16: %s gets %s by default', async (phone, language) => {
      const service = await open()
      await started(service, { phone })
      expect(service.simulator.world.latest()?.language).toBe(language)
    })

    it('row 19: a completed verification frees its number at once, or by a service option only when its code would expire', async () => {
      for (const completionFreesNumber of [true, false]) {
        const service = await open({ completionFreesNumber })
        const verifyId = await started(service)
        await service.call('PUT', '/verify', { verifyId, code: codeOf(service) })
        const again = await service.call('POST', '/verify', validStart)
        expect(again.status).toBe(completionFreesNumber ? 200 : 409)
        await service.clock.advance('5m')
        expect((await service.call('POST', '/verify', validStart)).status).toBe(200)
      }
    })

    it('row 20: takes any number of wrong codes, or as many as the behaviour allows', async () => {
      for (const [maxAttempts, status] of [
        [Number.POSITIVE_INFINITY, 204],
        [3, 400],
      ] as const) {
        const service = await open({ behaviour: { maxAttempts } })
        const verifyId = await started(service)
        const code = codeOf(service)
        for (let n = 0; n < 3; n += 1) {
          await service.call('PUT', '/verify', { verifyId, code: wrongFor(code) })
        }
        expect((await service.call('PUT', '/verify', { verifyId, code })).status).toBe(status)
      }
    })

    it('row 21: cancels after a call too, unless the behaviour refuses it', async () => {
      for (const [refusesCancelAfterCall, status] of [
        [false, 204],
        [true, 400],
      ] as const) {
        const service = await open({ behaviour: { refusesCancelAfterCall } })
        const verifyId = await started(service)
        await service.clock.advance('1m')
        expect((await service.call('DELETE', `/verify/${verifyId}`)).status).toBe(status)
      }
    })

    it('rows 22 and 23: ignores unknown members, and takes null as absent', async () => {
      expect(
        (await refused({ nonsense: 1, language: null, country: null, senderId: null })).status,
      ).toBe(200)
      expect((await refused({ phone: null })).body).toEqual(
        validationFailed({ phone: ['This value should not be blank.'] }),
      )
    })

    it.each(['{', '', '[]', '"text"', 'null'])(
      'row 24: answers 400 to the body %j',
      async (text) => {
        const service = await open()
        const answer = await service.call('POST', '/verify', text)
        expect(answer).toMatchObject({ status: 400, body: { code: 400, errors: null } })
      },
    )

    it('row 27: asks for credentials first, then the limit, then the body', async () => {
      const credentials = { username: 'u', key: 'k' }
      const service = await open({ credentials, requestsPerSecond: 0 })
      expect((await service.call('POST', '/verify', '{')).status).toBe(401)
      const headers = { 'x-tm-username': 'u', 'x-tm-key': 'k' }
      expect((await service.call('POST', '/verify', '{', headers)).status).toBe(429)
    })

    it('row 29: takes the price once, on completion, and refuses a start the account cannot pay', async () => {
      const service = await open({ balance: 0.05 })
      const verifyId = await started(service)
      expect(service.simulator.world.spent).toBe(0)
      const check = { verifyId, code: codeOf(service) }
      await service.call('PUT', '/verify', check)
      await service.call('PUT', '/verify', check)
      expect(service.simulator.world.spent).toBe(0.05)
      const { body } = await service.call('POST', '/verify', validStart)
      expect(body).toEqual(validationFailed({}, anyMessage))
    })

    it('row 30: takes any string as an id', async () => {
      const service = await open()
      const { status } = await service.call('PUT', '/verify', { verifyId: 'not a uuid', code: '1' })
      expect(status).toBe(400)
    })

    it('row 31: answers other methods and paths with 404 or 405 in the common shape', async () => {
      const service = await open()
      const calls = [
        ['PATCH', '/verify'],
        ['POST', '/verify/x'],
      ] as const
      for (const [method, path] of calls) {
        const { status, body } = await service.call(method, path, {})
        expect([404, 405]).toContain(status)
        expect(body).toMatchObject({ code: status, message: expect.any(String) })
      }
    })
  })

  describe('through the typed client', () => {
    it.each([200, 201, 202])(
      'does not take a check answered with %i and a body for a right code',
      async (status) => {
        using _warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
        const service = await open()
        const client = createVerifyClient({ baseUrl: service.baseUrl, fetch: service.fetch })
        const verifyId = await started(service)
        service.simulator.faults.next({ operation: 'check', status })
        const check = { verifyId, code: codeOf(service) }
        await expect(client.check(check)).rejects.toMatchObject({ kind: 'uncertain', status })
        await expect(client.check(check)).resolves.toBeUndefined()
      },
    )

    it('starts, refuses a wrong code, a second start and an early cancel by kind, and cancels', async () => {
      const service = await open()
      const client = createVerifyClient({ baseUrl: service.baseUrl, fetch: service.fetch })
      const request = { phone: '+447400123456', brand: 'Acme', codeLength: 6 } as const
      const { verifyId, price } = await client.start(request)
      expect(price).toBe(0.05)
      const wrong = wrongFor(codeOf(service))
      await expect(client.check({ verifyId, code: wrong })).rejects.toMatchObject({
        kind: 'wrongCode',
      })
      await expect(client.start(request)).rejects.toMatchObject({ kind: 'active', status: 409 })
      await expect(client.cancel({ verifyId })).rejects.toMatchObject({ kind: 'notCancellable' })
      await service.clock.advance('30s')
      await expect(client.cancel({ verifyId })).resolves.toEqual({ deferred: false })
      await expect(client.check({ verifyId, code: wrong })).rejects.toMatchObject({
        kind: 'notActive',
      })
    })
  })
})
