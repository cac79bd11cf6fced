import { safely } from '../lib/safely.ts'
import type { Edit } from './code-input.state.ts'
import { allowedCharacters, type CodeRules } from './extract-code.ts'

/** A composition by an input method, from its first character to its last. */
export interface Composition {
  /** The edit that it goes over. Undefined while nothing is being composed. */
  over?: Edit | undefined
}

/**
 * Android keyboards compose digits as part of a word that may never end, so there each step counts.
 * Elsewhere a composition counts when it ends (code-input.md CODE-28).
 */
export const countsSteps = (): boolean => /android/i.test(safely(() => navigator.userAgent) ?? '')

/** What is left to take of a text whose composition ends: all of it, unless its steps have counted. */
export const leftToTake = (composed: string, rules: CodeRules): string =>
  countsSteps() && allowedCharacters(composed, rules) ? '' : composed
