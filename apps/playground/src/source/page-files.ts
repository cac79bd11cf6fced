import type { PageName } from './app-file.ts'

export interface SourceFile {
  readonly name: string
  readonly text: string
}

/** What is shown is what runs: both come from these files. */
const texts = import.meta.glob<string>('../host-pages/*.{tsx,css}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** The files a page consists of. */
export const pageFiles = (page: PageName): SourceFile[] =>
  ['tsx', 'css'].map((ending) => {
    const name = `${page}.${ending}`
    return { name, text: texts[`../host-pages/${name}`] ?? '' }
  })
