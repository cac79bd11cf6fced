/**
 * Puts a code into the page's code field the way a phone's keyboard does: the value is set, then
 * an input event follows. Returns false when there is no field that takes one.
 */
export function fillCode(code: string): boolean {
  const field = document.querySelector<HTMLInputElement>('input[autocomplete="one-time-code"]')
  if (!field || field.readOnly || field.disabled) return false
  field.focus()
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, code)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  return true
}
