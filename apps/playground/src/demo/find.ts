const selectors = {
  button: 'button',
  heading: 'h1, h2, h3',
  region: 'section[aria-label]',
  textbox: 'input, [role="textbox"]',
} as const

export type Role = keyof typeof selectors

/** What a person would find under this name: seen, and not greyed. */
export function find(role: Role, name: string): HTMLElement | undefined {
  const all = document.querySelectorAll<HTMLElement>(selectors[role])
  return Array.from(all).find((each) => nameOf(each) === name && each.checkVisibility())
}

function nameOf(element: HTMLElement): string {
  const label = element.getAttribute('aria-label')
  if (label !== null) return label
  const ids = element.getAttribute('aria-labelledby')?.split(' ') ?? []
  const labels = ids.map((id) => document.querySelector(`#${CSS.escape(id)}`))
  if (element instanceof HTMLInputElement) labels.push(...(element.labels ?? []))
  const named = labels.length > 0 ? labels : [element]
  return named.map((each) => each?.textContent.trim()).join(' ')
}
