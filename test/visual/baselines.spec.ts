// The folder of photographs: all of stories that there are, and no two the same.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { expect } from '@playwright/test'
import { sittingsOf } from './looks.ts'
import { stories, test } from './storybook-page.ts'

const folder = `${import.meta.dirname}/baselines`
const taken = readdirSync(folder).filter((name) => name.endsWith('.png'))

/** Stories that may look alike, and why. */
const alike: readonly (readonly string[])[] = [
  // One of the two is dark by itself, so that a designer finds it in the list.
  ['verificationflow--dark', 'verificationflow--wrong-code'],
  ['phoneentry--list-open-dark', 'phoneentry--list-open'],
]

test('every photograph is of a story', () => {
  const wanted = sittingsOf(stories.map(({ id }) => id)).flatMap(({ id, looks }) =>
    looks.map(({ name }) => `${id}-${name}.png`),
  )
  const orphans = taken.filter((name) => !wanted.includes(name))
  if (test.info().config.updateSnapshots !== 'none') {
    for (const name of orphans) rmSync(`${folder}/${name}`)
    return
  }
  expect(orphans).toEqual([])
})

test('no two photographs are the same', () => {
  const byContent = Map.groupBy(taken, (name) =>
    createHash('sha256')
      .update(readFileSync(`${folder}/${name}`))
      .digest('hex'),
  )
  const same = [...byContent.values()].filter(
    (names) =>
      names.length > 1 &&
      !alike.some((allowed) =>
        names.every((name) => allowed.includes(name.replace(/-\w+\.png$/, ''))),
      ),
  )
  expect(same).toEqual([])
})
