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

  constructor(page: Page) {
    this.page = page
    this.phoneField = page.getByRole('textbox', { name: 'Phone number' })
    this.codeField = page.getByRole('textbox', { name: 'Verification code' })
    this.handset = page.getByRole('region', { name: 'Simulated phone' })
  }

  async open(): Promise<void> {
    await this.page.goto('./')
    await this.button('Pause').click()
    await expect(this.button('Play')).toBeVisible()
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' })
  }

  heading(name: string): Locator {
    return this.page.getByRole('heading', { name })
  }

  async sendCode(to: string = phone): Promise<void> {
    await this.phoneField.fill('')
    await this.phoneField.pressSequentially(to)
    await this.button('Send code').click()
    await expect(this.codeField).toBeFocused()
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

  /** A code of the same length that is not the right one. */
  static otherThan(code: string): string {
    return code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10))
  }

  /**
   * Moves time to the next mark of the strip, which must be this one. No pointer is involved, so
   * that focus stays where it is, as it does when time passes by itself.
   */
  async jumpTo(mark: string): Promise<void> {
    const jump = this.button(`Jump to ${mark}`)
    await jump.dispatchEvent('click')
    await expect(jump).toHaveCount(0)
  }
}
