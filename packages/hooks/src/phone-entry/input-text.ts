import { caretAfter } from './format-digits.ts'
import { significant } from './read-number.ts'

export interface ShownText {
  readonly text: string
  /**
   * Significant characters left of the caret; undefined leaves it between the digits it is between.
   */
  readonly caret: number | undefined
  /** The caret goes past the punctuation that follows. */
  readonly isInserted: boolean
}

/**
 * Writes into the input at once, not with React's next commit: the next key may come before it.
 * `isHeard`: an input event is on its way, or follows. The text is then written past the value
 * setter, or React would find no change in that event.
 */
export function showText(
  input: HTMLInputElement,
  { text, caret, isInserted }: ShownText,
  isHeard: boolean,
): void {
  const { value } = input
  if (value === text && caret === undefined) return
  const count = caret ?? significant(value.slice(0, input.selectionStart ?? 0)).length
  if (!isHeard) input.value = text
  else if (value !== text) input.setRangeText(text, 0, value.length)
  // Safari would give it the focus.
  if (!input.matches(':focus')) return
  const position = caretAfter(text, count, isInserted)
  input.setSelectionRange(position, position)
}

/** As the browser does for a key: `onChange` of the app hears nothing else. */
export function tellInput(input: HTMLInputElement | undefined): void {
  input?.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Tells `onChange` of a text that was there before React, which took it for its own. */
export function retellText(input: HTMLInputElement, text: string): void {
  const { selectionStart, selectionEnd } = input
  input.value = `${text} `
  input.setRangeText(text, 0, text.length + 1)
  if (input.matches(':focus')) input.setSelectionRange(selectionStart, selectionEnd)
  tellInput(input)
}

/**
 * `event.target.name`, by which Formik finds its field. The attribute is on the hidden input: two of
 * one name would both be submitted.
 */
export function nameForScripts(input: HTMLInputElement, name: () => string | undefined): void {
  Object.defineProperty(input, 'name', {
    configurable: true,
    get: () => input.getAttribute('name') ?? name() ?? '',
    set(next: string) {
      input.setAttribute('name', next)
    },
  })
}
