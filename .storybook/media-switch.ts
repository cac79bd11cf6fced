/**
 * Makes the page's own rules for a media feature apply as if the system asked for it, those of style
 * sheets that come later too, until the function it returns is called. A page cannot set the
 * feature itself; it can rewrite the conditions of its style sheets.
 */
export function switchMedia(feature: string, isOn: boolean): () => void {
  if (!isOn) return () => {}
  const rewriteAll = () => each(document.styleSheets, (rule) => rewrite(rule, feature))
  const observer = new MutationObserver(rewriteAll)
  observer.observe(document.head, { childList: true, subtree: true, characterData: true })
  // A linked style sheet has its rules once it is there.
  document.head.addEventListener('load', rewriteAll, true)
  rewriteAll()
  return () => {
    observer.disconnect()
    document.head.removeEventListener('load', rewriteAll, true)
    each(document.styleSheets, restore)
  }
}

const written = new WeakMap<CSSMediaRule, string>()

function rewrite(rule: CSSMediaRule, feature: string): void {
  const value = new RegExp(`^\\(${feature}: ([a-z-]+)\\)$`).exec(rule.conditionText)?.[1]
  if (value === undefined) return
  written.set(rule, rule.conditionText)
  rule.media.mediaText = value === 'active' || value === 'reduce' ? 'all' : 'not all'
}

function restore(rule: CSSMediaRule): void {
  const original = written.get(rule)
  if (original !== undefined) rule.media.mediaText = original
  written.delete(rule)
}

function each(sheets: StyleSheetList, visit: (rule: CSSMediaRule) => void): void {
  const walk = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (rule instanceof CSSMediaRule) visit(rule)
      if (rule instanceof CSSGroupingRule) walk(rule.cssRules)
    }
  }
  for (const sheet of sheets) walk(sheet.cssRules)
}
