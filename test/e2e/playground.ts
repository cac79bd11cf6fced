import { expect, type Locator, type Page } from '@playwright/test'

/** A valid mobile number that nothing special happens to. */
export const phone = '07400 123456'
export const otherPhone = '07400 654321'

/** What a person can do in the playground, and see. Time stands still unless it is moved. */
export class Playground {
  readonly page: Page
  readonly phoneField: Locator
  readonly codeField: Locator
  readonly handset: Locator
  readonly scenario: Locator

  constructor(page: Page) {
    this.page = page
    this.phoneField = page.getByRole('textbox', { name: 'Phone number' })
    this.codeField = page.getByRole('textbox', { name: 'Verification code' })
    this.handset = page.getByRole('region', { name: 'Simulated phone' })
    this.scenario = page.getByRole('combobox', { name: 'Scenario' })
  }

  /** Opens a page by its link, `?page=checkout` for one, with time held. */
  async open(link = ''): Promise<void> {
    await this.page.goto(held(link))
    await expect(this.button('Play')).toBeVisible()
  }

  /** Holds time, if it runs. */
  async hold(): Promise<void> {
    const button = this.button(/^(?:Play|Pause)$/)
    if ((await button.textContent()) === 'Pause') await button.click()
    await expect(button).toHaveText('Play')
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' })
  }

  /** The slider of the timeline. It is there once a code was sent. */
  get playhead(): Locator {
    return this.page.getByRole('slider', { name: 'Time since the code was sent' })
  }

  /** What the flow has to say on top of its step; a live region says it too. */
  get flowNotice(): Locator {
    return this.page.locator('[data-scope="verification-flow"][data-part="notice"]')
  }

  /** What there is to say about the page, or about the scenario that was chosen. */
  get notice(): Locator {
    return this.page.locator('.stage-notice').getByRole('status')
  }

  /** The inspector's tab of this name, opened if it was not, with what it shows. */
  async inspect(tab: string): Promise<Locator> {
    const inspector = this.page.getByRole('complementary', { name: 'Inspector' })
    if (!(await inspector.isVisible())) await this.button('Inspector').click()
    await inspector.getByRole('tab', { name: tab }).click()
    return inspector.getByRole('tabpanel', { name: tab })
  }

  /** What a drawer of this name holds, opened if it was not. */
  async drawer(name: string): Promise<Locator> {
    const drawer = this.page.getByRole('complementary', { name })
    if (!(await drawer.isVisible())) await this.button(name).click()
    return drawer
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name })
  }

  /** Empties the world, with time held at its usual pace. */
  async startAgain(): Promise<void> {
    await this.hold()
    await this.button('Start again').click()
    await expect(this.phoneField).toHaveValue('')
  }

  /** Asks for a code, whatever comes of it. */
  async requestCode(to: string = phone): Promise<void> {
    await this.phoneField.fill('')
    await this.phoneField.pressSequentially(to)
    await this.button('Send code').click()
  }

  async sendCode(to?: string): Promise<void> {
    await this.requestCode(to)
    await expect(this.codeField).toBeFocused()
  }

  /**
   * Lets time run, ten seconds in one. Not a minute in one: what is shown for half a minute would
   * be gone before a busy machine looks, and an answer that is late by a quarter of a second would
   * be late by fifteen.
   */
  async play(): Promise<void> {
    await this.setSpeed('10×')
    await this.button('Play').click()
  }

  async setSpeed(name: '1×' | '10×' | '60×'): Promise<void> {
    await this.page.getByRole('radio', { name, exact: true }).check()
  }

  /** Moves time on by seconds until this is seen, so that requests have all the real time they need. */
  async stepUntilVisible(locator: Locator): Promise<void> {
    await expect(async () => {
      await this.playhead.press('ArrowRight')
      await expect(locator).toBeVisible({ timeout: 250 })
    }).toPass()
  }

  /** The code in the newest text message on the handset. */
  async readCode(): Promise<string> {
    const text = await this.handset
      .getByText(/PIN is \d+/)
      .first()
      .textContent()
    const code = /PIN is (\d+)/.exec(text ?? '')?.[1]
    if (code === undefined) throw new Error(`No code in "${text}"`)
    return code
  }

  async typeCode(code: string): Promise<void> {
    await this.codeField.pressSequentially(code)
  }

  /** Moves time to the end of the code. */
  async expire(): Promise<void> {
    await this.playhead.press('End')
    // The slider is ahead of the time, which has all events on the way to go through.
    await expect(this.page.locator('.timeline-now')).toHaveText('5:00')
  }

  /** Moves time to the first call, which rings then. */
  async ring(): Promise<void> {
    await this.jumpTo('30 seconds')
    await this.jumpTo('the first call')
    await expect(this.handset.getByText('Incoming call')).toBeVisible()
  }

  /** A code of the same length that is not the right one. */
  static otherThan(code: string): string {
    return code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))
  }

  /**
   * Moves time to the next mark of the timeline, which must be this one. No pointer is involved, so
   * that focus stays where it is, as it does when time passes by itself.
   */
  async jumpTo(mark: string): Promise<void> {
    const jump = this.button(`Jump to ${mark}`)
    // The jump before this one is at its mark a little before it ends.
    await expect(jump).not.toHaveAttribute('aria-disabled')
    await jump.dispatchEvent('click')
    await expect(jump).toHaveCount(0)
  }
}

/** The same link, with time standing still. */
export function held(link: string): string {
  const { search, hash, searchParams } = new URL(link, 'http://any.test/')
  if (searchParams.has('paused')) return `./${search}${hash}`
  return `./${search === '' ? '?' : `${search}&`}paused=true${hash}`
}
