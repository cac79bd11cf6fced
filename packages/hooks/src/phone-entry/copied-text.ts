/** Text as it was copied. The browser puts it in as one line; here its lines and cells are apart. */
export interface CopiedText {
  readonly note: (text: string) => void
  /** The copied text, if `inserted` is what the browser made of it; else `inserted`. Once. */
  readonly takeFor: (inserted: string) => string
}

export function createCopiedText(): CopiedText {
  let copied = ''
  return {
    note(text) {
      copied = text
    },
    takeFor(inserted) {
      const text = copied
      copied = ''
      return withoutSpaces(text) === withoutSpaces(inserted) ? text : inserted
    },
  }
}

const withoutSpaces = (text: string): string => text.replace(/\s/g, '')
