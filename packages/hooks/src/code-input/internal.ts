// For our own packages, stories and tests. It promises nothing.
export { codeInputPart, codeInputParts, codeInputScope } from './code-input.anatomy.ts'
export type { CodeInputPart } from './code-input.anatomy.ts'
