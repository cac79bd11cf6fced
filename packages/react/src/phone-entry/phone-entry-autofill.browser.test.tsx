import { expect, test } from 'vitest'
import { cdp } from 'vitest/browser'
import { field, mount } from '../../../../test/support/phone-field.tsx'

// The browser's own filling in, through the DevTools protocol: among the fields of an address, as
// it only then recognises them.

interface FlatNode {
  backendNodeId: number
  nodeName: string
  attributes?: string[]
}

async function fillIn(phone: string, country: string): Promise<void> {
  const session = cdp()
  await session.send('DOM.enable')
  await session.send('Autofill.enable')
  const { nodes } = (await session.send('DOM.getFlattenedDocument', {
    depth: -1,
    pierce: true,
  })) as { nodes: FlatNode[] }
  const own = nodes.find(
    ({ nodeName, attributes = [] }) => nodeName === 'INPUT' && attributes.includes(field().id),
  )
  const { frameTree } = (await session.send('Page.getFrameTree')) as {
    frameTree: { childFrames: { frame: { id: string; url: string } }[] }
  }
  const frame = frameTree.childFrames.find((each) => each.frame.url === location.href)
  const address = {
    fields: [
      { name: 'NAME_FULL', value: 'Ada Lovelace' },
      { name: 'ADDRESS_HOME_STREET_ADDRESS', value: '1 Main Street' },
      { name: 'ADDRESS_HOME_CITY', value: 'Springfield' },
      { name: 'ADDRESS_HOME_ZIP', value: '12345' },
      { name: 'ADDRESS_HOME_COUNTRY', value: country },
      { name: 'PHONE_HOME_WHOLE_NUMBER', value: phone },
    ],
  }
  await session.send('Autofill.trigger', {
    fieldId: own?.backendNodeId ?? 0,
    frameId: frame?.frame.id ?? '',
    address,
  })
}

/**
 * Asked again and again: the browser reads a form a moment after it is there, and does not say
 * when.
 */
async function filled<T>(phone: string, country: string, seen: () => T): Promise<T> {
  await fillIn(phone, country)
  return seen()
}

const inAddress = (node: React.ReactNode) => (
  <form>
    <input aria-label="Name" autoComplete="name" />
    <input aria-label="Street" autoComplete="street-address" />
    <input aria-label="City" autoComplete="address-level2" />
    <input aria-label="Postcode" autoComplete="postal-code" />
    {node}
  </form>
)

test.each([
  ['+12133734253', 'US', 'GB', '+1 213 373 4253'],
  ['+14169671111', 'CA', 'DE', '+1 416 967 1111'],
  ['+442079460958', 'GB', 'US', '+44 20 7946 0958'],
])(
  'the browser fills in %s of %s with %s shown (PHONE-14, PHONE-15)',
  async (number, home, shown, text) => {
    const phone = await mount({ defaultCountry: shown }, inAddress)
    await expect.poll(() => filled(number, home, () => field().value)).toBe(text)
    expect(phone.value()).toBe(number)
    expect(phone.details()).toMatchObject({ reason: 'input-autofill', country: home })
  },
)

test.each([
  ['+442079460958', 'GB', 'US', '20 7946 0958'],
  ['+12133734253', 'US', 'GB', '(213) 373-4253'],
])(
  'tel-country-code: %s of %s goes to both fields with %s shown (PHONE-14)',
  async (number, home, shown, text) => {
    const phone = await mount({ defaultCountry: shown, picker: 'native' }, inAddress)
    await expect.poll(() => filled(number, home, () => field().value)).toBe(text)
    expect(document.querySelector('select')?.value).toBe(home)
    expect(phone.value()).toBe(number)
  },
)

test('the keydown that the browser sends when it fills in has no key, and does no harm (PHONE-16)', async () => {
  const phone = await mount({ defaultCountry: 'GB' }, inAddress)
  const keysSeen = new Set<unknown>()
  document.addEventListener('keydown', (event) => keysSeen.add(event.key))
  await expect.poll(() => filled('+447400123456', 'GB', () => phone.value())).toBe('+447400123456')
  expect([...keysSeen]).toEqual([undefined])
})
