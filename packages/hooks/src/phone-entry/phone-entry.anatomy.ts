/** Values of `data-scope` and `data-part`: what styles and tests hold on to. */
export const phoneEntryScope = 'phone-entry'

export const phoneEntryParts = [
  'root',
  'label',
  'description',
  'control',
  'country',
  'country-code',
  'country-select',
  'flag',
  'input',
  'notice',
  'error',
  'picker',
  'picker-head',
  'search',
  'close',
  'list',
  'option',
  'option-name',
  'option-code',
  'empty',
  'results',
] as const

export type PhoneEntryPart = (typeof phoneEntryParts)[number]

export interface PhonePartIdentity {
  'data-scope': typeof phoneEntryScope
  'data-part': PhoneEntryPart
}

export const phoneEntryPart = (part: PhoneEntryPart): PhonePartIdentity => ({
  'data-scope': phoneEntryScope,
  'data-part': part,
})
