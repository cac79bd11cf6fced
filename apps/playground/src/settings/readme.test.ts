import { readFileSync } from 'node:fs'
import { textMagic, workflowIdsOf } from '@phoneproof/client'
import { scenarioNames } from '@phoneproof/simulator'
import { expect, test } from 'vitest'
import { speeds } from '../playback.ts'
import { locales } from './locales.ts'
import { countdowns, directions, pageNames, settings, themes } from './settings.ts'

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
const rows = [...readme.matchAll(/^\| `(\w+)` \| (.*?) \| (.*?) \|$/gm)].map(
  ([, parameter = '', values = '', fallback = '']) => ({ parameter, values, fallback }),
)

test('the README has every parameter of a link, with its default', () => {
  const described = rows.map(({ parameter, fallback }) => [parameter, fallback])
  expect(described).toEqual(
    Object.values(settings).map(({ parameter, fallback }) => [
      parameter,
      fallback === '' || fallback === false ? 'none' : `\`${fallback}\``,
    ]),
  )
})

test.each(
  Object.entries({
    page: pageNames,
    digits: textMagic.codeLengths,
    workflow: workflowIdsOf(textMagic),
    theme: themes,
    dir: directions,
    countdown: countdowns,
    speed: speeds,
  }),
)('the README has the values of %s', (parameter, values: readonly (string | number)[]) => {
  const row = rows.find((each) => each.parameter === parameter)
  expect(row?.values).toBe(values.map((value) => `\`${value}\``).join(', '))
})

test('the README says how many scenarios, languages and locales there are', () => {
  const valuesOf = (parameter: string) => rows.find((row) => row.parameter === parameter)?.values
  expect(valuesOf('scenario')).toContain(`${scenarioNames.length} `)
  expect(valuesOf('language')).toContain(`${textMagic.languages.length} `)
  expect(valuesOf('lang')).toContain('locales')
  expect(locales.length).toBeGreaterThan(10)
})
