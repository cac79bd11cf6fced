export { englishMessages, mergeMessages } from './messages.ts'
export type { MessageOverrides, Messages } from './messages.ts'
