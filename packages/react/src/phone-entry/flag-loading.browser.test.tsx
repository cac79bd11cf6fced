import { expect, test } from 'vitest'
import { holdRequests } from '../../../../test/support/held-requests.ts'
import { mount } from '../../../../test/support/phone-field.tsx'

const flag = () => document.querySelector('[data-part="flag"]')

// In this order: addresses that have come stay.

test('where the addresses of the pictures do not come, the code of the country stands there', async () => {
  const addresses = await holdRequests('flag-urls')
  await mount({ defaultCountry: 'GB' })
  await addresses.asked()
  await addresses.fail()
  await expect.poll(() => flag()?.getAttribute('data-missing')).toBe('GB')
  expect(getComputedStyle(flag() as Element, '::after').content).toBe('"GB"')
  await addresses.release()
})

test('a picture that does not come is missing for its own country only', async () => {
  const pictures = await holdRequests('flags/fr.svg')
  const phone = await mount({ defaultCountry: 'FR' })
  await pictures.asked()
  await pictures.fail()
  await expect.poll(() => flag()?.getAttribute('data-missing')).toBe('FR')
  await phone.rerender({ defaultCountry: 'DE' })
  await expect.poll(() => flag()?.querySelector('img')?.naturalWidth).toBeGreaterThan(0)
  expect(flag()).not.toHaveAttribute('data-missing')
  await pictures.release()
})
