import type { Fault } from '../faults.ts'

/** Whether a value fits, and what would, in words. */
type Rule = readonly [fits: (value: unknown) => boolean, words: string]

const isBoolean: Rule = [(value) => typeof value === 'boolean', 'true or false']
const from = (least: number, words: string): Rule => [
  (value) => typeof value === 'number' && value >= least,
  words,
]

const rules: Readonly<Record<keyof Fault, Rule>> = {
  operation: [
    (value) => value === 'start' || value === 'check' || value === 'cancel',
    'start, check or cancel',
  ],
  times: from(1, 'a number of requests'),
  latencyMs: from(0, 'a number of milliseconds'),
  status: [
    (value) => Number.isInteger(value) && Number(value) >= 400 && Number(value) < 600,
    'an HTTP status from 400 to 599',
  ],
  headers: [
    (value) =>
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).every((each) => typeof each === 'string'),
    'an object of strings',
  ],
  dropRequest: isBoolean,
  dropAnswer: isBoolean,
  malformed: isBoolean,
}

/** The fault that a body describes, or a sentence about what is wrong with it. */
export function readFault(body: Record<string, unknown>): Fault | string {
  for (const [member, value] of Object.entries(body)) {
    // SAFETY: hasOwn says so.
    const rule = Object.hasOwn(rules, member) ? rules[member as keyof Fault] : undefined
    if (!rule) return `A fault has no "${member}". It can have: ${Object.keys(rules).join(', ')}.`
    const [fits, words] = rule
    if (!fits(value)) return `"${member}" must be ${words}.`
  }
  return body
}
