// The browser APIs that the packages ask, beyond what every engine they are for has and no setting
// takes away: elements, events, selections, forms, fetch, AbortController.

export interface BrowserApi {
  /** As the code says it, such as `navigator.onLine`. */
  name: string
  /** Read, not called: where it throws, reading throws. */
  isValue?: boolean
  owner: () => object
}

const apis = (owner: () => object, names: string[], isValue = false): BrowserApi[] =>
  names.map((name) => ({ name, owner, isValue }))

export const browserApis: readonly BrowserApi[] = [
  ...apis(() => window, ['window.sessionStorage', 'crypto'], true),
  ...apis(() => window, ['BroadcastChannel', 'requestAnimationFrame', 'getComputedStyle']),
  ...apis(() => window, ['window.matchMedia', 'window.requestIdleCallback']),
  ...apis(() => window, ['window.cancelIdleCallback']),
  ...apis(() => BroadcastChannel.prototype, ['channel.postMessage', 'channel.close']),
  ...apis(() => Storage.prototype, ['storage.getItem', 'storage.setItem', 'storage.removeItem']),
  ...apis(() => Crypto.prototype, ['crypto.getRandomValues']),
  ...apis(() => History.prototype, ['history.pushState', 'history.replaceState', 'history.back']),
  ...apis(() => History.prototype, ['history.state'], true),
  ...apis(() => Navigator.prototype, ['navigator.onLine', 'navigator.languages'], true),
  ...apis(() => Navigator.prototype, ['navigator.language', 'navigator.userAgent'], true),
  ...apis(() => Navigator.prototype, ['navigator.credentials'], true),
  ...apis(() => Document.prototype, ['document.visibilityState'], true),
  ...apis(() => Document.prototype, ['document.execCommand']),
  ...apis(() => Performance.prototype, ['performance.now']),
  ...apis(() => Intl, ['Intl.DisplayNames', 'Intl.Collator', 'Intl.PluralRules', 'Intl.Locale']),
  ...apis(() => Intl, ['Intl.getCanonicalLocales']),
  ...apis(() => Element.prototype, ['element.scrollIntoView']),
  ...apis(() => HTMLElement.prototype, ['element.showPopover']),
  ...apis(() => HTMLElement.prototype, ['element.popover'], true),
  ...apis(() => HTMLFormElement.prototype, ['form.requestSubmit']),
]

export type Breakage = 'is not there' | 'throws'

/** To code of ours, and to nobody else, an API is gone or throws, until the returned call. */
export function breakApi({ name, owner, isValue }: BrowserApi, how: Breakage): () => void {
  const key = name.slice(name.lastIndexOf('.') + 1)
  const target = owner()
  const original = Object.getOwnPropertyDescriptor(target, key)
  if (!original) throw new Error(`${name} is not where it was thought to be.`)
  const refuse = function (): never {
    throw new DOMException(`${name} is refused.`, 'SecurityError')
  }
  const read = (self: object): unknown => (original.get ? original.get.call(self) : original.value)
  Object.defineProperty(target, key, {
    configurable: true,
    get(this: object) {
      if (!isAskedByUs()) return read(this)
      if (how === 'is not there') return undefined
      return isValue ? refuse() : refuse
    },
    set(this: object, value: unknown) {
      if (isAskedByUs() && how === 'throws') refuse()
      original.set?.call(this, value)
    },
  })
  return () => {
    Object.defineProperty(target, key, original)
  }
}

/** By the published code of a package itself. */
function isAskedByUs(): boolean {
  const callers = (new Error('who asks').stack ?? '')
    .split('\n')
    .filter((line) => line.includes('://') && !line.includes('/browser-apis.ts'))
  return /\/packages\/(?:client|hooks|react)\/src\/(?!.*\.test\.)/.test(callers[0] ?? '')
}
