/** Values of `data-scope` and `data-part`: what styles and tests hold on to. */
export const codeInputScope = 'code-input'

export const codeInputParts = [
  'root',
  'label',
  'description',
  'control',
  'slot',
  'separator',
  'input',
  'error',
  'status',
] as const

export type CodeInputPart = (typeof codeInputParts)[number]

export interface PartIdentity {
  'data-scope': typeof codeInputScope
  'data-part': CodeInputPart
}

export const codeInputPart = (part: CodeInputPart): PartIdentity => ({
  'data-scope': codeInputScope,
  'data-part': part,
})
