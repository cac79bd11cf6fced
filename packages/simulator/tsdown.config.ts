import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/browser.ts',
    'src/node.ts',
    'src/testing.ts',
    'src/sandbox/sandbox.ts',
    'src/sandbox/bin.ts',
  ],
  // One file in, one file out: bundling would drop 'use client'.
  unbundle: true,
  dts: { sourcemap: true },
  sourcemap: true,
  platform: 'neutral',
  target: 'es2022',
  // The sandbox alone runs in Node, so the platform is none, which knows no modules of Node.
  deps: { neverBundle: [/^node:/] },
  checks: { moduleLevelDirective: false },
})
