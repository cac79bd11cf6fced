/**
 * Does to a page what translators of browsers do, now and whenever it changes, until the returned
 * call: each text node gives way to an element with the translation. Whoever holds on to the node
 * holds one that is no longer in the page.
 */
export function translate(root: Element): () => void {
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addedNodes.forEach(translateUnder)
    observer.takeRecords()
  })
  translateUnder(root)
  observer.takeRecords()
  observer.observe(root, { subtree: true, childList: true })
  return () => observer.disconnect()
}

// All of them by name: the photographs' page gets them as text.

/** What the translator makes of a text. */
export function translated(text: string): string {
  return `«${text}»`
}

export function translateUnder(node: Node): void {
  if (node instanceof Text) return replace(node)
  const texts: Text[] = []
  const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  texts.forEach(replace)
}

export function replace(text: Text): void {
  const around = text.parentElement
  if (!around || !text.data.trim() || around.closest('[translate=no], style, script, font')) return
  const font = document.createElement('font')
  font.textContent = translated(text.data)
  text.replaceWith(font)
}

/**
 * Texts that stand beside something else in their element, one line each. React keeps such a node to
 * put its neighbours before, and throws when a translator has taken it; a text alone is set anew.
 */
export function textsWithNeighbours(root: Element): string[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  const found: string[] = []
  while (walker.nextNode()) {
    const text = walker.currentNode as Text
    const around = text.parentElement
    if (around?.closest('[translate=no], style, script')) continue
    const isAlone = Array.from(text.parentNode?.childNodes ?? []).length === 1
    if (!isAlone) found.push(`"${text.data}" in ${around?.outerHTML.slice(0, 160)}`)
  }
  return found
}
