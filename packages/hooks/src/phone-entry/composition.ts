/** What an input method composes. Until it is over, nothing else may write into the input. */
export interface Composition {
  readonly isOpen: () => boolean
  readonly start: () => void
  /** The digits became others meanwhile: what is being composed belongs to digits that are gone. */
  readonly overrule: () => void
  /** True when what was composed counts; false when it was overruled. */
  readonly end: () => boolean
}

export function createComposition(): Composition {
  let isOpen = false
  let isOverruled = false
  return {
    isOpen: () => isOpen,
    start() {
      isOpen = true
      isOverruled = false
    },
    overrule() {
      isOverruled = isOpen
    },
    end() {
      isOpen = false
      return !isOverruled
    },
  }
}
