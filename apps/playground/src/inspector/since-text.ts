import type { Recording } from './recorder.ts'
import { timeText } from './time-text.ts'

/** From when on there is something to see: a reload and a restart begin again. */
export function sinceText({ at, by }: Recording['since'], timeZone?: string): string {
  const what = by === 'load' ? 'the page was loaded' : 'it was started again'
  return `Since ${what}, at ${timeText(at, timeZone)}.`
}
