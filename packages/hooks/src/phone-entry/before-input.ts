import type { Removal } from './phone-entry.state.ts'

/** What was there before an input event: the event itself does not tell. */
export interface BeforeInput {
  selectionStart: number
  /** Nothing was selected: a key deletes what is beside the caret. */
  isCollapsed: boolean
  /** Text as it was copied, with its lines and cells apart. The browser makes one line of it. */
  copied: string
}

export const noInputYet = (): BeforeInput => ({ selectionStart: 0, isCollapsed: true, copied: '' })

const keys = /^delete(?:Content|Word|SoftLine|HardLine)(Back|For)ward$/

/** What an input event of this type has deleted; undefined when it deleted nothing. */
export function removalBy(
  inputType: string,
  { isCollapsed }: Pick<BeforeInput, 'isCollapsed'>,
): Removal | undefined {
  if (!inputType.startsWith('delete')) return undefined
  const direction = isCollapsed ? keys.exec(inputType)?.[1] : undefined
  if (direction === undefined) return 'other'
  return direction === 'Back' ? 'back' : 'forward'
}

/** The copied text, if `inserted` is what the browser made of it; else `inserted`. Once. */
export function takeCopied(before: Pick<BeforeInput, 'copied'>, inserted: string): string {
  const { copied } = before
  before.copied = ''
  return withoutSpaces(copied) === withoutSpaces(inserted) ? copied : inserted
}

const withoutSpaces = (text: string): string => text.replace(/\s/g, '')
