import type { Plugin } from 'vite'
import { readTypes, type KitTypes } from './read-types.ts'

const name = 'virtual:kit-types'

/** `import kitTypes from 'virtual:kit-types'`, read from the sources at each build. */
export const kitTypesPlugin = (read: () => KitTypes = readTypes): Plugin => ({
  name: 'kit-types',
  resolveId: (id) => (id === name ? `\0${name}` : undefined),
  load: (id) => (id === `\0${name}` ? `export default ${JSON.stringify(read())}` : undefined),
})

/** For tests, which look at stories and not at tables: reading takes a second or two. */
export const noKitTypes = (): KitTypes => ({})
