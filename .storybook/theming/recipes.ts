import structure from '@phoneproof/react/structure.css?inline'
import kit from '@phoneproof/react/styles.css?inline'
import groundUp from './ground-up.css?inline'
import plain from './plain.css?inline'
import tailwind from './tailwind.css?inline'

/** What an app imports, and what is then in the page. Stories take it out again when they go. */
const sheets = {
  './ground-up.css': groundUp,
  './plain.css': plain,
  './tailwind.css': tailwind,
  '@phoneproof/react/structure.css': structure,
  '@phoneproof/react/styles.css': kit,
}

/** Each file as it is written. */
const texts = import.meta.glob<string>('./*.{css,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

export interface Recipe {
  styles: readonly string[]
  css: string
  /** With the imports that the story replaces by style sheets of its own. */
  code: string
}

function recipe(css: string, code: string, ...imports: (keyof typeof sheets)[]): Recipe {
  const lines = imports.map((name) => `import '${name}'\n`).join('')
  return {
    styles: imports.map((name) => sheets[name]),
    css: texts[css] ?? '',
    code: (texts[code] ?? '').replace(/from '@phoneproof\/react'\n/, `$&${lines}`),
  }
}

export const recipes: Readonly<Record<'plain' | 'modules' | 'tailwind' | 'groundUp', Recipe>> = {
  plain: recipe('./plain.css', './plain.tsx', '@phoneproof/react/styles.css', './plain.css'),
  // The module comes with the import of its classes, which the sample has itself.
  modules: recipe('./modules.module.css', './modules.tsx', '@phoneproof/react/styles.css'),
  tailwind: recipe(
    './tailwind.css',
    './tailwind.tsx',
    './tailwind.css',
    '@phoneproof/react/styles.css',
  ),
  groundUp: recipe(
    './ground-up.css',
    './ground-up.tsx',
    '@phoneproof/react/structure.css',
    './ground-up.css',
  ),
}
