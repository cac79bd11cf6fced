import { expect, test } from 'vitest'
import { answering, reply } from '../../../test/support/answering.ts'
import {
  createVerifyClient,
  deliveriesOf,
  isBrand,
  textMagic,
  VerifyArgumentError,
  type ServiceProfile,
  type StartRequest,
} from './index.ts'

/** A service that is unlike TextMagic in all that a profile says. */
const otherService: ServiceProfile = {
  name: 'Other Verify',
  codeValidForMs: 600_000,
  cancelAllowedAfterMs: 0,
  codeLengths: [5, 8],
  defaultCodeLength: 5,
  languages: ['nb-no'],
  workflows: {
    10: [
      { atMs: 0, channel: 'sms' },
      { atMs: 90_000, channel: 'sms' },
    ],
    20: [{ atMs: 0, channel: 'whatsapp' }],
  },
  defaultWorkflowId: 10,
  brand: { maxLength: 5, pattern: /^[a-z]+$/, words: '1 to 5 small letters' },
}

const request: StartRequest = { phone: '+447860021130', brand: 'acme', codeLength: 5 }

function setUp(answer: object = { verifyId: 'v1' }) {
  const { fetch, requests } = answering(() => reply(200, answer))
  const client = createVerifyClient({ baseUrl: '/api', fetch, service: otherService, resume: true })
  return { client, requests }
}

test('the client says which service it is for: TextMagic, or the one it was given', () => {
  expect(createVerifyClient({ baseUrl: '/api' }).service).toBe(textMagic)
  expect(setUp().client.service).toBe(otherService)
})

test('the client sends what another service takes', async () => {
  const { client, requests } = setUp()
  await client.start({ ...request, language: 'NB-no', workflowId: 20 })
  expect(await requests[0]?.json()).toEqual({
    phone: '447860021130',
    brand: 'acme',
    codeLength: 5,
    language: 'nb-no',
    workflowId: '20',
  })
})

test.each([
  [{ brand: 'Acme' }, 'brand must be 1 to 5 small letters for Other Verify.'],
  [{ brand: 'acmeco' }, 'brand must be 1 to 5 small letters for Other Verify.'],
  [{ codeLength: 6 }, 'codeLength must be the number 5 or 8 for Other Verify.'],
  [{ language: 'en-gb' }, 'language must be nb-no for Other Verify.'],
  [{ workflowId: 1 }, 'workflowId must be the number 10 or 20 for Other Verify.'],
])('the client refuses %o for a service that does not take it', async (changes, text) => {
  const { client, requests } = setUp()
  const start = client.start({ ...request, ...changes })
  await expect(start).rejects.toThrow(VerifyArgumentError)
  await expect(start).rejects.toThrow(text)
  expect(requests).toEqual([])
})

test('the client refuses a code of a length that the service does not have', async () => {
  const { client, requests } = setUp()
  const check = client.check({ verifyId: 'v1', code: '123456' })
  await expect(check).rejects.toThrow('code must be a string of 5 or 8 digits')
  expect(requests).toEqual([])
})

test('without a start time, the client counts back from the expiry by the life of a code', async () => {
  const times = { expiresAt: 1_000_000, now: 500_000 }
  const { client } = setUp({ verifyId: 'v1', ...times })
  const serverTime = { ...times, startedAt: 400_000 }
  await expect(client.start(request)).resolves.toMatchObject({ serverTime })
  await expect(client.resume?.()).resolves.toMatchObject({ serverTime })
})

test.each([
  [null, 'service: null. That cannot work, so nothing was sent. service must be a ServiceProfile'],
  [{ ...otherService, codeValidForMs: 0 }, 'service.codeValidForMs: 0.'],
  [{ ...otherService, cancelAllowedAfterMs: -1 }, 'service.cancelAllowedAfterMs: -1.'],
  [
    { ...otherService, defaultCodeLength: 6 },
    'defaultCodeLength must be one of service.codeLengths',
  ],
  [{ ...otherService, workflows: {} }, 'defaultWorkflowId must be one of service.workflows'],
  [{ ...otherService, languages: ['en-GB'] }, 'must be an array of locales in lower case'],
  [
    { ...otherService, brand: { ...otherService.brand, pattern: /a/g } },
    'without the flags g and y',
  ],
  [{ ...otherService, brand: undefined }, 'service.brand.pattern: undefined.'],
])('the client refuses the profile %o, which contradicts itself', (service, text) => {
  // SAFETY: what plain JavaScript may pass.
  const create = () => createVerifyClient({ baseUrl: '/api', service: service as ServiceProfile })
  expect(create).toThrow(VerifyArgumentError)
  expect(create).toThrow(text)
})

test('a brand is judged by the service it is for', () => {
  expect([isBrand('Acme & Sons'), isBrand('Acme Sons')]).toEqual([false, true])
  expect([isBrand('Acme', otherService), isBrand('acme', otherService)]).toEqual([false, true])
})

test('the deliveries are those of the workflow, or of the default one; none for an unknown id', () => {
  const channels = (id?: number) => deliveriesOf(otherService, id).map(({ channel }) => channel)
  expect(channels()).toEqual(['sms', 'sms'])
  expect(channels(20)).toEqual(['whatsapp'])
  expect(channels(1)).toEqual([])
})
