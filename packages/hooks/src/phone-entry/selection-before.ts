import type { Removal } from './phone-entry.state.ts'

/** The selection before an edit: an input event does not tell it. */
export interface SelectionBefore {
  readonly note: (input: Pick<HTMLInputElement, 'selectionStart' | 'selectionEnd'>) => void
  readonly start: () => number
  /** What an edit of this type deleted; undefined when it deleted nothing. */
  readonly removalBy: (inputType: string) => Removal | undefined
}

const keys = /^delete(?:Content|Word|SoftLine|HardLine)(Back|For)ward$/

export function createSelectionBefore(): SelectionBefore {
  let start = 0
  let isCollapsed = true
  return {
    note({ selectionStart, selectionEnd }) {
      start = selectionStart ?? 0
      isCollapsed = selectionStart === selectionEnd
    },
    start: () => start,
    removalBy(inputType) {
      if (!inputType.startsWith('delete')) return undefined
      const direction = isCollapsed ? keys.exec(inputType)?.[1] : undefined
      if (direction === undefined) return 'other'
      return direction === 'Back' ? 'back' : 'forward'
    },
  }
}
