/** A text that screen readers announce. */
export interface Announcement {
  readonly role: 'status' | 'alert'
  readonly text: string
  /** Whether it is the flow's, or the page's around it. */
  readonly by: 'flow' | 'page'
}

const anyRegion = '[role="status"], [role="alert"]'

/**
 * Calls back with each text that a live region gets, except for regions inside
 * `[data-not-recorded]`. Returns a function that stops it.
 */
export function watchLiveRegions(
  root: Node,
  onAnnouncement: (announcement: Announcement) => void,
): () => void {
  const observer = new MutationObserver((records) => {
    for (const region of new Set(records.flatMap(changedRegions))) {
      const text = (region.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
      if (text === '' || region.closest('[data-not-recorded]')) continue
      const role = region.getAttribute('role') === 'alert' ? 'alert' : 'status'
      onAnnouncement({
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
  // A region that is inserted with its text is read if it is an alert. A status mostly is not.
  return [...addedNodes].flatMap((node) => (node instanceof Element ? alertsIn(node) : []))
}

const alertsIn = (element: Element): Element[] =>
  element.matches('[role="alert"]') ? [element] : [...element.querySelectorAll('[role="alert"]')]
