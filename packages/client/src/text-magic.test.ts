import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { deliveriesOf, textMagic, workflowIdsOf } from './index.ts'

const contract = readFileSync(new URL('../verify-api.md', import.meta.url), 'utf8')

/** The section of verify-api.md with a number. */
const section = (number: number): string =>
  (contract.split(`\n## ${number} `)[1] ?? '').split('\n## ')[0] ?? ''

test('every workflow of TextMagic delivers as the table of verify-api.md 7 says', () => {
  const words: Record<string, string> = { sms: 'text', voice: 'call' }
  const rows = workflowIdsOf(textMagic).map((id) => {
    const deliveries = deliveriesOf(textMagic, id)
    const cells = [0, 60_000, 120_000].map((at) => {
      const channels = deliveries.filter(({ atMs }) => atMs === at).map(({ channel }) => channel)
      return channels.map((channel) => words[channel]).join() || '–'
    })
    const name = id === textMagic.defaultWorkflowId ? `${id} (default)` : String(id)
    expect(cells.filter((cell) => cell !== '–')).toHaveLength(deliveries.length)
    return `| ${name} | ${cells.join(' | ')} | ${textMagic.codeValidForMs / 1000} s |`
  })
  expect(section(7).match(/^\| \d.*\|$/gm)).toEqual(rows)
})

test('the languages of TextMagic are those of verify-api.md 3', () => {
  const [, list = ''] = /The 24 languages: `([^`]+)`/.exec(section(3)) ?? []
  expect(list.split(/\s+/)).toEqual(textMagic.languages)
})

test('TextMagic has seven workflows, two code lengths and 24 languages', () => {
  expect(workflowIdsOf(textMagic)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(textMagic.codeLengths).toEqual([4, 6])
  expect(textMagic.codeLengths).toContain(textMagic.defaultCodeLength)
  expect(new Set(textMagic.languages).size).toBe(24)
})

test('a code of TextMagic is valid for five minutes, and can be cancelled from 30 seconds on', () => {
  expect(textMagic.codeValidForMs).toBe(300_000)
  expect(textMagic.cancelAllowedAfterMs).toBe(30_000)
})
