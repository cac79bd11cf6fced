import { createVerifyClient, type Clock, type VerifyClient } from '@phoneproof/client'
import type { Credentials } from '../options.ts'

/** TextMagic Verify, with the key of an account. */
export function textMagicService(
  { username, key, baseUrl = 'https://rest.textmagic.com/api/v2' }: Credentials,
  clock: Clock,
): VerifyClient {
  return createVerifyClient({
    baseUrl,
    headers: { 'x-tm-username': username, 'x-tm-key': key },
    timeoutMs: 10_000,
    clock,
    // A redirect would carry the key elsewhere, and a wrong code to whoever says yes.
    fetch: (input, init) => fetch(input, { ...init, redirect: 'manual' }),
  })
}
