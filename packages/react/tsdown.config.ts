import { cpSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundle } from 'lightningcss'
import { defineConfig } from 'tsdown'
import { keepLightDark } from './keep-light-dark.ts'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/code-input/index.ts',
    'src/phone-entry/index.ts',
    'src/provider.ts',
    'src/verification-flow/index.ts',
    'src/locales/*.ts',
    '!**/*.test.ts',
  ],
  // One file in, one file out: bundling would drop 'use client'.
  unbundle: true,
  dts: { sourcemap: true },
  sourcemap: true,
  platform: 'neutral',
  target: 'es2022',
  checks: { moduleLevelDirective: false },
  hooks: {
    // The @imports become one file, so that a page without a bundler can link it.
    'build:done': () => {
      for (const [source, name] of [
        ['index', 'styles'],
        ['structure', 'structure'],
      ]) {
        const { code } = bundle({ filename: here(`src/styles/${source}.css`), minify: false })
        writeFileSync(here(`dist/${name}.css`), keepLightDark(code.toString()))
        writeFileSync(here(`dist/${name}.css.d.ts`), 'export {}\n')
      }
      // Beside the module that names them, for the bundler of the app to find.
      cpSync(here('src/phone-entry/flags'), here('dist/phone-entry/flags'), { recursive: true })
    },
  },
})
