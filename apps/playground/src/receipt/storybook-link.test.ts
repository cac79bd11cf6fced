// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { storybookLink, verifiedStory } from './storybook-link.ts'

const stories = readFileSync(
  new URL(
    '../../../../packages/react/src/verification-flow/verification-flow.stories.tsx',
    import.meta.url,
  ),
  'utf8',
)

test('leads to the story under any address, and nowhere without one', () => {
  const link = 'https://kit.example/book/?path=/story/verificationflow--verified'
  expect(storybookLink('https://kit.example/book/')).toBe(link)
  expect(storybookLink('https://kit.example/book')).toBe(link)
  expect(storybookLink('')).toBeUndefined()
  expect(storybookLink(undefined)).toBeUndefined()
})

test('names a story that is there', () => {
  expect(stories).toContain(`title: '${verifiedStory.title}'`)
  expect(stories).toContain(`export const ${verifiedStory.name} = meta.story(`)
})
