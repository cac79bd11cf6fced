import { afterEach, expect, test, vi } from 'vitest'
import { createManualClock } from '@phoneproof/simulator'
import { createBackend, origin, secret, serviceOf } from '../../../test/support/verify-backend.ts'
import { createVerifyServer } from './verify-server.ts'
import type { VerifyServerOptions } from './options.ts'

const credentials = { username: 'acme', key: 'the-key-of-the-account' }
const fine: VerifyServerOptions = {
  brand: 'Acme',
  secret,
  origins: [origin],
  countries: ['GB'],
  credentials,
  clock: createManualClock(),
}

/** As plain JavaScript may call it. */
const made = (changes: object) => () =>
  createVerifyServer({ ...fine, ...changes } as VerifyServerOptions)

test('is made of a brand, a secret, origins, countries and credentials', async () => {
  await made({})().close()
})

test.each<[option: string, changes: object]>([
  ['secret', { secret: undefined }],
  ['secret', { secret: 'x'.repeat(31) }],
  ['secret', { secret: [] }],
  ['secret', { secret: [secret, 'short'] }],
  ['secret', { secret: 7 }],
  ['brand', { brand: '' }],
  ['brand', { brand: 'Nineteen characters' }],
  ['brand', { brand: undefined }],
  ['origins', { origins: undefined }],
  ['origins', { origins: [] }],
  ['origins', { origins: ['https://app.example/'] }],
  ['origins', { origins: ['app.example'] }],
  ['origins', { origins: ['*'] }],
  ['origins', { origins: 'https://app.example' }],
  ['countries', { countries: undefined }],
  ['countries', { countries: [] }],
  ['countries', { countries: ['UK'] }],
  ['countries', { countries: 'all' }],
  ['service', { credentials: undefined }],
  ['service', { service: {} }],
  ['service', { credentials: undefined, service: {} }],
  ['credentials', { credentials: { username: 'acme', key: '' } }],
  ['credentials', { credentials: { username: undefined, key: 'key' } }],
  ['codeLength', { codeLength: 5 }],
  ['codeLength', { codeLength: '6' }],
  ['workflowId', { workflowId: 8 }],
  ['language', { language: 'de' }],
  ['senderId', { senderId: ' ' }],
  ['purpose', { purpose: '' }],
  ['basePath', { basePath: 'api' }],
  ['basePath', { basePath: '/api?x' }],
  ['verifiedForMs', { verifiedForMs: 0 }],
  ['verifiedForMs', { verifiedForMs: '1h' }],
  ['numberTypes', { numberTypes: [] }],
  ['numberTypes', { numberTypes: ['PHONE'] }],
  ['busyElsewhere', { busyElsewhere: 'ignore' }],
  ['botCheckWhen', { botCheckWhen: 'always' }],
  ['botCheckWhen', { botCheck: () => true, botCheckWhen: 'never' }],
  ['botCheck', { botCheck: 'turnstile' }],
  ['session', { session: 'id' }],
  ['address', { address: '10.0.0.1' }],
  ['onVerified', { onVerified: true }],
  ['onEvent', { onEvent: [] }],
  ['store', { store: {} }],
  ['clock', { clock: {} }],
  ['crossOrigin', { crossOrigin: 'yes' }],
  ['limits.startsPerNumber', { limits: { startsPerNumber: 3 } }],
  ['limits.startsPerNumber', { limits: { startsPerNumber: [{ max: 0, windowMs: 1000 }] } }],
  ['limits.startsPerNumber', { limits: { startsPerNumber: [{ max: 3 }] } }],
  [
    'limits.startsPerNumber',
    {
      limits: {
        startsPerNumber: [
          { max: 3, windowMs: 1000 },
          { max: 9, windowMs: 1000 },
        ],
      },
    },
  ],
  ['limits.spendPerDay', { limits: { spendPerDay: -1 } }],
  ['limits.spendPerDay', { limits: { spendPerDay: '10' } }],
  ['limits.attemptsPerVerification', { limits: { attemptsPerVerification: 0 } }],
  ['limits.attemptsPerVerification', { limits: { attemptsPerVerification: 2.5 } }],
  ['limits.startsPerPerson', { limits: { startsPerPerson: [] } }],
  ['proof.key', { proof: { issuer: 'a', audience: 'b', key: 'short' } }],
])('refuses to be made with a wrong %s: %o', (option, changes) => {
  expect(made(changes)).toThrow(/^\[phoneproof\] /)
  expect(made(changes)).toThrow(option)
})

test('refuses the credentials of an account in a page, and says why', async () => {
  const service = serviceOf(createBackend().simulator)
  vi.stubGlobal('document', {})
  expect(made({})).toThrow(
    '[phoneproof] createVerifyServer() cannot use the option credentials. ' +
      'The server was not made, because it would not be safe or not work. ' +
      'credentials must never be in a page, where everybody can read them',
  )
  expect(made({})).not.toThrow(credentials.key)
  // A demonstration has a service without an account.
  await made({ credentials: undefined, service })().close()
})

afterEach(() => vi.unstubAllGlobals())

test('says nothing of a secret or a key that it refuses', () => {
  const short = 'secret-that-is-short'
  expect(made({ secret: short })).not.toThrow(short)
  expect(made({ credentials: { ...credentials, username: '' } })).not.toThrow(credentials.key)
})

test('says what is wrong with options that are none', () => {
  expect(() => createVerifyServer(undefined as unknown as VerifyServerOptions)).toThrow(
    '[phoneproof] createVerifyServer() cannot use the option options.',
  )
})
