import type { CodeInputReason } from './editor-options.ts'
import { clampCode, type CodeRules } from './extract-code.ts'

/**
 * Why the text of the field has changed to this by an edit of the browser's. Undefined when it
 * holds what no edit would have left there: somebody has set all of it.
 */
export function reasonOfEdit(
  text: string,
  reason: CodeInputReason,
  isLocked: boolean,
  rules: CodeRules,
): CodeInputReason | undefined {
  const isFill = reason === 'input-autofill'
  if (!text && !isLocked) return isFill ? 'input-clear' : reason
  return isFill || isLocked || text !== clampCode(text, rules) ? undefined : reason
}
