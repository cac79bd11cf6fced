/** A heading of a document, as it is cited and linked to. */
export interface Heading {
  /** Its first word, without punctuation around it: `E-16`, `7.2`. */
  id: string
  /** What a link puts after the `#`, as GitHub makes it. */
  fragment: string
}

export interface Link {
  target: string
  /** Where it begins in the text. */
  index: number
}

/** The text with blanks in the place of code blocks, so that every place in it stays where it is. */
export const withoutCodeBlocks = (text: string): string =>
  text.replaceAll(/^([ \t]*)(```+|~~~+)[^]*?^\1\2[ \t]*$/gm, blank)

const withoutCode = (text: string): string =>
  withoutCodeBlocks(text).replaceAll(/(`+)(?!`)[^]*?[^`]\1(?!`)/g, blank)

const blank = (text: string): string => text.replaceAll(/[^\n]/g, ' ')

export function headingsIn(text: string): Heading[] {
  const used = new Map<string, number>()
  const lines = withoutCodeBlocks(text).matchAll(/^#{1,6}[ \t]+(.+?)[ \t]*#*$/gm)
  return [...lines].map(([, written = '']) => {
    const said = written.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll(/[`*]/g, '')
    const slug = said
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M}_\- ]/gu, '')
      .replaceAll(' ', '-')
    const times = used.get(slug) ?? 0
    used.set(slug, times + 1)
    const [word = ''] = said.split(/\s/)
    return {
      id: word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''),
      fragment: times === 0 ? slug : `${slug}-${times}`,
    }
  })
}

/** Links and images, however they are written: inline, by reference, or as an element. */
export function linksIn(text: string): Link[] {
  const prose = withoutCode(text)
  const ways = [
    /\]\(\s*<?([^)\s>]+)>?(?:\s+(?:"[^"]*"|'[^']*'))?\s*\)/g,
    /^[ \t]*\[[^\]]+\]:[ \t]+<?([^\s>]+)/gm,
    /\s(?:href|src)="([^"]+)"/g,
  ]
  return ways.flatMap((way) =>
    [...prose.matchAll(way)].map(({ 1: target = '', index }) => ({ target, index })),
  )
}
