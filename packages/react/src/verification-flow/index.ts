export type { CountdownStyle } from './verification-flow-context.ts'
export { VerificationFlow } from './verification-flow.tsx'
export type { VerificationFlowProps } from './verification-flow.tsx'
