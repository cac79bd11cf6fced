export { CodeInput } from './code-input/code-input.tsx'
export type { CodeInputProps } from './code-input/code-input.tsx'
export { CodeInputRoot } from './code-input/code-input-root.tsx'
export type { CodeInputRootProps } from './code-input/code-input-root.tsx'
export { CodeInputSeparator } from './code-input/code-input-separator.tsx'
export type { CodeInputSeparatorProps } from './code-input/code-input-separator.tsx'
export { CodeInputSlot } from './code-input/code-input-slot.tsx'
export type { CodeInputSlotProps } from './code-input/code-input-slot.tsx'
export { formatSeconds, PhoneproofProvider } from '@phoneproof/hooks'
export type {
  FlowEvent,
  FlowStorage,
  MessageOverrides,
  Messages,
  PhoneproofProviderProps,
} from '@phoneproof/hooks'
export { PhoneEntry } from './phone-entry/index.ts'
export type { PhoneEntryProps } from './phone-entry/index.ts'
export type { PhoneEntryDetails, PhoneProblem, PhoneStatus } from '@phoneproof/hooks'
export { VerificationFlow } from './verification-flow/index.ts'
export type { CountdownStyle, VerificationFlowProps } from './verification-flow/index.ts'
