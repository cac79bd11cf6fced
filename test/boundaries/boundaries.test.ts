import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { libraryPackages } from '../scripts/library-packages.ts'
import { codeProblems, nameProblems } from './code-rules.ts'
import { importProblems } from './import-rules.ts'
import { isTest, parseSource, readSources, root, type SourceFile } from './source-file.ts'

const sources = readSources()

test('imports run along the arrows of the architecture', () => {
  expect(sources.size).toBeGreaterThan(100)
  expect(importProblems(sources, libraryPackages)).toEqual([])
})

test('every file keeps the rules of its role', () => {
  expect([...sources.values()].flatMap(codeProblems)).toEqual([])
})

test('style sheets are named like everything else', () => {
  const files = readdirSync(`${root}/packages/react/src`, { recursive: true, encoding: 'utf8' })
  const sheets = files.filter((file) => file.endsWith('.css'))
  expect(sheets.length).toBeGreaterThan(3)
  expect(sheets.flatMap((file) => nameProblems(`packages/react/src/${file}`))).toEqual([])
})

test.each(libraryPackages)(
  '$name depends on nothing it does not run',
  ({ folder, dependencies }) => {
    const own = [...sources.values()].filter(
      ({ path }) => path.startsWith(`packages/${folder}/`) && !isTest(path),
    )
    const imported = own.flatMap((each) => each.imports.map(({ specifier }) => specifier))
    const unused = Object.keys(dependencies).filter(
      (name) => !imported.some((each) => each === name || each.startsWith(`${name}/`)),
    )
    expect(unused).toEqual([])
  },
)

test('few files stand at the door of the flow, and the rooms are those of the map', () => {
  const door = readdirSync(`${root}/packages/hooks/src/verification-flow`, { withFileTypes: true })
  const names = (isFolder: boolean) =>
    door.filter((each) => each.isDirectory() === isFolder).map(({ name }) => name)
  expect(names(true).sort()).toEqual(['binding', 'machine', 'runtime', 'view'])
  expect(names(false).length).toBeLessThanOrEqual(8)
})

test('the top level holds the rooms and what tools insist on', () => {
  const ours = ['apps', 'packages', 'test', '.storybook']
  const files = [
    'README.md',
    'LICENSE',
    'package.json',
    'pnpm-workspace.yaml',
    'tsconfig.base.json',
  ]
  const insisted = ['pnpm-lock.yaml', '.gitignore', '.ci', '.github']
  const ignored = [
    '.git',
    'node_modules',
    '.cache',
    'storybook-static',
    '.DS_Store',
    '.idea',
    '.vscode',
  ]
  const found = readdirSync(root).filter((name) => !ignored.includes(name))
  expect(found.sort()).toEqual([...ours, ...files, ...insisted].sort())
  expect(readdirSync(`${root}/packages`).sort()).toEqual([
    'client',
    'hooks',
    'react',
    'server',
    'simulator',
  ])
})

/** The problems of one file that does not exist, among those that do. */
function problemsOf(path: string, text: string, others: readonly SourceFile[] = []): string[] {
  const source = parseSource(path, text)
  const all = new Map([source, ...others].map((each) => [each.path, each]))
  return [...importProblems(all, libraryPackages), ...codeProblems(source)]
}

test.each([
  [
    'packages/client/src/broken.ts',
    "import { useVerificationFlow } from '@phoneproof/hooks'",
    'packages/client/src/broken.ts imports hooks, but client may import nothing of ours.',
  ],
  [
    'packages/hooks/src/broken.ts',
    "export type { World } from '@phoneproof/simulator'",
    'packages/hooks/src/broken.ts imports simulator, but hooks may import only client.',
  ],
  [
    'packages/react/src/broken.tsx',
    "import { invariant } from '@phoneproof/hooks'",
    'packages/react/src/broken.tsx imports all of @phoneproof/hooks. Import one of its subpaths.',
  ],
  [
    'packages/react/src/broken.tsx',
    "const lazy = () => import('@phoneproof/client')",
    'packages/react/src/broken.tsx imports client, but react may import only hooks.',
  ],
  [
    'packages/simulator/src/broken.test.ts',
    "import type { A } from '@phoneproof/react'",
    'packages/simulator/src/broken.test.ts imports react, but simulator may import only client.',
  ],
  [
    'apps/playground/src/broken.ts',
    "import { toCode } from '@phoneproof/client/arguments'",
    'apps/playground/src/broken.ts imports "@phoneproof/client/arguments", which @phoneproof/client does not export.',
  ],
  [
    'packages/react/src/broken.ts',
    "export { invariant } from '../../hooks/src/lib/developer-message.ts'",
    'packages/react/src/broken.ts reaches into the files of hooks with "../../hooks/src/lib/developer-message.ts". Import its package.',
  ],
  [
    'packages/client/src/broken.ts',
    "import { reply } from '../../../test/support/answering.ts'",
    'packages/client/src/broken.ts imports "../../../test/support/answering.ts", which is not published with client.',
  ],
  [
    'packages/hooks/src/broken.ts',
    "import { http } from 'msw/core'",
    'packages/hooks/src/broken.ts imports "msw", which @phoneproof/hooks does not declare.',
  ],
  [
    'packages/client/src/broken.ts',
    "import { readFile } from 'node:fs'",
    'packages/client/src/broken.ts imports "node:fs", but @phoneproof/client also runs in pages.',
  ],
  [
    'packages/hooks/src/verification-flow/machine/broken.ts',
    "import { useState } from 'react'",
    'packages/hooks/src/verification-flow/machine/broken.ts runs React, but a file with this role must not.',
  ],
  [
    'packages/hooks/src/broken.state.ts',
    'export const isWide = () => window.innerWidth > 600',
    'packages/hooks/src/broken.state.ts uses window.innerWidth, but a file with this role touches no page.',
  ],
  [
    'packages/hooks/src/verification-flow/machine/broken.ts',
    "import { headingText } from '../view/flow-texts.ts'",
    'packages/hooks/src/verification-flow/machine/broken.ts imports "../view/flow-texts.ts" from view, which is above machine. Types count as well.',
  ],
  [
    'packages/hooks/src/verification-flow/view/broken.ts',
    "import type { FlowSnapshot } from '../runtime/flow-controller.ts'",
    'packages/hooks/src/verification-flow/view/broken.ts imports "../runtime/flow-controller.ts" from runtime, which is above view. Types count as well.',
  ],
  [
    'packages/hooks/src/verification-flow/runtime/broken.ts',
    "import type { ActionProps } from '../verification-flow.props.ts'",
    'packages/hooks/src/verification-flow/runtime/broken.ts imports "../verification-flow.props.ts" from the door, which is above runtime. Types count as well.',
  ],
  [
    'packages/simulator/src/rules/broken.ts',
    "import { delay } from 'msw'",
    'packages/simulator/src/rules/broken.ts runs MSW, but a file with this role must not.',
  ],
  [
    'packages/react/src/index.ts',
    "export * from './code-input/index.ts'",
    'packages/react/src/index.ts has an "export *". Export each name.',
  ],
  [
    'packages/react/src/broken.tsx',
    'export const Broken = () => { const [a] = React.useState(1); return a }',
    "packages/react/src/broken.tsx calls React.useState and does not start with 'use client'.",
  ],
  [
    'packages/client/src/broken.ts',
    'export const today = new Date()',
    'packages/client/src/broken.ts uses new Date(). Time enters through a Clock, chance through a seed.',
  ],
  [
    'apps/playground/src/broken.ts',
    'setTimeout(() => {}, 10)',
    'apps/playground/src/broken.ts uses setTimeout. Time enters through a Clock, chance through a seed.',
  ],
  [
    'packages/simulator/src/broken.ts',
    'const { random } = Math; export const pick = Math.random',
    'packages/simulator/src/broken.ts uses Math.random. Time enters through a Clock, chance through a seed.',
  ],
  [
    'packages/hooks/src/broken.ts',
    'export const isField = (node: object) => node instanceof HTMLInputElement',
    'packages/hooks/src/broken.ts uses instanceof HTMLInputElement. Ask the element: getRootNode, ownerDocument, defaultView.',
  ],
  [
    'packages/react/src/broken.ts',
    'export const focused = () => document.activeElement',
    'packages/react/src/broken.ts uses document.activeElement. Ask the element: getRootNode, ownerDocument, defaultView.',
  ],
  ['packages/hooks/src/Broken.ts', '', 'packages/hooks/src/Broken.ts is not in kebab-case.'],
  [
    'packages/hooks/src/lib/utils.ts',
    '',
    'packages/hooks/src/lib/utils.ts has a name that says nothing. Name the thing.',
  ],
])('reports %s with %s', (path, text, sentence) => {
  expect(problemsOf(path, text)).toEqual([sentence])
})

test('reports a suffix that is not a role', () => {
  const [problem] = problemsOf('packages/hooks/src/broken.service.ts', '')
  expect(problem).toMatch(/^packages\/hooks\/src\/broken\.service\.ts has the suffix \.service\.ts/)
})

test('reports what a file runs through another', () => {
  const between = parseSource('packages/hooks/src/between.ts', "import { useState } from 'react'")
  const path = 'packages/hooks/src/verification-flow/runtime/broken.ts'
  expect(problemsOf(path, "import { x } from '../../between.ts'", [between])).toEqual([
    `${path} runs React, through between.ts, but a file with this role must not.`,
  ])
  expect(problemsOf(path, "import type { X } from '../../between.ts'", [between])).toEqual([])
})

test.each([
  [
    'packages/hooks/src/verification-flow/runtime/fine.ts',
    "import { announcementFor } from '../view/announcements.ts'",
  ],
  ['packages/hooks/src/fine.props.ts', "import type { InputHTMLAttributes } from 'react'"],
  ['packages/hooks/src/fine.test.ts', "import { createSimulator } from '@phoneproof/simulator'"],
  ['packages/react/src/fine.tsx', "'use client'\nexport const useFine = () => useState(1)"],
  ['packages/react/src/fine.ts', 'export const is = (x: unknown) => x instanceof Error'],
  ['packages/client/src/fine.ts', 'export const at = (ms: number) => new Date(ms)'],
  ['packages/client/src/clock.ts', 'export const now = () => Date.now()'],
])('finds nothing wrong with %s', (path, text) => {
  expect(problemsOf(path, text)).toEqual([])
})
