import { useId, useState, type KeyboardEvent, type ReactNode } from 'react'

export interface Tab {
  name: string
  /** How many things it holds; left out where nothing is counted. */
  count?: number | undefined
  panel: ReactNode
}

/** Tabs as screen readers know them: arrows, Home and End move, and what is reached is shown. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }): ReactNode {
  const [selected, setSelected] = useState(0)
  const id = useId()

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const last = tabs.length - 1
    const targets: Record<string, number> = {
      ArrowRight: selected === last ? 0 : selected + 1,
      ArrowLeft: selected === 0 ? last : selected - 1,
      Home: 0,
      End: last,
    }
    const target = targets[event.key]
    if (target === undefined) return
    event.preventDefault()
    setSelected(target)
    event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')[target]?.focus()
  }

  return (
    <>
      {/* Keys reach it from the tabs inside, which take the focus. */}
      <div className="tabs" role="tablist" tabIndex={-1} aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map(({ name, count }, index) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-tab-${index}`}
            aria-selected={index === selected}
            aria-controls={`${id}-panel`}
            tabIndex={index === selected ? 0 : -1}
            onClick={() => setSelected(index)}
          >
            {name}
            {count !== undefined && count > 0 && <span className="tabs-count"> {count}</span>}
          </button>
        ))}
      </div>
      <div
        className="tabs-panel"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-tab-${selected}`}
        tabIndex={0}
      >
        {tabs[selected]?.panel}
      </div>
    </>
  )
}
