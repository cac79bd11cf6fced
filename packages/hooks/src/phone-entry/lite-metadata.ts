import type { MetadataJson } from 'libphonenumber-js/core'
import { numberingPlans } from './numbering-plans.ts'

type Plan = MetadataJson['countries'][keyof MetadataJson['countries']]

let lite: MetadataJson | undefined

/**
 * What libphonenumber-js needs to read a number: calling codes, dialling and trunk prefixes, possible
 * lengths. Without patterns and formats it can neither tell a valid number nor space it out.
 */
export const liteMetadata = (): MetadataJson => (lite ??= expand(numberingPlans))

function expand(lines: string): MetadataJson {
  const metadata: MetadataJson = {
    version: 4,
    country_calling_codes: {},
    countries: {},
    nonGeographic: {},
  }
  let code = 0
  for (const line of lines.trim().split('\n')) {
    const [key = '', trunk, idd, parsing, transform, leading] = line.split(';')
    const [, step, place = '', lengths = ''] = /^(\d*)(:|..)(.*)/.exec(key) ?? []
    code += Number(step || 1)
    const callingCode = `${code}`
    const possible = Array.from(lengths, (length) => parseInt(length, 16))
    // Any digits of a possible length: enough to know where a trunk prefix ends.
    const pattern = possible.map((length) => `\\d{${length}}`).join('|')
    const plan: Plan = [callingCode, idd || '00', pattern, possible, 0]
    plan.push(trunk || 0, 0, parsing || 0, transform || 0, 0, leading || 0)
    // SAFETY: the lines are written from libphonenumber-js's own list.
    const country = place as keyof MetadataJson['countries']
    if (place === ':') metadata.nonGeographic[callingCode] = plan
    else {
      metadata.countries[country] = plan
      ;(metadata.country_calling_codes[callingCode] ??= []).push(country)
    }
  }
  return metadata
}
