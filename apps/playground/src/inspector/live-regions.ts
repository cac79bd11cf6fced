/** What a screen reader was given to say. */
export interface Said {
  readonly role: 'status' | 'alert'
  readonly text: string
  /** Whether the flow said it, or the page around it. */
  readonly by: 'flow' | 'page'
}

const anyRegion = '[role="status"], [role="alert"]'

/**
 * Calls back with each text that a live region takes on, except for regions within
 * `[data-unheard]`. Returns a function that stops.
 */
export function watchLiveRegions(root: Node, onSaid: (said: Said) => void): () => void {
  const observer = new MutationObserver((records) => {
    for (const region of new Set(records.flatMap(changedRegions))) {
      const text = (region.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
      if (text === '' || region.closest('[data-unheard]')) continue
      const role = region.getAttribute('role') === 'alert' ? 'alert' : 'status'
      onSaid({
        role,
        text,
        by: region.closest('[data-scope="verification-flow"]') ? 'flow' : 'page',
      })
    }
  })
  observer.observe(root, { subtree: true, childList: true, characterData: true })
  return () => observer.disconnect()
}

function changedRegions({ type, target, addedNodes }: MutationRecord): Element[] {
  if (type === 'childList' && addedNodes.length === 0) return []
  const element = target instanceof Element ? target : target.parentElement
  const around = element?.closest(anyRegion)
  if (around) return [around]
  // A region that arrives filled is read when it is an alert; a status mostly is not.
  return [...addedNodes].flatMap((node) => (node instanceof Element ? alertsIn(node) : []))
}

const alertsIn = (element: Element): Element[] =>
  element.matches('[role="alert"]') ? [element] : [...element.querySelectorAll('[role="alert"]')]
