import { defineConfig } from 'tsdown'

export default defineConfig({
  entry: [
    'src/index.ts',
    'src/node.ts',
    'src/stores/sqlite.ts',
    'src/stores/redis.ts',
    'src/proof/index.ts',
    'src/conformance/index.ts',
    'src/bin.ts',
  ],
  // Takes in what is used of libphonenumber-js. A folder of modules would lie in dist/node_modules,
  // which no package manager publishes.
  dts: { sourcemap: true },
  sourcemap: true,
  platform: 'neutral',
  target: 'es2022',
  // Only some entries run in Node alone, so the platform is none, which knows no modules of Node.
  deps: { neverBundle: [/^node:/] },
  checks: { moduleLevelDirective: false },
})
