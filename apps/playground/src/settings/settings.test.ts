import { expect, test } from 'vitest'
import {
  changedForStart,
  defaultSettings,
  directionOf,
  parseSettings,
  subjectOf,
  writeSettings,
  type Settings,
} from './settings.ts'

const unusual: Settings = {
  page: 'checkout',
  scenario: 'landline',
  codeLength: 4,
  language: 'pt-br',
  brand: 'Café Zoë 2',
  workflowId: 5,
  theme: 'dark',
  locale: 'fr-ca',
  direction: 'ltr',
  countdown: 'coarse',
  latencyMs: 1500,
  isOffline: true,
  hasBackend: true,
  speed: 60,
  isPaused: true,
}

test('gives back from an address what was written into it', () => {
  for (const [name, value] of Object.entries(unusual)) {
    expect(defaultSettings, name).not.toHaveProperty(name, value)
  }
  expect(parseSettings(writeSettings(unusual))).toEqual(unusual)
})

test('writes readable parameters, and none for a default', () => {
  expect(writeSettings(defaultSettings)).toBe('')
  expect(writeSettings({ ...defaultSettings, page: 'account', codeLength: 4 })).toBe(
    '?page=account&digits=4',
  )
  expect(writeSettings(defaultSettings, '?digits=4&theme=dark')).toBe('')
})

test('leaves alone what is not a setting', () => {
  const search = '?ref=mail&theme=dark'
  expect(writeSettings({ ...defaultSettings, theme: 'light' }, search)).toBe(
    '?ref=mail&theme=light',
  )
})

test.each([
  'page=nowhere',
  'scenario=toString',
  'digits=5',
  'language=xx-xx',
  'brand=Way+too+long+for+a+brand',
  'brand=%3Cscript%3E',
  'workflow=8',
  'theme=pink',
  'lang=tlh',
  'dir=up',
  'countdown=never',
  'latency=-1',
  'latency=1e3',
  'latency=60001',
  'offline=maybe',
  'backend=maybe',
  'speed=2',
  'paused=maybe',
])('takes the default for %s', (parameter) => {
  expect(parseSettings(`?${parameter}`)).toEqual(defaultSettings)
})

test('knows what a code that is under way can no longer follow', () => {
  expect(changedForStart(defaultSettings, { ...defaultSettings, brand: 'Acme' })).toBe('brand')
  expect(changedForStart(defaultSettings, { ...defaultSettings, workflowId: 3 })).toBe('workflow')
  expect(changedForStart(defaultSettings, { ...defaultSettings, theme: 'dark' })).toBeUndefined()
})

test('takes the direction of the locale unless one is chosen', () => {
  expect(directionOf({ locale: 'de', direction: 'auto' })).toBe('ltr')
  expect(directionOf({ locale: 'de', direction: 'rtl' })).toBe('rtl')
})

test('knows what a session is about: not how it looks, nor how fast it runs', () => {
  const about = subjectOf(defaultSettings)
  for (const change of [
    { page: 'checkout' },
    { scenario: 'busy' },
    { hasBackend: true },
    { codeLength: 4 },
    { language: 'de-de' },
    { brand: 'Acme' },
    { workflowId: 2 },
  ] as const) {
    expect(subjectOf({ ...defaultSettings, ...change })).not.toBe(about)
  }
  expect(subjectOf({ ...unusual, ...subject })).toBe(about)
})

const { page, scenario, hasBackend, codeLength, language, brand, workflowId } = defaultSettings
const subject = { page, scenario, hasBackend, codeLength, language, brand, workflowId }
