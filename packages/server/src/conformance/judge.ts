import { RowFailure, RowSkip, type Need, type Row, type Section, type Stage } from './row.ts'

/** How a backend did in one row. */
export interface ConformanceResult {
  readonly id: string
  readonly section: Section
  /** The demand, as a sentence. */
  readonly title: string
  readonly verdict: 'passed' | 'failed' | 'skipped'
  /** What was seen, what was expected and what to do; or why it was skipped. Empty when passed. */
  readonly why: string
  /** What was measured, if anything was. */
  readonly figure: string | undefined
}

const reasons: Readonly<Record<Need, string>> = {
  'several people':
    'All requests are in one session: put {n} into --cookie or --header (sessionHeaders).',
  'address limits':
    'Its limits per address are lifted. Put them back, and use --only forwarded-for --address-limits.',
  'an unserved number':
    'No number of a country that is not served was given: --unserved (unservedPhone).',
}

/** What decides which rows apply: the options of the run. */
interface RunConditions {
  sessionHeaders?: ((session: number) => Readonly<Record<string, string>>) | undefined
  addressLimits?: boolean | undefined
  unservedPhone?: string | undefined
}

/** What the rows of this run have to do without. */
export function missingNeeds({
  sessionHeaders,
  addressLimits = false,
  unservedPhone,
}: RunConditions): readonly Need[] {
  const isOne =
    sessionHeaders !== undefined &&
    JSON.stringify(sessionHeaders(1)) === JSON.stringify(sessionHeaders(2))
  return [
    ...(isOne ? (['several people'] as const) : []),
    ...(addressLimits ? [] : (['address limits'] as const)),
    ...(unservedPhone === undefined ? (['an unserved number'] as const) : []),
  ]
}

/** Runs one row. Rejects only for an error that is no verdict. */
export async function judge(
  row: Row,
  stage: Stage,
  missing: readonly Need[],
): Promise<ConformanceResult> {
  const { id, section, title, advice, needs, run } = row
  const result = { id, section, title, figure: undefined, why: '' }
  if (needs && missing.includes(needs)) {
    return { ...result, verdict: 'skipped', why: reasons[needs] }
  }
  try {
    const figure = await run(stage)
    return { ...result, verdict: 'passed', figure: figure ?? undefined }
  } catch (error) {
    if (error instanceof RowSkip) return { ...result, verdict: 'skipped', why: error.message }
    if (!(error instanceof RowFailure)) throw error
    return { ...result, verdict: 'failed', why: `${error.message} ${advice}` }
  }
}
