// axe on what the run of all stories does not draw: dark, the brands, and the recipes.
import { expect } from '@playwright/test'
import { inEveryBrandTheme } from './looks.ts'
import { stories, test } from './storybook-page.ts'

const themes = ['none', 'harbour', 'meadow', 'ember'].flatMap((brand) =>
  ['light', 'dark'].map((theme) => ({ brand, theme })),
)

for (const id of inEveryBrandTheme) {
  test(`${id} has no axe violation in dark and in the brands`, async ({ storybook }) => {
    await storybook.openStory(id)
    const found: string[] = []
    for (const { brand, theme } of themes) {
      await storybook.setGlobals({ brand, theme })
      const violations = await storybook.violations('#storybook-root')
      found.push(...violations.map((each) => `${brand} ${theme}: ${each}`))
    }
    expect(found).toEqual([])
  })
}

for (const { id } of stories.filter(({ title }) => title === 'Theming')) {
  test(`${id} has no axe violation in dark`, async ({ storybook }) => {
    await storybook.openStory(id)
    await storybook.setGlobals({ theme: 'dark' })
    expect(await storybook.violations('#storybook-root')).toEqual([])
  })
}
