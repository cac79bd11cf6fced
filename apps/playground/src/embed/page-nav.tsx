import type { MouseEvent, ReactNode } from 'react'
import { usePlayground, useSettings } from '../playground-context.ts'
import { pageNames, type Settings } from '../settings/settings.ts'
import { hostPages } from '../host-pages/host-pages.ts'
import './page-nav.css'

const hostPageNames = pageNames.filter((name) => name !== 'probes')

/** The host pages, as links that can be opened elsewhere. */
export function PageNav(): ReactNode {
  const { settings } = usePlayground()
  const { page: current } = useSettings()

  function go(event: MouseEvent, page: Settings['page']): void {
    const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (opensElsewhere) return
    event.preventDefault()
    if (page !== current) settings.change({ page })
  }

  return (
    <nav className="pages" aria-label="Pages">
      {hostPageNames.map((page) => (
        <a
          key={page}
          href={settings.hrefWith({ page })}
          aria-current={page === current ? 'page' : undefined}
          onClick={(event) => go(event, page)}
        >
          {hostPages[page].name}
        </a>
      ))}
    </nav>
  )
}
