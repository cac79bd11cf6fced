// With server components a file without 'use client' can neither call a hook nor hand a function to a
// component. What we show is pasted as it is, so each sample that does one of them says so first.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseSync } from 'vite'
import { expect, test } from 'vitest'
import { appFile } from '../../apps/playground/src/source/app-file.ts'
import { defaultSettings } from '../../apps/playground/src/settings/settings.ts'
import { root } from '../boundaries/source-file.ts'
import { documents, samplesIn, type Sample } from './document-files.ts'

/** Files that are shown, or that an app starts from. */
const files = globSync(
  [
    '.storybook/samples/*.tsx',
    '.storybook/theming/*.tsx',
    'apps/playground/src/host-pages/*.tsx',
    'test/documents/own-flow.tsx',
  ],
  { cwd: root },
).filter((file) => !file.endsWith('.stories.tsx'))

const samples: Sample[] = [
  ...documents.flatMap(samplesIn),
  ...files.map((document) => ({
    document,
    line: 0,
    code: readFileSync(join(root, document), 'utf8'),
  })),
  { document: 'Source in the playground', line: 0, code: appFile('checkout', defaultSettings) },
]

/** A node of the syntax tree, as far as it is looked at. */
type Node = { type: string } & Record<string, unknown>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode)

function* allIn(node: Node): Generator<Node> {
  yield node
  for (const child of childrenOf(node)) yield* allIn(child)
}

/** What a server may hand to a component: it can be written down. */
function isPlain(node: Node): boolean {
  if (node.type === 'Identifier') return node['name'] === 'undefined'
  const plain = ['Literal', 'TemplateLiteral', 'TemplateElement', 'ObjectExpression', 'Property']
  const alsoPlain = ['ArrayExpression', 'UnaryExpression', 'JSXElement', 'JSXExpressionContainer']
  if (node.type === 'JSXElement') return true
  // The name of a member is no value.
  const parts = node.type === 'Property' ? [node['value']].filter(isNode) : childrenOf(node)
  return [...plain, ...alsoPlain].includes(node.type) && parts.every(isPlain)
}

function nameOf(callee: unknown): string {
  if (!isNode(callee)) return ''
  const name = callee.type === 'MemberExpression' ? callee['property'] : callee
  return isNode(name) && typeof name['name'] === 'string' ? name['name'] : ''
}

function needsClient(node: Node): boolean {
  if (node.type === 'CallExpression') {
    return /^(?:use[A-Z]|createContext$)/.test(nameOf(node['callee']))
  }
  if (node.type === 'JSXSpreadAttribute') return true
  if (node.type === 'JSXAttribute') return isNode(node['value']) && !isPlain(node['value'])
  const inside = node.type === 'JSXElement' ? childrenOf(node) : []
  return inside.some(
    ({ type, expression }) =>
      type === 'JSXExpressionContainer' && isNode(expression) && /Function/.test(expression.type),
  )
}

/** Tests and stories run in no app. */
const isOutsideApps = (code: string): boolean =>
  /from '(?:vitest|@playwright\/test|@phoneproof\/simulator\/testing)'/.test(code)

function problemsOf({ document, line, code }: Sample): string[] {
  const program: unknown = parseSync('sample.tsx', code).program
  if (!isNode(program) || isOutsideApps(code)) return []
  const [first] = childrenOf(program)
  if (first?.['directive'] === 'use client' || ![...allIn(program)].some(needsClient)) return []
  return [`${document}:${line + 1} does not begin with 'use client'.`]
}

test('every sample that needs a client component begins with "use client"', () => {
  expect(samples.length).toBeGreaterThan(25)
  expect(samples.flatMap(problemsOf)).toEqual([])
})

const kit = "import { CodeInput, VerificationFlow, useCodeInput } from '@phoneproof/react'\n"

test.each([
  'export const A = () => <CodeInput onValueComplete={(code) => check(code)} />',
  'export const A = () => <CodeInput onValueComplete={check} />',
  'export const A = () => <VerificationFlow client={client} brand="Acme" />',
  'export const A = () => <VerificationFlow brand="Acme" errorRules={[{ when: () => true }]} />',
  'export const A = (props: object) => <CodeInput {...props} />',
  'export const A = () => <Left deadline={7}>{(time) => time}</Left>',
  'export const A = () => <p>{useCodeInput({ length: 6 }).value}</p>',
  'export const A = () => { const [a] = React.useState(1); return a }',
  'const Context = createContext(1)',
])('%s needs it', (code) => {
  const sample = { document: 'a.md', line: 6, code: `${kit}${code}\n` }
  expect(problemsOf(sample)).toEqual(["a.md:7 does not begin with 'use client'."])
  expect(problemsOf({ ...sample, code: `'use client'\n\n${sample.code}` })).toEqual([])
})

test.each([
  'export const A = () => <CodeInput length={4} label="PIN" required />',
  'export const A = () => <CodeInput pattern={[1, -2]} data={{ a: `b` }} error={undefined} />',
  'export const A = () => <CodeInput description={<b>Six digits</b>}>{text}</CodeInput>',
  'export const used = userOf(reuse(1))',
])('%s does without', (code) => {
  expect(problemsOf({ document: 'a.md', line: 0, code: `${kit}${code}\n` })).toEqual([])
})

test.each(['README.md', '.storybook/docs/getting-started.mdx', 'packages/react/README.md'])(
  '%s says what it is for, and where not to be without it',
  (document) => {
    const text = readFileSync(join(root, document), 'utf8').replaceAll(/\s+/g, ' ')
    expect(text).toMatch(/`'use client'` .*server components/)
  },
)
