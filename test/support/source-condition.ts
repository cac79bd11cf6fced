import { defaultClientConditions, defaultServerConditions } from 'vite'

// The condition that leads the packages' `exports` to `src`, so that nothing has to be built
// to run a test, a story or the playground.
const condition = '@phoneproof/source'

export const fromSource: {
  resolve: { conditions: string[] }
  ssr: { resolve: { conditions: string[] } }
} = {
  resolve: { conditions: [condition, ...defaultClientConditions] },
  ssr: { resolve: { conditions: [condition, ...defaultServerConditions] } },
}
