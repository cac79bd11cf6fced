import { safely } from '../lib/safely.ts'
import { createInputEvent, hasFocus } from './dom-input.ts'

const nothingMore = (): void => {}

/** Text that we put into the input, the way the browser would have: undo keeps working. */
export interface Insertion {
  /**
   * Replaces all the text. `done` runs when the text is there, before anybody else hears of it.
   * Text that is there already is announced only if it `isNews`.
   */
  insert: (input: HTMLInputElement, text: string, isNews?: boolean, done?: () => void) => void
  isUnderWay: () => boolean
  /** For each `input` event. True when the event is the insertion's own. */
  hear: () => boolean
}

export function createInsertion(): Insertion {
  let whenThere: (() => void) | undefined

  return {
    insert(input, text, isNews, done) {
      const isThere = input.value === text
      if (isThere && !isNews) return done?.()
      const isFocused = hasFocus(input)
      whenThere = done ?? nothingMore
      if (isFocused && !isThere) input.select()
      // Deprecated, and the only way of inserting that the browser can undo.
      const isInserted =
        !isThere &&
        isFocused &&
        safely(() => input.ownerDocument.execCommand('insertText', false, text))
      if (!isInserted) {
        // Past the value setter, so that React finds the change when the event reaches it.
        if (!isThere) input.setRangeText(text, 0, input.value.length)
        input.dispatchEvent(createInputEvent(input))
      }
      whenThere?.()
      whenThere = undefined
    },
    isUnderWay: () => Boolean(whenThere),
    hear() {
      const done = whenThere
      if (!done) return false
      whenThere = nothingMore
      done()
      return true
    },
  }
}
