import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'

/** Everything that a team writes for its server, by app. */
const ownFiles: Readonly<Record<string, readonly string[]>> = {
  next: ['verify-server.ts', 'app/api/v2/verify/[[...id]]/route.ts', 'app/account/route.ts'],
  hono: ['server.ts'],
  express: ['server.ts'],
}

/** A number of its own for each app and test: they share a service. */
const numberOf = (app: string, test: 1 | 2): string =>
  `+4474001234${test}${Object.keys(ownFiles).indexOf(app)}`

const phoneField = (page: Page) => page.getByRole('textbox', { name: 'Phone number' })
const codeField = (page: Page) => page.getByRole('textbox', { name: 'Verification code' })

async function sendCode(page: Page, phone: string): Promise<void> {
  await page.goto('/')
  await phoneField(page).fill(phone)
  await page.getByRole('button', { name: 'Send code' }).click()
  await expect(codeField(page)).toBeFocused()
}

test('verifies a number, reloaded in the middle and after a wrong code, and the server knows it', async ({
  page,
  request,
}, { config, project }) => {
  const heard: string[] = []
  page.on('console', (message) => heard.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => heard.push(`uncaught: ${error.message}`))
  const service = String(config.metadata['service'])
  const phone = numberOf(project.name, 1)

  await sendCode(page, phone)
  expect((await page.request.get('/account')).status()).toBe(401)

  await page.reload()
  await expect(codeField(page)).toBeVisible()
  await expect(page.getByRole('timer').first()).toContainText(/4:\d\d/)
  expect(heard).toEqual([])

  const answer = await request.get(`${service}/_simulator/code?phone=${phone}`)
  const { code } = (await answer.json()) as { code: string }
  await codeField(page).fill(code.replace(/.$/, (last) => String((Number(last) + 1) % 10)))
  await expect(page.getByText('That code isn’t right.').first()).toBeVisible()
  expect((await page.request.get('/account')).status()).toBe(401)

  await codeField(page).fill(code)
  await expect(page.getByRole('heading', { name: 'Phone number verified' })).toBeVisible()
  expect(heard).toEqual([
    // The browser's own words about the wrong code.
    expect.stringMatching(/^error: .*status of 400/),
    `log: ${phone} is verified`,
  ])

  await page.goto('/account')
  await expect(page.getByText(`Your number is ${phone}.`)).toBeVisible()
  // Of another browser the server knows nothing.
  expect((await request.get(new URL('/account', page.url()).href)).status()).toBe(401)
})

test('gives a second tab the code that the first one was sent, and sends no other', async ({
  page,
  context,
  request,
}, { config, project }) => {
  const phone = numberOf(project.name, 2)
  await sendCode(page, phone)
  await sendCode(await context.newPage(), phone)
  const answer = await request.get(`${String(config.metadata['service'])}/_simulator/handset`)
  const messages = (await answer.json()) as { phone: string }[]
  expect(messages.filter((message) => message.phone === phone)).toHaveLength(1)
})

test('takes at most 25 lines of the team’s own', () => {
  const { project } = test.info()
  const files = ownFiles[project.name] ?? []
  const lines = files
    .flatMap((file) =>
      readFileSync(`${import.meta.dirname}/${project.name}/${file}`, 'utf8').split('\n'),
    )
    .filter((line) => !/^\s*(?:\/\/.*)?$/.test(line))
  expect(lines.length).toBeGreaterThan(10)
  expect(lines.length).toBeLessThanOrEqual(25)
})
