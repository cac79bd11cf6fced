import type { Delivery } from './service-profile.ts'
import { textMagic, type CodeLength, type Language, type WorkflowId } from './text-magic.ts'

// Parts of `textMagic` under names of their own, for code that knows no other service yet.

export const codeValidForMs: number = textMagic.codeValidForMs
export const cancelAllowedAfterMs: number = textMagic.cancelAllowedAfterMs
export const codeLengths: readonly CodeLength[] = textMagic.codeLengths
export const languages: readonly Language[] = textMagic.languages
export const workflowIds: readonly WorkflowId[] = [1, 2, 3, 4, 5, 6, 7]
export const workflows: Readonly<Record<WorkflowId, readonly Delivery[]>> = textMagic.workflows
