import { Suspense, type ReactNode } from 'react'
import { DemoOverlay } from './demo/demo-overlay.tsx'
import { DrawerButton, Drawer } from './drawer/drawer.tsx'
import { Embed } from './embed/embed.tsx'
import { PageNav } from './embed/page-nav.tsx'
import { Toolbar } from './embed/toolbar.tsx'
import { Handset } from './handset/handset.tsx'
import { hostPages } from './host-pages/host-pages.ts'
import { Inspector, Probes, SettingsPanel, Source } from './lazy-parts.ts'
import { useSettings } from './playground-context.ts'
import { Receipt } from './receipt/receipt.tsx'
import { Timeline } from './timeline/timeline.tsx'
import { TransportNotice } from './transport/transport-notice.tsx'

export function App(): ReactNode {
  const { page } = useSettings()
  const isProbes = page === 'probes'
  return (
    <>
      <header className="page">
        <div className="bar">
          <div className="bar-title">
            <h1>Phoneproof</h1>
            <p>
              Phone verification<span className="bar-for"> for React</span>
              <span className="bar-more">, with a simulated phone and a clock you can move</span>
            </p>
          </div>
          <div className="bar-actions">
            <DrawerButton name="Settings" />
            {!isProbes && <DrawerButton name="Source" />}
            <DrawerButton name="Inspector" />
          </div>
        </div>
      </header>
      <Drawer name="Settings">
        <SettingsPanel />
      </Drawer>
      {!isProbes && (
        <Drawer name="Source">
          <Source page={page} />
        </Drawer>
      )}
      <Drawer name="Inspector">
        <Inspector />
      </Drawer>
      <div className="page">
        {isProbes ? (
          <Suspense fallback={null}>
            <Probes />
          </Suspense>
        ) : (
          <Stage page={page} />
        )}
      </div>
      {!isProbes && <Timeline />}
      <DemoOverlay />
    </>
  )
}

/** The host page in the middle, with the phone that goes with it. */
function Stage({ page }: { page: keyof typeof hostPages }): ReactNode {
  return (
    <main className="stage">
      <div className="stage-head">
        <PageNav />
        <Toolbar />
        <TransportNotice />
      </div>
      <div className="stage-page">
        <Embed page={hostPages[page]} />
        <Receipt />
      </div>
      <Handset />
    </main>
  )
}
