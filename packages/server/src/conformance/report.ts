import type { ConformanceResult } from './judge.ts'

const marks = { passed: '✓', failed: '✗', skipped: '–' } as const

/** Writes a line for each result, and what is wrong below it. */
export function createReport(write: (text: string) => void): {
  add: (result: ConformanceResult) => void
  total: () => string
} {
  const results: ConformanceResult[] = []

  function sum(section: ConformanceResult['section'], name: string): string {
    const own = results.filter((each) => each.section === section && each.verdict !== 'skipped')
    const passed = own.filter(({ verdict }) => verdict === 'passed').length
    return `${name}: ${passed} of ${own.length} passed`
  }

  return {
    add(result) {
      results.push(result)
      const { verdict, section, id, title, figure, why } = result
      const measured = figure === undefined ? '' : ` (${figure})`
      write(`${marks[verdict]} ${section} ${id}: ${title}${measured}\n`)
      if (why !== '') write(`    ${why}\n`)
    },
    total() {
      const skipped = results.filter(({ verdict }) => verdict === 'skipped').length
      const rest = skipped === 0 ? '' : `; ${skipped} skipped`
      const hasFailed = results.some(({ verdict }) => verdict === 'failed')
      const more = hasFailed ? 'verify-api.md is a file of the package @phoneproof/client.\n' : ''
      return `\n${sum('contract', 'Contract')}; ${sum('attack', 'attacks')}${rest}.\n${more}`
    },
  }
}
