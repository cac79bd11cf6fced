import type { Edit } from './code-input.state.ts'
import { hasFocus } from './dom-input.ts'

/** The selection of the input, which the browser also moves by itself. */
export interface Selection {
  /** Until then it stays as it was set, whatever the browser does. */
  until: number
  /** The focus has left with the whole window, and the selection stays for when it comes back. */
  isAway?: boolean
}

/** Selects in the input what an edit selects, if the input has the focus. */
export function applySelection(input: HTMLInputElement, { start, end, backward }: Edit): void {
  const isSelected = input.selectionStart === start && input.selectionEnd === end
  // Safari moves the focus to a field whose selection is set.
  if (hasFocus(input) && !isSelected) {
    input.setSelectionRange(start, end, backward ? 'backward' : 'forward')
  }
}
