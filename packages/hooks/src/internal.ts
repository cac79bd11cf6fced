// For our own packages. It promises nothing.
export { invariant, warnOnce } from './lib/developer-message.ts'
export type { DeveloperMessage } from './lib/developer-message.ts'
export { mergeProps } from './lib/merge-props.ts'
export { safely } from './lib/safely.ts'
