// Writes packages/hooks/src/phone-entry/numbering-plans.ts from libphonenumber-js's full metadata.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import metadata from 'libphonenumber-js/max/metadata'

export const numberingPlansFile: string = fileURLToPath(
  new URL('../../packages/hooks/src/phone-entry/numbering-plans.ts', import.meta.url),
)

type Plan = readonly (string | number | readonly number[] | undefined)[]

const text = (field: Plan[number]): string => (field ? String(field) : '')
/** Each length as one digit to the base of 16: none is longer than 15. */
const lengthsOf = (plan: Plan): string =>
  Array.isArray(plan[3]) ? plan[3].map((length: number) => length.toString(16)).join('') : ''

/**
 * One line a plan, by calling code: how much higher than the last (none: by one), place (or a colon),
 * lengths; trunk prefix, dialling prefix, what parses and transforms a national number, leading
 * digits. In this way it packs best.
 */
function line(step: number, place: string, plan: Plan): string {
  const idd = plan[1] === '00' ? '' : text(plan[1])
  const fields = [text(plan[5]), idd, text(plan[7]), text(plan[8]), text(plan[10])]
  const key = `${step === 1 ? '' : step}${place || ':'}${lengthsOf(plan)}`
  return [key, ...fields].join(';').replace(/;+$/, '')
}

export function numberingPlansModule(): string {
  // SAFETY: the fields of a plan by position, as libphonenumber-js documents them.
  const { country_calling_codes, countries, nonGeographic } = metadata as unknown as {
    country_calling_codes: Record<string, string[]>
    countries: Record<string, Plan>
    nonGeographic: Record<string, Plan>
  }
  const plans = Object.entries(country_calling_codes).flatMap(([callingCode, places]) =>
    places.flatMap((place) => {
      const plan = countries[place]
      return plan ? [{ callingCode: Number(callingCode), place, plan }] : []
    }),
  )
  for (const [callingCode, plan] of Object.entries(nonGeographic)) {
    plans.push({ callingCode: Number(callingCode), place: '', plan })
  }
  // The first of a shared code is its main country: their order stays.
  plans.sort((one, other) => one.callingCode - other.callingCode)
  const lines = plans.map(({ callingCode, place, plan }, index) =>
    line(callingCode - (plans[index - 1]?.callingCode ?? 0), place, plan),
  )
  return [
    '// Written by test/scripts/lite-metadata.ts. Do not edit.',
    'export const numberingPlans: string = String.raw`',
    `${lines.join('\n')}\``,
    '',
  ].join('\n')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(numberingPlansFile, numberingPlansModule())
}
