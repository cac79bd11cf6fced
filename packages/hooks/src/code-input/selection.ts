import type { Edit } from './code-input.state.ts'
import { hasFocus } from './dom-input.ts'

/** How long the selection is held. The browser also moves it by itself. */
export interface HeldSelection {
  /** Until then it stays as it was set, whatever the browser does (code-input.md CODE-9). */
  until: number
  /** The whole window has lost the focus. When it comes back, the selection stays (code-input.md CODE-2). */
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
