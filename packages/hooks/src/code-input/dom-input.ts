import type { Edit } from './code-input.state.ts'

// What the editor asks of the one real input, wherever that is: in a page, a shadow tree, a frame.

/** Asks the root node, because in a shadow tree the document only knows the host. */
export const hasFocus = (input: HTMLInputElement): boolean =>
  (input.getRootNode() as Document | ShadowRoot).activeElement === input

/** Read-only or disabled, by itself or by its fieldset. */
export const isLocked = (input: HTMLInputElement): boolean => input.matches(':read-only')

/** Made by the window of the input: in a frame the classes are others, and time began later. */
export const createInputEvent = (input: HTMLInputElement): Event =>
  new (input.ownerDocument.defaultView ?? window).InputEvent('input', { bubbles: true })

/** A value with the selection that the input has. */
export const readEdit = (input: HTMLInputElement, value: string): Edit => ({
  value,
  start: input.selectionStart ?? 0,
  end: input.selectionEnd ?? 0,
  backward: input.selectionDirection === 'backward',
})
