export { PhoneEntry } from './phone-entry.tsx'
export type { PhoneEntryDetails, PhoneEntryProps } from './phone-entry.tsx'
