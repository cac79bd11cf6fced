import type { VerifyClientOptions } from './client-options.ts'

declare const process: { env: { NODE_ENV?: string } }

const textMagicHost = /^(?:https?:)?\/\/(?:[^/]+\.)?textmagic\.com(?=[:/]|$)/i

/**
 * Development only: says so when a page is about to talk to TextMagic itself. That needs the
 * account's API key in the browser, where everybody can read it.
 */
export function warnAboutExposedKey({ baseUrl, headers }: VerifyClientOptions): void {
  if (!('document' in globalThis) || isProduction()) return
  const hasKey = typeof headers !== 'function' && new Headers(headers).has('x-tm-key')
  if (!hasKey && !textMagicHost.test(baseUrl)) return
  // oxlint-disable-next-line no-console -- speaks to developers, in development only
  console.warn(
    `[phoneproof] createVerifyClient() got ${hasKey ? 'an X-TM-Key header' : `baseUrl "${baseUrl}"`} in a browser. ` +
      'Calling TextMagic from a page publishes your API key, which can send messages on your bill. ' +
      'Point baseUrl at a same-origin route of your own backend, and let that add the key.',
  )
}

/**
 * A bundler replaces the expression. Asking for `typeof process` first would never warn, because
 * a page has none; and a page without a bundler is somebody trying something out.
 */
function isProduction(): boolean {
  try {
    return process.env.NODE_ENV === 'production'
  } catch {
    return false
  }
}
