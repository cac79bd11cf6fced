import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

// WCAG 2.2, 1.4.3 (text 4.5:1) and 1.4.11 (borders and focus 3:1), from the colours themselves.

const root = resolve(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(`${root}/${path}`, 'utf8')

type Colours = Record<string, [light: string, dark: string]>

const coloursIn = (css: string, prefix = 'pp-color-'): Colours =>
  Object.fromEntries(
    [
      ...css.matchAll(
        new RegExp(`--${prefix}([a-z-]+): light-dark\\((#\\w{6}), (#\\w{6})\\)`, 'g'),
      ),
    ].map(([, name = '', light = '', dark = '']) => [name, [light, dark]]),
  )

const defaults = coloursIn(read('packages/react/src/styles/tokens.css'))
const brands = [
  ...read('.storybook/brand-themes.css').matchAll(/\[data-brand='(\w+)'\] \{([^}]*)\}/g),
].map(([, name = '', css = '']) => ({ name, colours: { ...defaults, ...coloursIn(css) } }))

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const pairs: [front: string, back: string, least: number][] = [
  ...['text', 'text-muted', 'accent', 'accent-hover', 'danger', 'warning', 'success'].flatMap(
    (front): [string, string, number][] => [
      [front, 'surface', 4.5],
      [front, 'surface-raised', 4.5],
    ],
  ),
  ['accent-contrast', 'accent', 4.5],
  ['accent-contrast', 'accent-hover', 4.5],
  ['border', 'surface', 3],
  ['focus', 'surface', 3],
]

/** The playground's own: grounds, what is written on them, and edges of what can be operated. */
const playground = coloursIn(read('apps/playground/src/styles.css'), '')
const onGrounds = ['ground', 'ground-raised', 'ground-hover'].flatMap(
  (back): [front: string, back: string, least: number][] => [
    ['ground-text', back, 4.5],
    ['ground-muted', back, 4.5],
    ['ground-edge', back, 3],
  ],
)

describe.each([
  ...[{ name: 'the default theme', colours: defaults }, ...brands].map((each) => ({
    ...each,
    pairs,
  })),
  { name: 'the playground', colours: playground, pairs: onGrounds },
])('$name', ({ colours, pairs: judged }) => {
  it.each(['light', 'dark'])('can be read in %s mode (CODE-26, A11Y-16)', (mode) => {
    const at = mode === 'light' ? 0 : 1
    const faint = judged.flatMap(([front, back, least]) => {
      const found = contrast(colours[front]?.[at] ?? '', colours[back]?.[at] ?? '')
      return found >= least ? [] : [`${front} on ${back}: ${found.toFixed(2)}, needs ${least}`]
    })
    expect(faint).toEqual([])
  })
})

it('knows three brands', () => {
  expect(brands.map(({ name }) => name)).toEqual(['harbour', 'meadow', 'ember'])
})
