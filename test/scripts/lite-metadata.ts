// Writes packages/hooks/src/phone-entry/numbering-plans.ts from libphonenumber-js's full metadata.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import metadata from 'libphonenumber-js/max/metadata'

export const numberingPlansFile: string = fileURLToPath(
  new URL('../../packages/hooks/src/phone-entry/numbering-plans.ts', import.meta.url),
)

type Plan = readonly (string | number | readonly number[] | undefined)[]

const text = (field: Plan[number]): string => (field ? String(field) : '')
const lengthsOf = (plan: Plan): string => (Array.isArray(plan[3]) ? plan[3].join(',') : '')

/** One line a plan: calling code, place, dialling prefix, lengths, trunk prefixes, leading digits. */
function line(callingCode: string, place: string, plan: Plan): string {
  const idd = plan[1] === '00' ? '' : text(plan[1])
  const fields = [idd, lengthsOf(plan), text(plan[5]), text(plan[7]), text(plan[8]), text(plan[10])]
  return [callingCode + place, ...fields].join(';').replace(/;+$/, '')
}

export function numberingPlansModule(): string {
  // SAFETY: the fields of a plan by position, as libphonenumber-js's METADATA.md lists them.
  const { country_calling_codes, countries, nonGeographic } = metadata as unknown as {
    country_calling_codes: Record<string, string[]>
    countries: Record<string, Plan>
    nonGeographic: Record<string, Plan>
  }
  const lines = Object.entries(country_calling_codes).flatMap(([callingCode, places]) =>
    places.flatMap((place) => {
      const plan = countries[place]
      return plan ? [line(callingCode, place, plan)] : []
    }),
  )
  const others = Object.entries(nonGeographic).map(([code, plan]) => line(code, '', plan))
  return [
    '// Written by test/scripts/lite-metadata.ts. Do not edit.',
    'export const numberingPlans: string = String.raw`',
    `${[...lines, ...others].join('\n')}\``,
    '',
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(numberingPlansFile, numberingPlansModule())
}
