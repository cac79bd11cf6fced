const kinds = { phone: 'tel', code: 'one-time-code' } as const

/**
 * Puts a text into the page's field of a kind the way a phone's keyboard does: the value is set,
 * then an input event follows. Returns false when there is no field that takes one.
 */
export function fillField(kind: keyof typeof kinds, text: string): boolean {
  const field = document.querySelector<HTMLInputElement>(`input[autocomplete="${kinds[kind]}"]`)
  if (!field || field.readOnly || field.disabled) return false
  field.focus()
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  return true
}
