import { useInsertionEffect } from 'react'

const mounted = new Map<string, { node: HTMLStyleElement; uses: number }>()

/**
 * Style sheets in the page, in this order, for as long as the story is there: one with `styles.css`
 * and one without any do not see each other.
 */
export function useStoryStyles(sheets: readonly string[]): void {
  useInsertionEffect(() => {
    for (const css of sheets) mount(css)
    return () => {
      for (const css of sheets) unmount(css)
    }
  }, [sheets])
}

function mount(css: string): void {
  const found = mounted.get(css)
  if (found) {
    found.uses += 1
    return
  }
  const node = document.createElement('style')
  node.textContent = css
  document.head.append(node)
  mounted.set(css, { node, uses: 1 })
}

function unmount(css: string): void {
  const found = mounted.get(css)
  if (!found) return
  found.uses -= 1
  if (found.uses > 0) return
  found.node.remove()
  mounted.delete(css)
}
