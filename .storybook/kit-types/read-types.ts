// Props, options and returns of everything public, as the type checker sees them. Storybook's own
// readers cannot follow Omit<> or types of another package (react-docgen), or need an older compiler.
import { resolve } from 'node:path'
import {
  API,
  SignatureKind,
  SymbolFlags,
  type Checker,
  type Symbol,
  type Type,
} from 'typescript/unstable/sync'
import { usualDescription } from './usual-descriptions.ts'

export interface Row {
  name: string
  type: string
  isRequired: boolean
  description: string
  /** As text or as code. Undefined where there is none. */
  default: string | undefined
  /** The file that declares it, from the root of the repository. */
  file: string
}

/** Rows by name: `CodeInput`, `useCodeInput options`, `useCodeInput returns`, `CodeInputDetails`. */
export type KitTypes = Readonly<Record<string, readonly Row[]>>

const root = resolve(import.meta.dirname, '../..')

export function readTypes(): KitTypes {
  const api = new API({ cwd: root })
  try {
    const tables = ['react', 'hooks'].flatMap((folder) => {
      const config = `${root}/packages/${folder}/tsconfig.json`
      const project = api.updateSnapshot({ openProjects: [config] }).getProject(config)
      const index = project?.program.getSourceFile(`${root}/packages/${folder}/src/index.ts`)
      const module = project && index && project.checker.getSymbolAtLocation(index)
      if (!module) throw new Error(`packages/${folder}/src/index.ts exports nothing.`)
      const { checker } = project
      return checker
        .getExportsOfModule(module)
        .flatMap((exported) => tablesOf(exported.name, target(checker, exported), checker))
    })
    return Object.fromEntries(tables.filter(([, rows]) => rows.length > 0))
  } finally {
    api.close()
  }
}

const target = (checker: Checker, exported: Symbol): Symbol =>
  exported.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported

function tablesOf(name: string, symbol: Symbol, checker: Checker): [string, Row[]][] {
  const isType = symbol.flags & (SymbolFlags.Interface | SymbolFlags.TypeAlias)
  if (isType) return [[name, rowsOf(checker.getDeclaredTypeOfSymbol(symbol), checker)]]
  const type = checker.getTypeOfSymbol(symbol)
  const [signature] = type ? checker.getSignaturesOfType(type, SignatureKind.Call) : []
  if (!signature) return []
  const given = checker.getParameterType(signature, 0)
  const given0 = given ? rowsOf(given, checker) : []
  if (/^[A-Z]/.test(name)) return [[name, given0]]
  if (!/^use[A-Z]/.test(name)) return []
  const returned = checker.getReturnTypeOfSignature(signature)
  return [
    [`${name} options`, given0],
    [`${name} returns`, returned ? rowsOf(returned, checker) : []],
  ]
}

/** Those that are ours: not the hundreds that an `<input>` takes. */
const rowsOf = (type: Type, checker: Checker): Row[] =>
  checker.getPropertiesOfType(type).flatMap((property) => {
    const path = property.declarations[0]?.path
    if (path === undefined || !/\/packages\/[^/]+\/src\//.test(path)) return []
    const text = checker.typeToString(checker.getTypeOfSymbol(property) ?? checker.getAnyType())
    const { name } = property
    const type = text.replace(/ \| undefined$/, '').replace(/^\((\(.*\) => .*)\)$/, '$1')
    const isRequired = !(property.flags & SymbolFlags.Optional)
    const written = property.getJsDocTags(checker).find((tag) => tag.name === 'default')?.text
    return [
      {
        name,
        type,
        isRequired,
        description:
          property.getDocumentationComment(checker).replaceAll(/\s+/g, ' ') ||
          usualDescription(name),
        default: written ?? (type === 'boolean' && !isRequired ? 'false' : undefined),
        file: path.slice(path.indexOf('packages/')),
      },
    ]
  })
