import { settleCaret, type Edit } from './code-input.state.ts'
import { hasFocus, readEdit } from './dom-input.ts'

/** The selection of the input, which the browser also moves by itself. */
export interface Selection {
  /**
   * Selects, with a bare caret in a full code moved onto its slot, and gives the edit as it is
   * then. Until the instant given, what the browser selects is taken back.
   */
  set: (input: HTMLInputElement, edit: Edit, length: number, heldUntil?: number) => Edit
  /** The browser has selected something. Gives what should be selected after all. */
  follow: (input: HTMLInputElement, shown: Edit, at: number) => Edit
  heldUntil: () => number
  /** The input has lost the focus, perhaps with its whole window. */
  leave: (input: HTMLInputElement) => void
  /** The focus is back. True when it comes with the window, which keeps the selection. */
  comesBack: () => boolean
}

export function createSelection(): Selection {
  let until = 0
  let isWindowAway = false

  return {
    set(input, edit, length, heldUntil = 0) {
      const settled = settleCaret(edit, length)
      const { start, end, backward } = settled
      const isSelected = input.selectionStart === start && input.selectionEnd === end
      until = heldUntil
      // Safari moves the focus to a field whose selection is set.
      if (hasFocus(input) && !isSelected) {
        input.setSelectionRange(start, end, backward ? 'backward' : 'forward')
      }
      return settled
    },
    follow: (input, shown, at) => (at < until ? shown : readEdit(input, shown.value)),
    heldUntil: () => until,
    leave(input) {
      isWindowAway = hasFocus(input)
    },
    comesBack() {
      const isBack = isWindowAway
      isWindowAway = false
      return isBack
    },
  }
}
