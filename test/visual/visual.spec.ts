// Every story beside its photographs.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { sittingsOf } from './looks.ts'
import { stories, test } from './storybook-page.ts'

const baselines = `${import.meta.dirname}/baselines`
const versionFile = `${baselines}/chromium-version.txt`
const made = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : undefined

for (const { id, width, height, looks } of sittingsOf(stories.map((story) => story.id))) {
  test(`${id} at ${width}`, async ({ storybook, browser }) => {
    const isUpdate = test.info().config.updateSnapshots !== 'none'
    const { page } = storybook
    const different: string[] = []
    for (const [index, look] of looks.entries()) {
      const globals = { theme: look.theme, brand: look.brand ?? 'none' }
      // The system wants the other: it is the toolbar that decides.
      const colorScheme = look.theme === 'dark' ? 'light' : 'dark'
      await page.emulateMedia({ colorScheme, forcedColors: look.forced ? 'active' : 'none' })
      if (index === 0) {
        await page.setViewportSize({ width, height })
        await storybook.openStory(id, globals)
        // Where colours are the system's the caret cannot be hidden; so that it stands still.
        await page.addStyleTag({ content: '* { caret-animation: manual !important }' })
      } else await storybook.setGlobals(globals)
      const photo = await page.screenshot({ animations: 'disabled', caret: 'hide' })
      const name = `${id}-${look.name}.png`
      expect(isUpdate || existsSync(`${baselines}/${name}`), `${name} was never taken`).toBe(true)
      try {
        // Anti-aliasing is the same on one browser; a colour that moved by a few steps shows.
        expect(photo).toMatchSnapshot(name, { threshold: 0.02, maxDiffPixels: 0 })
      } catch (error) {
        if (isUpdate || made === browser.version()) throw error
        different.push(name)
      }
    }
    expect(storybook.takeProblems()).toEqual([])
    if (isUpdate) writeFileSync(versionFile, `${browser.version()}\n`)
    // Another browser draws other pixels: that is told, and no failure.
    test.skip(different.length > 0, `${different.join(', ')} differ under another Chromium`)
  })
}
