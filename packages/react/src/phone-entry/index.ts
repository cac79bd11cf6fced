export { PhoneEntry } from './phone-entry.tsx'
export type { PhoneEntryProps } from './phone-entry.tsx'
export type { PhoneEntryDetails, PhoneProblem, PhoneStatus } from '@phoneproof/hooks/phone-entry'
