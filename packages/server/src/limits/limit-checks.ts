import { refuseOption } from '../refuse-option.ts'
import { defaultLimits, type Limit, type Limits } from './limits.ts'

/** The defaults, with those that are given in their place. */
export function limitsOf(given: Partial<Limits> | undefined): Limits {
  const limits: Limits = { ...defaultLimits, ...given }
  for (const [name, value] of Object.entries(limits) as [string, unknown][]) {
    const option = `limits.${name}`
    if (!(name in defaultLimits)) {
      refuseOption(option, `is not a limit. There are ${Object.keys(defaultLimits).join(', ')}`)
    }
    // SAFETY: it is a name of one of them.
    const usual = defaultLimits[name as keyof Limits]
    if (typeof usual !== 'number') checkList(option, value)
    else if (name === 'attemptsPerVerification') checkCount(option, value)
    else if (!(typeof value === 'number' && value > 0)) {
      refuseOption(option, 'must be a number above 0, or Infinity for no limit')
    }
  }
  return limits
}

function checkList(option: string, value: unknown): void {
  if (!Array.isArray(value) || !value.every(isLimit)) {
    refuseOption(
      option,
      'must be a list of { max, windowMs }, whole numbers above 0. [] is no limit',
    )
  }
  // They would be one counter with two limits.
  if (new Set(value.map(({ windowMs }) => windowMs)).size < value.length) {
    refuseOption(option, 'must not have two limits with one windowMs')
  }
}

function checkCount(option: string, value: unknown): void {
  if (!isCount(value)) refuseOption(option, 'must be a whole number above 0')
}

function isLimit(value: unknown): value is Limit {
  const { max, windowMs } = Object(value) as { max?: unknown; windowMs?: unknown }
  return isCount(max) && isCount(windowMs)
}

const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) > 0
