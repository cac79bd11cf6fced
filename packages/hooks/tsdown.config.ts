import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/code-input/index.ts',
    'src/code-input/internal.ts',
    'src/countdown/index.ts',
    'src/internal.ts',
    'src/messages/index.ts',
    'src/phone-entry/country-list.ts',
    'src/phone-entry/index.ts',
    'src/phone-entry/internal.ts',
    'src/provider/index.ts',
    'src/verification-flow/index.ts',
    'src/verification-flow/internal.ts',
  ],
  // One file in, one file out: bundling would drop 'use client'.
  unbundle: true,
  dts: { sourcemap: true },
  sourcemap: true,
  platform: 'neutral',
  target: 'es2022',
  checks: { moduleLevelDirective: false },
})
