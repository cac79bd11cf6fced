/** What a log says of an event. Any event has some of it. */
export interface Seen {
  readonly type: string
  readonly inputType?: string | undefined
  readonly data?: string | null | undefined
  readonly isComposing?: boolean | undefined
  readonly key?: string | undefined
  readonly keyCode?: number | undefined
}

/** The field after it. */
export interface FieldThen {
  readonly name: string
  readonly length: number
  readonly start: number | null
  readonly end: number | null
}

/** One line. Of what was typed or filled in it keeps the shape only. */
export function eventLine(event: Seen, field: FieldThen): string {
  const { type, inputType, data, isComposing, key, keyCode } = event
  const parts = [
    type,
    inputType,
    typeof data === 'string' && `“${shapeOf(data)}”`,
    key !== undefined && `${nameOf(key)} ${keyCode === 229 ? '229' : ''}`.trim(),
    isComposing === true && 'composing',
  ]
  const { name, length, start, end } = field
  const selection = start === null || start === end ? start : `${start} to ${end}`
  const where = selection === null ? [] : [`caret ${selection}`]
  const facts = [name, `${length} long`, ...where]
  return `${parts.filter((part) => part !== undefined && part !== false).join(' ')} (${facts.join(', ')})`
}

/** A key that writes something shows what kind; the others have names. */
const nameOf = (key: string): string => (/^.$/su.test(key) ? `“${shapeOf(key)}”` : key)

/** Digits become #, letters a; what stands between them stays. */
export const shapeOf = (text: string): string =>
  text.replaceAll(/\p{Nd}/gu, '#').replaceAll(/\p{L}/gu, 'a')
