import { expect, test } from 'vitest'
import { browserApis } from '../support/browser-apis.ts'
import { isTest, readSources } from './source-file.ts'

/** What every engine has, and no setting takes away. */
const basics = [
  /^(?:window|document)\.(?:add|remove)EventListener$/,
  /^window\.history$/,
  /^document\.documentElement$/,
]

test('every browser API that a package asks is one that tests take away', () => {
  const asked = new Set<string>()
  for (const [path, { members, calls }] of readSources()) {
    if (!/^packages\/(?:client|hooks|react)\/src\//.test(path) || isTest(path)) continue
    for (const name of [...members, ...calls]) if (isBrowserApi(name)) asked.add(name)
  }
  const known = browserApis.map(({ name }) => name)
  const unknown = [...asked].filter(
    (name) => !known.includes(name) && !basics.some((basic) => basic.test(name)),
  )
  expect(asked).toContain('navigator.onLine')
  expect(unknown).toEqual([])
})

const isBrowserApi = (name: string): boolean =>
  /^(?:window|document|navigator|crypto|performance|Intl|screen|location)\./.test(name) ||
  /^(?:requestAnimationFrame|requestIdleCallback|getComputedStyle|matchMedia|reportError)$/.test(
    name,
  )
