import { readFile } from 'node:fs/promises'
import { Playground } from './playground.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, test } from './support/test.ts'

/** A code was sent, and one wrong and the right one were typed. */
async function verify(playground: Playground): Promise<string> {
  await playground.open()
  await playground.sendCode()
  const code = await playground.readCode()
  await playground.jumpTo('30 seconds')
  await playground.typeCode(Playground.otherThan(code))
  await expect(playground.codeField).toHaveAccessibleDescription(/That code isn’t right/)
  await playground.typeCode(code)
  await expect(playground.heading('Phone number verified')).toBeVisible()
  return code
}

test('shows each request with its body, its answer and the time it took', async ({ page }) => {
  const playground = new Playground(page)
  await verify(playground)
  const requests = (await playground.inspect('Requests')).getByRole('listitem')
  await expect(requests).toHaveCount(3)
  await expect(requests.first()).toContainText('PUT /api/v2/verify204')
  await expect(requests.nth(1)).toContainText('The verification code is not correct.')
  await expect(requests.last()).toContainText('POST /api/v2/verify200')
  await expect(requests.last()).toContainText('"brand": "Tidewater"')
  await expect(requests.last()).toContainText(/\d\d:\d\d:\d\d\.\d{3}took \d+ ms/)
})

test('shows the steps the machine took, and never a code outside the requests', async ({
  page,
}) => {
  const playground = new Playground(page)
  const code = await verify(playground)
  const state = await playground.inspect('State')
  await expect(state.getByRole('listitem')).toContainText([
    'checking → verified',
    'entering → checking',
    'checking → entering',
    'entering → checking',
    'starting → entering',
    'phone → starting',
    'phone',
  ])
  await state.getByText('Now verified').click()
  await expect(state).toContainText('"name": "verified"')
  for (const tab of ['State', 'Storage', 'Announcements', 'Events']) {
    const panel = await playground.inspect(tab)
    await expect(panel).not.toContainText(code)
    await expect(panel).not.toContainText(Playground.otherThan(code))
  }
})

test('shows what is stored, as it changes', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  const storage = await playground.inspect('Storage')
  await expect(storage).toContainText('Nothing is stored.')
  await playground.sendCode()
  await expect(storage).toContainText('phoneproof:default in sessionStorage')
  await expect(storage).toContainText('"phone": "+447400123456"')
  await playground.typeCode(await playground.readCode())
  await expect(storage).toContainText('Nothing is stored.')
})

test('shows what a screen reader heard, and the events for analytics', async ({ page }) => {
  const playground = new Playground(page)
  await verify(playground)
  await expect((await playground.inspect('Announcements')).getByRole('listitem')).toContainText([
    'Phone number verified',
    'That code isn’t right.',
    'You can now cancel or send a new code.',
    /Code sent to .*123456/,
    'A text message is on the simulated phone.',
  ])
  await expect((await playground.inspect('Events')).getByRole('listitem')).toContainText([
    'verified',
    'code_completed',
    'check_failed',
    'code_completed',
    'started',
    'start_requested',
  ])
})

test('goes through its tabs with the arrow keys, and gives focus back on Escape', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.button('Inspector').focus()
  await page.keyboard.press('Enter')
  await expect(playground.heading('Inspector')).toBeFocused()
  await expect(page.getByRole('tab', { name: 'Requests' })).toBeVisible()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('tab', { name: 'Requests' })).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('tab', { name: 'Events' })).toBeFocused()
  await expect(page.getByRole('tabpanel', { name: 'Events' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(playground.button('Inspector')).toBeFocused()
  await expect(page.getByRole('tabpanel')).toHaveCount(0)
})

test('gives a report to paste into a bug, and the same as a file', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const playground = new Playground(page)
  const code = await verify(playground)
  await playground.inspect('Requests')
  await playground.button('Copy report').click()
  await expect(page.getByText('Report copied.')).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toContain(`Link      ${page.url()}`)
  expect(copied).toMatch(/Versions {2}@phoneproof\/client \d.*, react \d/)
  expect(copied).toContain('Requests  through a service worker')
  expect(copied).toContain('UTC, paused')
  expect(copied).toContain('Holds     Since the page was loaded, at ')
  expect(copied).toContain('system theme (light)')
  expect(copied).toContain('Requests (3)')
  expect(copied).toContain('State: verified')
  expect(copied).toContain('status of the flow: Phone number verified')
  expect(copied.split('\nState: ')[1]).not.toContain(code)

  const download = page.waitForEvent('download')
  await playground.button('Download report').click()
  const file = await download
  expect(file.suggestedFilename()).toBe('phoneproof-report.txt')
  expect(await readFile(await file.path(), 'utf8')).toBe(copied)
})

test('copies without https too, and selects the report where nothing may be copied', async ({
  page,
}) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'clipboard', { value: undefined }),
  )
  const playground = new Playground(page)
  await playground.open()
  await playground.inspect('Requests')
  await playground.button('Copy report').click()
  await expect(page.getByText('Report copied.')).toBeVisible()
  await page.evaluate(() => {
    document.execCommand = () => false
  })
  await playground.button('Copy report').click()
  const field = page.getByRole('textbox', { name: 'Report' })
  await expect(field).toBeFocused()
  await expect(field).toHaveValue(/^Phoneproof playground report/)
  expect(await page.evaluate(() => document.getSelection()?.toString())).toMatch(/^Phoneproof/)
})

test('holds nothing of what was before the page was started again, and says when that was', async ({
  page,
}) => {
  const playground = new Playground(page)
  await verify(playground)
  const events = await playground.inspect('Events')
  await expect(page.getByText('Since the page was loaded')).toBeVisible()
  await playground.startAgain()
  await expect(page.getByText('Since it was started again')).toBeVisible()
  await expect(events).toContainText('No events yet.')
  await expect(await playground.inspect('Announcements')).toContainText(
    'Nothing has been announced',
  )
  await expect((await playground.inspect('State')).getByRole('listitem')).toHaveCount(1)
  await expect(await playground.inspect('Requests')).toContainText('Nothing has been sent yet.')
})

test('has nothing that axe objects to in any tab, wide and narrow', async ({ page }) => {
  const playground = new Playground(page)
  await verify(playground)
  await playground.inspect('Requests')
  await expectAccessible(page)
  await page.setViewportSize({ width: 320, height: 640 })
  for (const tab of ['Requests', 'State', 'Storage', 'Announcements', 'Events']) {
    await playground.inspect(tab)
    await expectAccessible(page, '.drawer')
  }
})

test('shows which tab is chosen when colours are those of the system', async ({ page }) => {
  const playground = new Playground(page)
  await page.emulateMedia({ forcedColors: 'active' })
  await playground.open()
  await playground.inspect('State')
  const line = (name: string) =>
    page.getByRole('tab', { name }).evaluate((tab) => getComputedStyle(tab).borderBottomColor)
  expect(await line('State')).not.toBe(await line('Storage'))
})
