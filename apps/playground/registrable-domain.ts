/**
 * Stands in for `tldts`, with which the cookie jar of MSW tells `example.co.uk` from `co.uk`: a list
 * of 113 kB gzipped, a third of the page. The simulated service sets no cookies, so nothing asks.
 */
export const getDomain = (host: string): string => host.split('.').slice(-2).join('.')
