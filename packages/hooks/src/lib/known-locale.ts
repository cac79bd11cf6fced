import { warnOnce } from './developer-message.ts'

const scripts: Readonly<Record<string, string>> = { latin: '-Latn', cyrillic: '-Cyrl' }

/**
 * Turns a tag from outside into one that `Intl` takes. `Intl` throws on `pt_BR`, which backends and phones
 * write. Undefined, which means the browser's own, if no tag can be made of it.
 */
export function knownLocale(given: string | null | undefined): string | undefined {
  if (given === undefined || given === null) return undefined
  const [, language = '', rest = '', script = ''] =
    /^([a-z]{2,3}(?![a-z\d]))?([^.@]*)[^@]*@?(\w*)/i.exec(given.trim()) ?? []
  const posix = `${language}${scripts[script] ?? ''}${rest}`.replaceAll('_', '-')
  const tag = canonical(given)
  if (tag !== undefined) return tag
  const known = canonical(posix) ?? canonical(language)
  warnOnce({
    what: `The locale "${given}" is no BCP 47 tag.`,
    why: `Names and numbers are written as in ${known ?? 'the language of the browser'} instead.`,
    fix: 'Pass one such as "pt-BR".',
  })
  return known
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch (error) {
    // Any other error is not about the tag.
    const isRefused = error instanceof RangeError || !/^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/i.test(tag)
    return isRefused ? undefined : tag
  }
}
