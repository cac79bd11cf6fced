// Which photographs are taken of a story.

export interface Look {
  /** Behind the name of the story. */
  name: string
  theme: 'light' | 'dark'
  brand?: 'harbour' | 'meadow' | 'ember'
  forced?: boolean
}

export interface Sitting {
  id: string
  width: number
  height: number
  looks: readonly Look[]
}

const usual = { width: 400, height: 640 }
const both: readonly Look[] = [
  { name: 'light', theme: 'light' },
  { name: 'dark', theme: 'dark' },
]
const brandThemes: readonly Look[] = [
  { name: 'harbour', theme: 'light', brand: 'harbour' },
  { name: 'meadow', theme: 'dark', brand: 'meadow' },
  { name: 'ember', theme: 'light', brand: 'ember' },
  { name: 'forced', theme: 'dark', forced: true },
]

/** What is looked at in every brand theme: each kind of control, and each colour that says something. */
export const inEveryBrandTheme: readonly string[] = [
  'codeinput--invalid-and-selected',
  'codeinput--filled-and-focused',
  'phoneentry--list-open',
  'phoneentry--too-short',
  'verificationflow--blocked',
  'verificationflow--code-at-31-seconds',
  'verificationflow--last-minute',
  'verificationflow--phone',
  'verificationflow--verified',
  'verificationflow--wrong-code',
]

/** What changes with the width: text that wraps, and the list, a sheet on a phone. */
const inEveryWidth = [
  'codeinput--default',
  'codeinput--parts',
  'phoneentry--filled',
  'phoneentry--list-open',
  'phoneentry--native-list',
  'phoneentry--search',
  'verificationflow--blocked-after-lost-answer',
  'verificationflow--calling-now',
  'verificationflow--code-at-31-seconds',
  'verificationflow--expired',
  'verificationflow--phone-with-number-to-resume',
  'verificationflow--wrong-code-again',
]

/** One for each time a story has to be opened. */
export function sittingsOf(ids: readonly string[]): Sitting[] {
  const named = [...inEveryBrandTheme, ...inEveryWidth]
  const missing = named.filter((id) => !ids.includes(id))
  if (missing.length > 0) throw new Error(`There is no story ${missing.join(', ')}.`)
  return ids.flatMap((id) => [
    { id, ...usual, looks: inEveryBrandTheme.includes(id) ? [...both, ...brandThemes] : both },
    ...(inEveryWidth.includes(id)
      ? [
          { id, width: 320, height: 640, looks: [{ name: '320', theme: 'light' as const }] },
          { id, width: 1280, height: 800, looks: [{ name: '1280', theme: 'light' as const }] },
        ]
      : []),
  ])
}
