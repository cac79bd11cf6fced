import { globSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseSync, Visitor } from 'vite'

export const root: string = resolve(import.meta.dirname, '../..')

/** A module as far as the rules look at it. */
export interface SourceFile {
  /** From the root, such as `packages/client/src/clock.ts`. */
  path: string
  imports: readonly Import[]
  /** Names that are called, such as `useState`; and `new Date` without an argument. */
  calls: ReadonlySet<string>
  /** Classes that values are asked for with `instanceof`. */
  classes: ReadonlySet<string>
  /** Members of a name, called or not: `Math.random`, `React.useState`. */
  members: ReadonlySet<string>
  hasExportAll: boolean
  isClientModule: boolean
}

export interface Import {
  specifier: string
  /** Gone after compilation. */
  isType: boolean
}

export function parseSource(path: string, text: string): SourceFile {
  const { program } = parseSync(path, text)
  const imports: Import[] = []
  const calls = new Set<string>()
  const classes = new Set<string>()
  const members = new Set<string>()
  let hasExportAll = false
  const add = (specifier: unknown, isType: boolean) => {
    if (typeof specifier === 'string') imports.push({ specifier, isType })
  }
  new Visitor({
    ImportDeclaration({ source, importKind, specifiers }) {
      const named = specifiers.map((each) => each.type === 'ImportSpecifier' && each.importKind)
      const areTypes = named.length > 0 && named.every((kind) => kind === 'type')
      add(source.value, importKind === 'type' || areTypes)
    },
    ExportNamedDeclaration({ source, exportKind, specifiers }) {
      const areTypes = specifiers.every((each) => each.exportKind === 'type')
      add(source?.value, exportKind === 'type' || areTypes)
    },
    ExportAllDeclaration({ source, exportKind }) {
      hasExportAll = true
      add(source.value, exportKind === 'type')
    },
    ImportExpression({ source }) {
      if (source.type === 'Literal') add(source.value, false)
    },
    TSImportType({ source }) {
      add(source.value, true)
    },
    CallExpression({ callee }) {
      if (callee.type === 'Identifier') calls.add(callee.name)
    },
    NewExpression({ callee, arguments: given }) {
      if (callee.type === 'Identifier' && given.length === 0) calls.add(`new ${callee.name}`)
    },
    BinaryExpression({ operator, right }) {
      if (operator === 'instanceof' && right.type === 'Identifier') classes.add(right.name)
    },
    MemberExpression({ object, property }) {
      if (object.type === 'Identifier' && property.type === 'Identifier') {
        members.add(`${object.name}.${property.name}`)
      }
    },
  }).visit(program)
  const [first] = program.body
  const isClientModule =
    first?.type === 'ExpressionStatement' &&
    'directive' in first &&
    first.directive === 'use client'
  return { path, imports, calls, classes, members, hasExportAll, isClientModule }
}

/** Every module of ours, by path. */
export function readSources(): ReadonlyMap<string, SourceFile> {
  const folders = ['packages/*/src', 'apps/*/src', '.storybook', 'test']
  const patterns = folders.map((folder) => `${folder}/**/*.{ts,tsx}`)
  const paths = globSync(patterns, { cwd: root })
  return new Map(
    paths.map((path) => [path, parseSource(path, readFileSync(join(root, path), 'utf8'))]),
  )
}

/** Where a relative import leads, from the root. */
export const targetOf = (path: string, specifier: string): string | undefined =>
  specifier.startsWith('.') ? join(dirname(path), specifier) : undefined

/** Not part of a package as it is published. */
export const isTest = (path: string): boolean =>
  /\.(?:test|test-d|stories)\.tsx?$/.test(path) || path.startsWith('test/')

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
