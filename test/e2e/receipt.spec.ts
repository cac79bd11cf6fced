import { Playground } from './playground.ts'
import { expectAccessible } from './support/axe.ts'
import { expect, test } from './support/test.ts'

test('shows what happened once a number is verified, and leads to the source of the page', async ({
  page,
}) => {
  await page.clock.setFixedTime(new Date('2026-11-23T09:41:02'))
  const playground = new Playground(page)
  await playground.open()
  const receipt = page.getByRole('region', { name: 'Receipt' })
  await playground.sendCode()
  await playground.jumpTo('30 seconds')
  await expect(receipt).toHaveCount(0)
  await playground.button(/^Fill code/).click()
  await expect(receipt).toContainText('Text 09:41:02')
  await expect(receipt).toContainText('Verified after 0:30')
  await expect(receipt).toContainText('Not needed 2 calls')
  await expect(receipt).toContainText('Price 0.05, once')
  await expectAccessible(page)
  // No Storybook was named when this was built.
  await expect(receipt.getByRole('link')).toHaveCount(0)
  await receipt.getByRole('button', { name: 'Source of this page' }).click()
  const source = page.getByRole('complementary', { name: 'Source' })
  await expect(source.getByRole('region', { name: 'sign-up.tsx' })).toContainText('SignUp')
  await playground.startAgain()
  await expect(receipt).toHaveCount(0)
})
