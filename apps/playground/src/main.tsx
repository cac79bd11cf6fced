import { systemClock } from '@phoneproof/client'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import './controls.css'
import { createPlayground } from './create-playground.ts'
import { playFromLink } from './demo/demo.ts'
import { loadLazyParts } from './lazy-parts.ts'
import { PlaygroundContext } from './playground-context.ts'

/** Set by Vite: true under `pnpm dev:server`. */
declare const __HAS_NODE_BACK_END__: boolean

async function open(): Promise<void> {
  const root = document.querySelector('#root')
  if (!root) throw new Error('index.html has no #root')
  const node = __HAS_NODE_BACK_END__ ? await import('./node-backend/open-node-world.ts') : undefined
  const playground = createPlayground(node && (await node.openNodeWorld()), node?.decidedInNode)
  createRoot(root).render(
    <StrictMode>
      <PlaygroundContext value={playground}>
        <App />
      </PlaygroundContext>
    </StrictMode>,
  )
  playFromLink(playground.demo, playground.notice, playground.isBackendInNode)
}

void open()
// After what the page is opened for. Then it says that its server may go.
window.addEventListener('load', () =>
  systemClock.setTimeout(async () => {
    await loadLazyParts()
    document.documentElement.dataset['loaded'] = ''
  }, 1_000),
)
