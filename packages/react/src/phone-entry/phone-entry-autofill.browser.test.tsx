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

test.each([
  ['+12133734253', 'US', 'GB', '+1 213 373 4253'],
  ['+14169671111', 'CA', 'DE', '+1 416 967 1111'],
  ['+442079460958', 'GB', 'US', '+44 20 7946 0958'],
])('H14 H15 the browser fills in %s of %s with %s shown', async (number, home, shown, text) => {
  const phone = await mount({ defaultCountry: shown }, (node) => (
    <form>
      <input aria-label="Name" autoComplete="name" />
      <input aria-label="Street" autoComplete="street-address" />
      <input aria-label="City" autoComplete="address-level2" />
      <input aria-label="Postcode" autoComplete="postal-code" />
      {node}
    </form>
  ))
  // The browser looks at a form a moment after it is there, and says nothing about it.
  await expect
    .poll(async () => {
      await fillIn(number, home)
      return field().value
    })
    .toBe(text)
  expect(phone.value()).toBe(number)
  expect(phone.details()).toMatchObject({ reason: 'autofilled', country: home })
})
