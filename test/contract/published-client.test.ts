// TextMagic's own JavaScript client, unchanged, against the sandbox (verify-api.md 10).
import { expect, it } from 'vitest'
import { startSandbox } from '@phoneproof/simulator/sandbox'
import { onTestFinished } from 'vitest'
import { createRequire } from 'node:module'

/** What is used of it. The package has no types. */
interface TextMagic {
  ApiClient: {
    instance: {
      basePath: string
      authentications: { BasicAuth: { username: string; password: string } }
    }
  }
  TextMagicApi: new () => {
    sendPhoneVerificationCodeTFAWithHttpInfo(input: object): Promise<Published>
    checkPhoneVerificationCodeTFAWithHttpInfo(input: object): Promise<Published>
    cancelVerificationWithHttpInfo(verifyId: string): Promise<Published>
  }
}
interface Published {
  data: { verifyId: string; price: number } | null
  response: { status: number }
}

// SAFETY: the members above are documented in its README and used below.
const textMagic = createRequire(import.meta.url)('textmagic-client') as TextMagic

it('runs start, wrong code, right code, 409, early cancel and cancel', async () => {
  const sandbox = await startSandbox({
    port: 0,
    credentials: { username: 'someuser', key: 'somekey' },
  })
  onTestFinished(() => sandbox.close())
  sandbox.clock.speed = 0
  const { instance } = textMagic.ApiClient
  instance.basePath = sandbox.url
  instance.authentications.BasicAuth = Object.assign(instance.authentications.BasicAuth, {
    username: 'someuser',
    password: 'somekey',
  })
  const api = new textMagic.TextMagicApi()
  const transcript: string[] = []
  async function note(name: string, call: Promise<Published>): Promise<Published | undefined> {
    try {
      const answer = await call
      transcript.push(`${name}: ${answer.response.status}`)
      return answer
    } catch (error) {
      const { status, message } = error as { status: number; message: string }
      transcript.push(`${name}: ${status} ${message}`)
      return undefined
    }
  }
  const input = { phone: '447860021130', brand: 'TextMagic', codeLength: 4, language: 'en-gb' }
  const code = () => Number(sandbox.simulator.lastCode('+447860021130'))

  const first = await note('start', api.sendPhoneVerificationCodeTFAWithHttpInfo(input))
  expect(first?.data).toMatchObject({ verifyId: expect.any(String), price: 0.05 })
  const verifyId = first?.data?.verifyId ?? ''
  const check = (each: number) =>
    api.checkPhoneVerificationCodeTFAWithHttpInfo({ code: each, verifyId })
  await note('start again', api.sendPhoneVerificationCodeTFAWithHttpInfo(input))
  await note('early cancel', api.cancelVerificationWithHttpInfo(verifyId))
  await note('wrong code', check((code() % 9000) + 1001))
  await note('right code', check(code()))
  const second = await note('start', api.sendPhoneVerificationCodeTFAWithHttpInfo(input))
  await sandbox.clock.advance('30s')
  await note('cancel', api.cancelVerificationWithHttpInfo(second?.data?.verifyId ?? ''))
  await note('cancel again', api.cancelVerificationWithHttpInfo(second?.data?.verifyId ?? ''))

  expect(transcript).toEqual([
    'start: 200',
    'start again: 409 Conflict',
    'early cancel: 400 Bad Request',
    'wrong code: 400 Bad Request',
    'right code: 204',
    'start: 200',
    'cancel: 204',
    'cancel again: 404 Not Found',
  ])
})
