import type { VerifyClientOptions } from './client.ts'

declare const process: { env: { NODE_ENV?: string } } | undefined

/**
 * Development only: says so when a page is about to talk to TextMagic itself. That needs the
 * account's API key in the browser, where everybody can read it.
 */
export function warnAboutExposedKey({ baseUrl, headers }: VerifyClientOptions): void {
  if (typeof process === 'undefined' || process.env.NODE_ENV === 'production') return
  if (!('document' in globalThis)) return
  const names = [...new Headers(typeof headers === 'function' ? undefined : headers).keys()]
  const hasKey = names.some((name) => name === 'x-tm-key')
  if (!hasKey && !/^(?:https?:)?\/\/[^/]*textmagic/i.test(baseUrl)) return
  // oxlint-disable-next-line no-console -- speaks to developers, in development only
  console.warn(
    `[phoneproof] createVerifyClient() got ${hasKey ? 'an X-TM-Key header' : `baseUrl "${baseUrl}"`} in a browser. ` +
      'Calling TextMagic from a page publishes your API key, which can send messages on your bill. ' +
      'Point baseUrl at a same-origin route of your own backend, and let that add the key.',
  )
}
