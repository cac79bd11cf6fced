/** What an input method composes. Until it is over, nothing else may write into the input. */
export interface Composition {
  isOpen: boolean
  /** The digits became others meanwhile: what is composed belongs to digits that are gone. */
  isOverruled: boolean
}

export const noComposition = (): Composition => ({ isOpen: false, isOverruled: false })

export function startComposition(composition: Composition): void {
  composition.isOpen = true
  composition.isOverruled = false
}

/** The digits are others now. What was composed before that still counts. */
export function overrule(composition: Composition): void {
  composition.isOverruled ||= composition.isOpen
}

/** True when what was composed counts. */
export function endComposition(composition: Composition): boolean {
  composition.isOpen = false
  return !composition.isOverruled
}
