import { safely } from '../lib/safely.ts'
import { createInputEvent, hasFocus } from './dom-input.ts'

/** Text that we are putting into the input, the way the browser would: undo keeps working. */
export interface Insertion {
  /** Runs when the text is there, before anybody else hears of it. Undefined when nothing is put in. */
  done?: (() => void) | undefined
}

const nothingMore = (): void => {}

/** Replaces all the text. Text that is there already is announced only if it `isNews`. */
export function insert(
  insertion: Insertion,
  input: HTMLInputElement,
  text: string,
  isNews?: boolean,
  done: () => void = nothingMore,
): void {
  const isThere = input.value === text
  if (isThere && !isNews) return done()
  insertion.done = done
  if (isThere || !hasFocus(input) || !insertAsTyped(input, text)) {
    // Past the value setter, so that React finds the change when the event reaches it.
    if (!isThere) input.setRangeText(text, 0, input.value.length)
    input.dispatchEvent(createInputEvent(input))
  }
  insertion.done()
  insertion.done = undefined
}

/** By a deprecated command, which is the only one that the browser can undo. */
function insertAsTyped(input: HTMLInputElement, text: string): boolean | undefined {
  input.select()
  return safely(() => input.ownerDocument.execCommand('insertText', false, text))
}

/** For each `input` event. True when it is the insertion's own. */
export function hear(insertion: Insertion): boolean {
  const { done } = insertion
  if (!done) return false
  insertion.done = nothingMore
  done()
  return true
}
