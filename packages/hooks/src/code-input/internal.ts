// For our own packages, stories and tests. It promises nothing.
export { codeInputPart, codeInputParts, codeInputScope } from './code-input.anatomy.ts'
export type { CodeInputPart } from './code-input.anatomy.ts'
export type { CodeInputPropGetters } from './code-input.props.ts'
export type { CodeRules } from './extract-code.ts'
