import type { VerifyClientOptions } from './client-options.ts'

const textMagicHost = /^(?:https?:)?\/\/(?:[^/]+\.)?textmagic\.com(?=[:/]|$)/i

/**
 * Warns when a page is about to call TextMagic itself. That puts the account's API key into the
 * browser, where anybody can read it.
 */
export function warnAboutExposedKey({ baseUrl, headers }: VerifyClientOptions): void {
  if (!('document' in globalThis)) return
  const hasKey = typeof headers !== 'function' && namesKey(headers)
  if (!hasKey && !textMagicHost.test(baseUrl)) return
  // oxlint-disable-next-line no-console -- speaks to developers, in development only
  console.warn(
    `[phoneproof] createVerifyClient() got ${hasKey ? 'an X-TM-Key header' : `baseUrl "${baseUrl}"`} in a browser. ` +
      'Calling TextMagic from a page publishes your API key, which can send messages on your bill. ' +
      'Point baseUrl at a same-origin route of your own backend, and let that add the key.',
  )
}

function namesKey(headers: HeadersInit | undefined): boolean {
  try {
    return new Headers(headers).has('x-tm-key')
  } catch {
    // The first request reports what is wrong with them.
    return false
  }
}
