import { expect, it } from 'vitest'
import { warningsIn } from './build-storybook.ts'

it('hears what a build warns of, in colour or not', () => {
  const output =
    '│  Vite ✓ built in 4.36s\n' +
    '\u001B[33m▲\u001B[39m  Vite [plugin builtin:vite-reporter]\n' +
    'WARN  A story has no title.\n' +
    '◇  Output directory: .cache/storybook\n'
  expect(warningsIn(output)).toEqual([
    '▲  Vite [plugin builtin:vite-reporter]',
    'WARN  A story has no title.',
  ])
})
