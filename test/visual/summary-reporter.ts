import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter'

/** One line for all photographs that another version of Chromium has drawn differently. */
export default class SummaryReporter implements Reporter {
  #different = 0

  onTestEnd(_test: TestCase, { status, annotations }: TestResult): void {
    const isOther = annotations.some(({ description = '' }) => /another Chromium/.test(description))
    if (status === 'skipped' && isOther) this.#different += 1
  }

  onEnd(): void {
    if (this.#different === 0) return
    console.log(
      `\n${this.#different} stories differ from their photographs, which are of another Chromium ` +
        '(test/visual/baselines/chromium-version.txt): skipped, not failed.',
    )
  }
}
