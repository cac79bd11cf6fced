// For our own packages, stories and tests. It promises nothing.
export { countryName } from './country-names.ts'
export { phoneEntryPart, phoneEntryParts, phoneEntryScope } from './phone-entry.anatomy.ts'
export type { PhoneEntryPart } from './phone-entry.anatomy.ts'
export type { PhoneRefusal } from './phone-entry.messages.ts'
export type { PhoneEntryPropGetters } from './phone-entry.props.ts'
