import { chromium, type BrowserContext, type Page } from '@playwright/test'
import { chromiumLaunchOptions } from '../support/chromium.ts'
import { Playground, phone } from './playground.ts'
import { launchLooseBrowser, type LooseBrowser, type LooseTab } from './support/loose-tab.ts'
import { expect, test } from './support/test.ts'

// What happens to a flow beyond its page: other tabs, no network, a page nobody sees, Back, a crash.

/** The methods of what a page asks of the service. */
function requestsOf(page: Page): string[] {
  const methods: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.includes('/verify')) methods.push(request.method())
  })
  return methods
}

/** *Duplicate tab*: the browser copies the session storage of the page. */
async function duplicate(context: BrowserContext, page: Page): Promise<Playground> {
  const [copy] = await Promise.all([
    context.waitForEvent('page'),
    page.evaluate(() => void window.open(window.location.href)),
  ])
  const playground = new Playground(copy)
  await expect(playground.codeField).toBeVisible()
  return playground
}

test('two tabs: a duplicate shows the same code, and success in both (E-9)', async ({
  page,
  context,
}) => {
  const first = new Playground(page)
  await first.open()
  await first.sendCode()
  const code = await first.readCode()
  const second = await duplicate(context, page)
  const requests = requestsOf(second.page)
  await first.typeCode(code)
  await expect(first.heading('Phone number verified')).toBeVisible()
  await expect(second.heading('Phone number verified')).toBeVisible()
  expect(requests).toEqual([])
})

test('two tabs: a cancel in one leaves no dead code field in the other (E-9)', async ({
  page,
  context,
}) => {
  const first = new Playground(page)
  await first.open()
  await first.sendCode()
  const second = await duplicate(context, page)
  await first.jumpTo('30 seconds')
  await first.button('Cancel').click()
  await expect(first.phoneField).toBeFocused()
  await expect(second.phoneField).toBeVisible()
  await expect(second.flowNotice).toHaveText(/cancelled in another tab/i)
})

test('two tabs: a new code in one replaces the code of the other (E-9)', async ({
  page,
  context,
}) => {
  const first = new Playground(page)
  await first.open()
  await first.sendCode()
  const second = await duplicate(context, page)
  await second.codeField.fill('12')
  await first.jumpTo('30 seconds')
  await first.button('Send a new code').click()
  await expect(first.page.getByText(/sent a new code/i).first()).toBeVisible()
  await expect(second.flowNotice).toHaveText(/new code was requested in another tab/i)
  await expect(second.codeField).toHaveValue('')
})

test('two tabs: a number that another tab verifies is taken over instead of refused (E-3)', async ({
  page,
  context,
}) => {
  const first = new Playground(page)
  await first.open()
  await first.sendCode()
  const code = await first.readCode()
  const second = await duplicate(context, page)
  // The other tab forgets its flow, and asks for the number as if for the first time.
  // Before its page starts: one that runs would write it down again.
  await second.page.addInitScript(() => window.sessionStorage.removeItem('phoneproof:default'))
  await second.page.reload()
  // However slow the first tab is, its answer comes within the 250 ms it has.
  await second.hold()
  await second.phoneField.pressSequentially(phone)
  await second.button('Send code').click()
  await expect(second.codeField).toBeVisible()
  await expect(second.flowNotice).toHaveText(/already sent a code/i)
  await second.codeField.focus()
  await second.typeCode(code)
  await expect(second.heading('Phone number verified')).toBeVisible()
})

test('offline: nothing is sent, nothing is lost, and nothing is sent by itself afterwards (E-15)', async ({
  page,
  context,
}) => {
  const playground = new Playground(page)
  const requests = requestsOf(page)
  await playground.open()
  await expect(page.locator('html')).toHaveAttribute('data-loaded')
  await context.setOffline(true)
  await playground.phoneField.pressSequentially(phone)
  await playground.button('Send code').click()
  await expect(page.getByText(/You’re offline. Nothing was sent./).first()).toBeVisible()
  await context.setOffline(false)
  await expect(page.getByText('You’re back online.').first()).toBeVisible()
  expect(requests).toEqual([])

  await playground.button('Send code').click()
  await expect(playground.codeField).toBeFocused()
  const code = await playground.readCode()
  await context.setOffline(true)
  await playground.typeCode(code)
  await expect(page.getByText(/You’re offline. We’ve kept your code./).first()).toBeVisible()
  await expect(playground.codeField).toHaveValue(code)
  await context.setOffline(false)
  await expect(page.getByText('You’re back online.').first()).toBeVisible()
  expect(requests).toEqual(['POST'])
  await playground.button('Verify').click()
  await expect(playground.heading('Phone number verified')).toBeVisible()
})

/** A button of the playground or of the flow, by its name. Synthetic clicks reach hidden tabs too. */
const press = (tab: LooseTab, name: string) =>
  tab.until((wanted) => {
    const buttons = Array.from(document.querySelectorAll('button'))
    const found = buttons.find(
      (each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').trim() === wanted,
    )
    if (found?.getAttribute('aria-disabled')) return false
    found?.click()
    return found !== undefined
  }, name)

const text = (tab: LooseTab) => tab.run(() => document.body.innerText, undefined)
const untilText = (tab: LooseTab, wanted: string) =>
  tab.until((pattern) => new RegExp(pattern).exec(document.body.innerText)?.[0], wanted)

/** What the browser tells the page of its life, and the requests it makes, from now on. */
const watchLife = (tab: LooseTab) =>
  tab.run(() => {
    const seen: string[] = []
    Object.assign(window, { seen })
    for (const name of ['visibilitychange', 'freeze', 'resume']) {
      document.addEventListener(name, () => seen.push(`${name} ${document.visibilityState}`))
    }
    const send = window.fetch.bind(window)
    window.fetch = (input, init) => {
      seen.push(init?.method ?? 'GET')
      return send(input, init)
    }
  }, undefined)
// SAFETY: the script above put it there.
const seen = (tab: LooseTab) =>
  tab.run(() => (window as unknown as { seen: string[] }).seen, undefined)

/** The playground in a tab that can be hidden, with a code sent and time held still. */
async function sendCodeInLooseTab(browser: LooseBrowser, url: string): Promise<LooseTab> {
  const tab = await browser.open(url)
  await press(tab, 'Pause')
  await tab.until(() => {
    const field = document.querySelector<HTMLInputElement>('input[type="tel"]')
    field?.focus()
    return document.activeElement === field && field !== null
  }, undefined)
  await tab.insert(phone)
  await press(tab, 'Send code')
  await untilText(tab, 'Code valid for 5:00')
  await watchLife(tab)
  return tab
}

/** The seconds that the code is shown to be valid for; 0 once it has expired. */
const secondsShown = (tab: LooseTab) =>
  tab.run(() => {
    const [, minutes = '0', seconds = '0'] =
      /Code valid for (\d):(\d\d)/.exec(document.body.innerText) ?? []
    return Number(minutes) * 60 + Number(seconds)
  }, undefined)

test.describe('in a tab that another one can hide', () => {
  let browser: LooseBrowser
  test.beforeEach(async () => {
    browser = await launchLooseBrowser()
  })
  test.afterEach(() => browser.close())

  test('nothing moves while nobody looks, and all is right as soon as it is seen (E-1)', async ({
    baseURL,
  }) => {
    const tab = await sendCodeInLooseTab(browser, baseURL ?? '')
    await browser.open('about:blank')
    await tab.until(() => document.visibilityState === 'hidden', undefined)
    await press(tab, 'Jump to 30 seconds')
    await press(tab, 'Jump to the first call')
    // Timers of a hidden page are slow, and the jump takes a moment.
    await tab.until(
      () => document.querySelector('.timeline-now')?.textContent === '1:00',
      undefined,
    )
    expect(await text(tab)).toContain('Code valid for 5:00')
    expect(await text(tab)).not.toContain('Calling')
    // Time stands still again: nothing but the look itself can bring the page up to date.
    await tab.show()
    expect(await untilText(tab, 'Code valid for \\d:\\d\\d')).toBe('Code valid for 4:00')
    expect(await text(tab)).toMatch(/^Calling/m)
    expect(await seen(tab)).toEqual(['visibilitychange hidden', 'visibilitychange visible'])
  })

  test('a page that was frozen goes on where time is by now, without a request (E-1)', async ({
    baseURL,
  }) => {
    const tab = await sendCodeInLooseTab(browser, baseURL ?? '')
    await tab.until(() => {
      const labels = Array.from(document.querySelectorAll('label'))
      const speed = labels.find((label) => label.textContent?.includes('10×'))
      speed?.click()
      return speed !== undefined
    }, undefined)
    await press(tab, 'Play')
    await untilText(tab, 'Code valid for 4:\\d\\d')
    await browser.open('about:blank')
    await tab.until(() => document.visibilityState === 'hidden', undefined)
    await tab.freeze()
    await tab.until(
      () => (window as unknown as { seen: string[] }).seen.includes('freeze hidden'),
      undefined,
    )
    const before = await secondsShown(tab)
    // The clock of the device goes on, without anybody waiting for it.
    await tab.run(() => {
      const now = Date.now.bind(Date)
      Date.now = () => now() + 3_000
    }, undefined)
    await tab.thaw()
    await tab.show()
    // Half a minute of its time has passed in those three seconds, in which no timer ran.
    await expect
      .poll(() => secondsShown(tab), { timeout: 2_000 })
      .toBeLessThanOrEqual(Math.max(0, before - 29))
    expect(await seen(tab)).toEqual([
      'visibilitychange hidden',
      'freeze hidden',
      'resume hidden',
      'visibilitychange visible',
    ])
  })
})

test('the flow resumes after a reload, without a request (E-10)', async ({ page }) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  const code = await playground.readCode()
  const requests = requestsOf(page)
  await page.reload()
  await expect(playground.codeField).toBeVisible()
  expect(requests).toEqual([])
  await playground.codeField.focus()
  await playground.typeCode(code)
  await expect(playground.heading('Phone number verified')).toBeVisible()
  expect(requests).toEqual(['PUT'])
})

test('Back leaves the page, and Forward finds the code where it was (E-16)', async ({ page }) => {
  const playground = new Playground(page)
  await page.goto('./favicon.svg')
  await playground.open()
  await playground.sendCode()
  const requests = requestsOf(page)
  await page.goBack()
  await page.goForward()
  await expect(playground.codeField).toBeVisible()
  await expect(page.getByText(/Code valid for (5:00|4:5\d)/)).toBeVisible()
  expect(requests).toEqual([])
})

test('Back brings the very page back, from the cache, with the time that is left (E-1)', async ({
  baseURL,
}) => {
  // Playwright turns the back-forward cache off.
  const ignoreDefaultArgs = ['--disable-back-forward-cache']
  const browser = await chromium.launch({ ...chromiumLaunchOptions, ignoreDefaultArgs })
  const page = await browser.newPage({
    baseURL: baseURL ?? '',
    locale: 'en-GB',
    // The simulation's worker posts messages to its page, and a kept page that is sent one is dropped.
    serviceWorkers: 'block',
  })
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  await page.evaluate(() => {
    const returns: boolean[] = []
    Object.assign(window, { returns })
    window.addEventListener('pageshow', ({ persisted }) => returns.push(persisted))
  })
  await playground.play()
  await page.goto('./favicon.svg')
  // What Playwright waits for after `goBack` does not happen to a page that was kept.
  await page.evaluate(() => window.history.back())
  await expect(playground.codeField).toBeVisible()
  // SAFETY: the script above put it there; a page that is loaded anew would not have it.
  const returns = () => page.evaluate(() => (window as unknown as { returns: boolean[] }).returns)
  expect(await returns()).toEqual([true])
  await expect(page.getByText(/Code valid for 4:/)).toBeVisible()
  const requests = await playground.inspect('Requests')
  await expect(requests.getByRole('listitem')).toHaveCount(1)
  await browser.close()
})

test('no code and no id is in the address, and the code is in no storage (SEC-9)', async ({
  page,
}) => {
  const playground = new Playground(page)
  await playground.open()
  await playground.sendCode()
  const code = await playground.readCode()
  await playground.typeCode(Playground.otherThan(code))
  await expect(page.getByText(/code isn’t right/).first()).toBeVisible()
  const { kept, address } = await page.evaluate(() => ({
    kept: Object.entries(window.sessionStorage)
      .concat(Object.entries(window.localStorage))
      .filter(([key]) => key.startsWith('phoneproof:'))
      .map(([, value]) => String(value)),
    address: window.location.href,
  }))
  expect(kept).toHaveLength(1)
  expect(kept.join()).not.toContain(code)
  expect(kept.join()).not.toContain(Playground.otherThan(code))
  expect(address).not.toMatch(/\d{6}/)
})
