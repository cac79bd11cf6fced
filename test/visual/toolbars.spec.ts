// What each toolbar does to a story, in the static build.
import { expect } from '@playwright/test'
import { test } from './storybook-page.ts'

const flow = 'verificationflow--code-at-31-seconds'
const surface = { light: 'rgb(255, 255, 255)', dark: 'rgb(22, 25, 29)' }

for (const theme of ['light', 'dark'] as const) {
  test(`the theme toolbar makes a story ${theme}, whatever the system wants`, async ({
    storybook,
  }) => {
    const { page } = storybook
    await page.emulateMedia({ colorScheme: theme === 'light' ? 'dark' : 'light' })
    await storybook.openStory('codeinput--default', { theme })
    const slot = page.locator('[data-part="slot"]').first()
    await expect(slot).toHaveCSS('background-color', surface[theme])
    await storybook.setGlobals({ theme: theme === 'light' ? 'dark' : 'light' })
    await expect(slot).toHaveCSS('background-color', surface[theme === 'light' ? 'dark' : 'light'])
  })
}

test('the brand toolbar changes colours and corners', async ({ storybook }) => {
  const button = storybook.page.getByRole('button', { name: 'Verify' })
  await storybook.openStory(flow, { brand: 'harbour' })
  await expect(button).toHaveCSS('background-color', 'rgb(29, 78, 216)')
  await expect(button).toHaveCSS('border-radius', '4px')
  await storybook.setGlobals({ brand: 'meadow' })
  await expect(button).toHaveCSS('background-color', 'rgb(43, 107, 56)')
})

test('the locale toolbar changes messages, language and direction', async ({ storybook }) => {
  const { page } = storybook
  await storybook.openStory(flow, { locale: 'de' })
  await expect(page.getByRole('heading')).toHaveText('Code eingeben')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await storybook.setGlobals({ locale: 'fr' })
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await expect(page.getByRole('heading')).not.toHaveText('Code eingeben')

  await storybook.openStory('phoneentry--default', { locale: 'de' })
  await expect(page.getByText('Telefonnummer')).toBeVisible()
  await storybook.openStory('codeinput--default', { locale: 'pl' })
  await expect(page.getByText('Kod weryfikacyjny')).toBeVisible()
})

test('the direction toolbar turns the page round', async ({ storybook }) => {
  await storybook.openStory(flow, { direction: 'rtl' })
  await expect(storybook.page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(storybook.page.getByRole('heading')).toHaveCSS('direction', 'rtl')
  await storybook.setGlobals({ direction: 'auto' })
  await expect(storybook.page.locator('html')).toHaveAttribute('dir', 'ltr')
})

test('the time toolbar moves the clock on, and keeps what was done; back is from the beginning', async ({
  storybook,
}) => {
  const { page } = storybook
  await storybook.openStory(flow)
  await page.getByRole('button', { name: 'Hide timer' }).click()
  await storybook.setGlobals({ seconds: '30' })
  await expect(page.getByText(/^Calling/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Show timer' })).toBeVisible()
  await storybook.setGlobals({ seconds: '10' })
  await expect(page.getByText('Code valid for 4:19')).toBeVisible()
})

test('forced colours and reduced motion apply the kit’s own rules for them', async ({
  storybook,
}) => {
  const { page } = storybook
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  await storybook.openStory('codeinput--invalid')
  const control = page.locator('[data-part="control"]')
  const slot = page.locator('[data-part="slot"]').first()
  await expect(control).toHaveCSS('animation-name', 'pp-code-input-shake')
  await storybook.setGlobals({ motion: 'reduced' })
  await expect(control).toHaveCSS('animation-name', 'none')
  await expect(slot).toHaveCSS('border-top-width', '1px')
  await storybook.setGlobals({ colours: 'forced' })
  await expect(slot).toHaveCSS('border-top-width', '2px')
  await storybook.setGlobals({ colours: 'own', motion: 'full' })
  await expect(slot).toHaveCSS('border-top-width', '1px')
  await page.emulateMedia({ reducedMotion: 'reduce' })
})

test('a style sheet that comes later is switched too', async ({ storybook }) => {
  const { page } = storybook
  await storybook.openStory('codeinput--default', { colours: 'forced' })
  await page.addStyleTag({
    content: '@media (forced-colors: active) { body { outline: 7px solid } }',
  })
  await expect(page.locator('body')).toHaveCSS('outline-width', '7px')
})

test('a story can be gone on with: a wrong code, the right one, done', async ({ storybook }) => {
  const { page } = storybook
  await storybook.openStory(flow)
  const field = page.getByRole('textbox')
  await field.fill('999999')
  await expect(page.locator('[data-part="error"]')).toBeVisible()
  await field.fill('123456')
  await expect(page.getByRole('heading', { name: 'Phone number verified' })).toBeVisible()
})

test('a new code can be asked for, and arrives under the story', async ({ storybook }) => {
  const { page } = storybook
  await storybook.openStory(flow)
  await page.getByRole('button', { name: 'Send a new code' }).click()
  const code = /\d{6}/.exec(await page.getByText(/^Your Acme PIN is/).innerText())?.[0] ?? ''
  await page.getByRole('textbox').fill(code)
  await expect(page.getByRole('heading', { name: 'Phone number verified' })).toBeVisible()
})

test('a number that is busy is free when its time is over', async ({ storybook }) => {
  const { page } = storybook
  await storybook.openStory('verificationflow--blocked', { seconds: '60' })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.locator('[data-problem="blocked"][data-step="blocked"]')).toBeVisible()
  await storybook.setGlobals({ seconds: '300' })
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'Enter the code' })).toBeVisible()
})

test('the frame around the stories is ours, and its toolbars list every locale', async ({
  storybook,
}) => {
  const { page, origin } = storybook
  await page.setViewportSize({ width: 1280, height: 800 })
  await page.goto(`${origin}?path=/story/${flow}`)
  await expect(page.getByRole('link', { name: 'Phoneproof', exact: true })).toBeVisible()
  await page.getByRole('button', { name: /Messages and names/ }).click()
  await page.getByRole('option', { name: 'Deutsch' }).click()
  const story = page.frameLocator('#storybook-preview-iframe')
  await expect(story.getByRole('heading', { name: 'Code eingeben' })).toBeVisible()
})
