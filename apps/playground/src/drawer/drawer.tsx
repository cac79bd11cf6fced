import { Suspense, useEffect, useId, useRef, type ReactNode } from 'react'
import { Icon } from '../icons.tsx'
import { useObservable } from '../observable-value.ts'
import { usePlayground } from '../playground-context.ts'
import { sides, type DrawerName } from './drawers.ts'
import './drawer.css'

const icons = { Settings: 'settings', Source: 'source', Inspector: 'inspector' } as const
const idOf = (name: DrawerName): string => `open-${name.toLowerCase()}`

/** Opens and closes a drawer. */
export function DrawerButton({ name }: { name: DrawerName }): ReactNode {
  const { drawers } = usePlayground()
  const isOpen = useObservable(drawers).includes(name)
  return (
    <button
      id={idOf(name)}
      type="button"
      className="button"
      title={name}
      aria-expanded={isOpen}
      onClick={() => drawers.toggle(name)}
    >
      <Icon name={icons[name]} />
      <span>{name}</span>
    </button>
  )
}

interface DrawerProps {
  name: DrawerName
  /** Shown only while it is open. */
  children: ReactNode
}

/** Stands beside the page, which stays in reach. */
export function Drawer({ name, children }: DrawerProps): ReactNode {
  const { drawers } = usePlayground()
  const isOpen = useObservable(drawers).includes(name)
  return isOpen && <Panel name={name}>{children}</Panel>
}

function Panel({ name, children }: DrawerProps): ReactNode {
  const { drawers } = usePlayground()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])

  function close(): void {
    drawers.close(name)
    document.querySelector<HTMLElement>(`#${idOf(name)}`)?.focus()
  }

  return (
    // Keys pressed anywhere within it, by whatever has the focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      className="drawer"
      data-side={sides[name]}
      data-not-recorded=""
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
    >
      <header className="drawer-head">
        <h2 id={id} tabIndex={-1} ref={heading}>
          {name}
        </h2>
        <button type="button" className="button" onClick={close}>
          Close
        </button>
      </header>
      <Suspense fallback={null}>{children}</Suspense>
    </aside>
  )
}
