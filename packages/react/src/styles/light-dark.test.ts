import { fileURLToPath } from 'node:url'
import { bundle, transform } from 'lightningcss'
import { expect, it } from 'vitest'
import { keepLightDark } from '../../keep-light-dark.ts'

// The style sheet as it is published, and as the default build of a Vite app leaves it. The target is
// Vite's `baseline-widely-available`, none of whose browsers know light-dark().

const source = bundle({ filename: fileURLToPath(new URL('index.css', import.meta.url)) })
const published = keepLightDark(source.code.toString())

const version = (major: number, minor = 0): number => (major << 16) | (minor << 8)
const inAnApp = transform({
  filename: 'styles.css',
  code: Buffer.from(published),
  targets: { chrome: version(111), firefox: version(114), safari: version(16, 4) },
}).code.toString()

const pairs = (css: string): string[] => css.match(/[\w-]+: light-dark\([^;{]+(?=;)/g) ?? []

it('leaves light-dark() to the browser after the build of an app', () => {
  expect(pairs(inAnApp)).toEqual(pairs(source.code.toString()))
  expect(pairs(inAnApp).length).toBeGreaterThan(10)
  // What lightningcss makes of a light-dark() that it lowers.
  expect(inAnApp).not.toContain('--lightningcss')
})

it('gives browsers without light-dark() the light colours', () => {
  expect(inAnApp).toMatch(/--pp-color-text: #191c20;[^]*@supports[^]*--pp-color-text: light-dark/)
})

it('does not make a page dark that never said it can be', () => {
  expect(published).not.toMatch(/color-scheme:/)
})

it('keeps a selector and the layer around it', () => {
  const css =
    '@layer a, b;\n\n@layer a {\n  .x, .y {\n    top: 0;\n    color: light-dark(#fff, #000);\n  }\n}\n'
  expect(keepLightDark(css).replaceAll(/\s+/g, ' ')).toBe(
    '@layer a, b; @layer a { .x, .y { top: 0; color: #fff; } ' +
      '@supports (color: light-dark(#000, #fff)) { .x, .y { color: light-dark(#fff, #000); }} } ',
  )
})
