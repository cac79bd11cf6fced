// Every story on a page that the browser translates: no text of ours stands where a translator that takes it
// away takes React's footing with it, and time goes on.
import { expect } from '@playwright/test'
import * as translator from '../support/translator.ts'
import { stories, test } from './storybook-page.ts'

const functions = Object.values(translator).map(String).join('\n')

/** Their own page around a part of the kit. */
const notOurs = /^(?:theming|hooks)/

for (const { id } of stories.filter((story) => !notOurs.test(story.id))) {
  test(`${id} goes on in a translation`, async ({ storybook }) => {
    await storybook.openStory(id)
    const { page } = storybook
    const found = await page.evaluate(`(() => {
      ${functions}
      const root = document.querySelector('#storybook-root')
      const found = textsWithNeighbours(root)
      translate(root)
      return found
    })()`)
    expect(found).toEqual([])
    for (const seconds of ['31', '300']) await storybook.setGlobals({ seconds })
    expect(storybook.takeProblems()).toEqual([])
    expect(await page.locator('#storybook-root').innerText()).not.toBe('')
  })
}
