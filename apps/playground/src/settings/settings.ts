import {
  textMagic,
  workflowIdsOf,
  isBrand,
  type CodeLength,
  type Language,
} from '@phoneproof/client'
import type { CountdownStyle } from '@phoneproof/react'
import { scenarioNames, type ScenarioName } from '@phoneproof/simulator'
import { speeds, type Speed } from '../playback.ts'
import { directionOfLocale, locales, type Locale } from './locales.ts'

export const pageNames = ['sign-up', 'checkout', 'account', 'probes'] as const
export const themes = ['system', 'light', 'dark'] as const
export const directions = ['auto', 'ltr', 'rtl'] as const
export const countdowns: readonly CountdownStyle[] = ['precise', 'coarse', 'hidden']
const mostLatencyMs = 60_000

/** Everything that can be chosen, and so everything that a link holds. */
export interface Settings {
  readonly page: (typeof pageNames)[number]
  readonly scenario: ScenarioName
  readonly codeLength: CodeLength
  /** Of text and call; empty for the choice of the service. */
  readonly language: Language | ''
  /** Empty for the one of the page. */
  readonly brand: string
  readonly workflowId: number
  readonly theme: (typeof themes)[number]
  /** Of the messages on the page. */
  readonly locale: Locale
  /** `auto`: that of the locale. */
  readonly direction: (typeof directions)[number]
  readonly countdown: CountdownStyle
  /** Milliseconds before each answer; 0 for those of the scenario. */
  readonly latencyMs: number
  readonly isOffline: boolean
  /** Requests go through the server half, and not to the service itself. */
  readonly hasBackend: boolean
  readonly speed: Speed
  readonly isPaused: boolean
}

interface Setting<Value> {
  readonly parameter: string
  readonly fallback: Value
  /** Undefined for what is not among the values. */
  readonly read: (text: string) => Value | undefined
}

const oneOf = <Value extends string | number | boolean>(
  parameter: string,
  values: readonly Value[],
  fallback: Value,
): Setting<Value> => ({
  parameter,
  fallback,
  read: (text) => values.find((value) => String(value) === text),
})

/** Each setting with its parameter in the address. The README has them as a table. */
export const settings: { readonly [Name in keyof Settings]: Setting<Settings[Name]> } = {
  page: oneOf('page', pageNames, 'sign-up'),
  scenario: oneOf('scenario', scenarioNames, 'happy-path'),
  codeLength: oneOf('digits', textMagic.codeLengths, 6),
  language: oneOf('language', textMagic.languages, ''),
  brand: {
    parameter: 'brand',
    fallback: '',
    read: (text) => (isBrand(text) ? text.trim() : undefined),
  },
  workflowId: oneOf('workflow', workflowIdsOf(textMagic), textMagic.defaultWorkflowId),
  theme: oneOf('theme', themes, 'system'),
  locale: oneOf('lang', locales, 'en'),
  direction: oneOf('dir', directions, 'auto'),
  countdown: oneOf('countdown', countdowns, 'precise'),
  latencyMs: { parameter: 'latency', fallback: 0, read: readLatency },
  isOffline: oneOf('offline', [true], false),
  hasBackend: oneOf('backend', [true], false),
  speed: oneOf('speed', speeds, 1),
  isPaused: oneOf('paused', [true], false),
}

function readLatency(text: string): number | undefined {
  const value = /^\d{1,5}$/.test(text) ? Number(text) : undefined
  return value !== undefined && value <= mostLatencyMs ? value : undefined
}

// SAFETY: the keys of the object above.
const names = Object.keys(settings) as (keyof Settings)[]

/** What the query of an address asks for. Whatever is missing or unknown has its default. */
export function parseSettings(search: string): Settings {
  const params = new URLSearchParams(search)
  const read = names.map((name) => {
    const { parameter, fallback, read: readText } = settings[name]
    return [name, readText(params.get(parameter) ?? '') ?? fallback]
  })
  // SAFETY: each name with a value of its own setting.
  return Object.fromEntries(read) as Settings
}

export const defaultSettings: Settings = parseSettings('')

/** The query that asks for these. Defaults leave no trace; what is not a setting stays. */
export function writeSettings(chosen: Settings, search = ''): string {
  const params = new URLSearchParams(search)
  for (const name of names) {
    const { parameter, fallback } = settings[name]
    if (chosen[name] === fallback) params.delete(parameter)
    else params.set(parameter, String(chosen[name]))
  }
  const text = params.toString()
  return text === '' ? '' : `?${text}`
}

/** What the flow reads once, when a code is sent. */
const readAtStart = {
  codeLength: 'code length',
  workflowId: 'workflow',
  language: 'language',
  brand: 'brand',
} as const

// SAFETY: the keys of the object above.
const keysReadAtStart = Object.keys(readAtStart) as (keyof typeof readAtStart)[]

/** The name of the first setting that a running code has not, because it was sent before. */
export function changedForStart(before: Settings, after: Settings): string | undefined {
  const changed = keysReadAtStart.find((key) => before[key] !== after[key])
  return changed && readAtStart[changed]
}

export const directionOf = ({ direction, locale }: Pick<Settings, 'direction' | 'locale'>) =>
  direction === 'auto' ? directionOfLocale(locale) : direction

/** What a session is about. A tab that is opened for something else does not continue the old one. */
export const subjectOf = (chosen: Settings): string =>
  JSON.stringify(
    (['page', 'scenario', 'hasBackend', ...keysReadAtStart] as const).map((name) =>
      String(chosen[name]),
    ),
  )
