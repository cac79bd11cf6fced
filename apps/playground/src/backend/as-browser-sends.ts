/**
 * The request with the headers that a browser adds on its way out, after the page and its service
 * worker have seen it. A page cannot set them.
 */
export function asBrowserSends(request: Request): Request {
  const headers = new Headers(request.headers)
  headers.set('origin', window.location.origin)
  headers.set('sec-fetch-site', 'same-origin')
  return new Proxy(request, {
    get(target, name) {
      if (name === 'headers') return headers
      // Not with the proxy as receiver: these are getters of the platform, which know their own objects.
      const value: unknown = Reflect.get(target, name)
      return typeof value === 'function' ? (value.bind(target) as unknown) : value
    },
  })
}
