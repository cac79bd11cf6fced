import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: ['src/index.ts'],
  // One file in, one file out: bundling would drop 'use client'.
  unbundle: true,
  dts: { sourcemap: true },
  sourcemap: true,
  platform: 'neutral',
  target: 'es2022',
  checks: { moduleLevelDirective: false },
})
