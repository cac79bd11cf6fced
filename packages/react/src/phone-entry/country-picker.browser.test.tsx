import { loadNumberMetadata } from '@phoneproof/hooks'
import { expect, test } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import {
  comeToRest,
  country,
  field,
  keys,
  mount,
  violations,
} from '../../../../test/support/phone-field.tsx'
import { PhoneEntry } from './phone-entry.tsx'

// The list of countries: keys, names, search, focus.

const search = () => page.getByRole('combobox').element() as HTMLInputElement
const active = () => document.getElementById(search().getAttribute('aria-activedescendant') ?? '')
const isOpen = () => page.getByRole('dialog').query() !== null
const options = () => page.getByRole('option').elements()

async function open(props: Parameters<typeof mount>[0] = {}) {
  const phone = await mount({ defaultCountry: 'GB', ...props })
  await page.viewport(900, 700)
  await userEvent.click(country())
  await expect.poll(() => options().length).toBe(props.countries?.length ?? 246)
  return phone
}

test('the button says what it shows, the country, and what it does (PHONE-37)', async () => {
  await mount({ defaultCountry: 'GB' })
  expect(country()).toHaveAccessibleName('+44 United Kingdom, change country')
  expect(country().textContent).toBe('+44')
  expect(country()).toHaveAttribute('aria-haspopup', 'dialog')
  expect(country()).toHaveAttribute('aria-expanded', 'false')
})

test('lists every country with its code, on the one picked, with the focus in the search', async () => {
  await open()
  // 245 countries, and International.
  expect(options()).toHaveLength(246)
  expect(search()).toHaveFocus()
  expect(active()).toHaveTextContent('United Kingdom+44')
  expect(active()).toHaveAttribute('aria-selected', 'true')
  await expect.element(page.getByRole('option', { name: 'United Kingdom +44' })).toBeInViewport()
})

test.each([
  ['beside the field', 900],
  ['as a sheet that slides in', 390],
])('opens %s with the country picked in the middle', async (_, width) => {
  await mount({ defaultCountry: 'GB' })
  await page.viewport(width, 700)
  await userEvent.click(country())
  await expect.poll(() => options().length).toBe(246)
  const list = page.getByRole('listbox').element()
  await comeToRest()
  const middleOf = (element: Element) => {
    const { top, height } = element.getBoundingClientRect()
    return top + height / 2
  }
  const rowHeight = active()?.clientHeight ?? 0
  expect(Math.abs(middleOf(active() ?? list) - middleOf(list))).toBeLessThan(rowHeight)
  await page.viewport(900, 700)
})

test('shows the country’s own code where the number has the calling code in it', async () => {
  await mount({ defaultCountry: 'GB', defaultValue: '+447860021130' })
  const shown = () => getComputedStyle(country(), '::before').content
  expect(shown()).toBe('"GB"')
  field().focus()
  await keys('{Control>}a{/Control}07860')
  expect(country().textContent).toBe('+44')
  expect(shown()).toBe('none')
})

test('is not there while it is closed', async () => {
  await open()
  await keys('{Escape}')
  expect(isOpen()).toBe(false)
  expect(document.querySelectorAll('[data-part="option"]')).toHaveLength(0)
})

test.each(['{Enter}', ' ', '{ArrowDown}', '{ArrowUp}'])(
  '%s opens it from the button',
  async (key) => {
    await mount()
    ;(country() as HTMLElement).focus()
    await keys(key)
    await expect.poll(isOpen).toBe(true)
    expect(search().value).toBe('')
  },
)

test('a letter opens and searches, and the rest of the word follows (PHONE-37)', async () => {
  const phone = await mount()
  ;(country() as HTMLElement).focus()
  await keys('france')
  expect(search().value).toBe('france')
  expect(phone.onValueChange).not.toHaveBeenCalled()
  await keys('{Enter}')
  expect(country()).toHaveAccessibleName('+33 France, change country')
  expect(field()).toHaveFocus()
})

test('arrows move, Enter picks and goes to the number (PHONE-37)', async () => {
  const phone = await open()
  await keys('{ArrowDown}')
  expect(active()).toHaveTextContent('United States+1')
  await keys('{ArrowUp}{ArrowUp}')
  expect(active()).toHaveTextContent('United Arab Emirates+971')
  await keys('{Home}')
  expect(active()?.textContent).toBe('International')
  await keys('{ArrowDown}')
  expect(active()).toHaveTextContent('Afghanistan+93')
  await keys('{End}')
  expect(active()).toHaveTextContent('Zimbabwe+263')
  await expect.element(page.getByRole('option', { name: 'Zimbabwe +263' })).toBeInViewport()
  expect(phone.onValueChange).not.toHaveBeenCalled()
  await keys('{Enter}')
  expect(isOpen()).toBe(false)
  expect(field()).toHaveFocus()
  expect(phone.details()).toMatchObject({ reason: 'item-press', country: 'ZW' })
})

test('Escape closes without a change and goes back to the button (PHONE-37)', async () => {
  const phone = await open()
  await keys('{ArrowDown}{Escape}')
  expect(isOpen()).toBe(false)
  expect(country()).toHaveFocus()
  expect(phone.onValueChange).not.toHaveBeenCalled()
})

test('Tab closes and moves on, Shift+Tab back (PHONE-37)', async () => {
  await mount({ defaultCountry: 'GB' }, (node) => (
    <>
      <button type="button">Before</button>
      {node}
    </>
  ))
  ;(country() as HTMLElement).focus()
  await keys('{Enter}')
  await expect.poll(isOpen).toBe(true)
  await userEvent.tab()
  expect(isOpen()).toBe(false)
  expect(field()).toHaveFocus()
  ;(country() as HTMLElement).focus()
  await keys('{Enter}')
  await expect.poll(isOpen).toBe(true)
  await userEvent.tab({ shift: true })
  expect(isOpen()).toBe(false)
  await expect.element(page.getByRole('button', { name: 'Before' })).toHaveFocus()
})

test('a field that scrolls out of view takes its list along, and keeps the focus (PHONE-37)', async () => {
  await page.viewport(900, 500)
  await mount({ defaultCountry: 'GB' }, (node) => <div style={{ blockSize: 3000 }}>{node}</div>)
  ;(country() as HTMLElement).focus()
  await keys('{Enter}')
  await expect.poll(isOpen).toBe(true)
  scrollTo(0, 1000)
  await expect.poll(isOpen).toBe(false)
  expect(country()).toHaveFocus()
  expect(scrollY).toBe(1000)
  scrollTo(0, 0)
})

test('a field that is blocked meanwhile closes its list (PHONE-46)', async () => {
  const phone = await open()
  await phone.rerender({ readOnly: true })
  expect(isOpen()).toBe(false)
  expect(field()).toHaveFocus()
  await phone.rerender({ readOnly: false })
  expect(isOpen()).toBe(false)
})

test('a press outside closes it (PHONE-37)', async () => {
  await open()
  await userEvent.click(document.body, { position: { x: 2, y: 2 } })
  expect(isOpen()).toBe(false)
})

test('a click picks, and keeps the digits', async () => {
  const phone = await mount({ defaultCountry: 'GB' })
  field().focus()
  await keys('07400123456')
  await userEvent.click(country())
  await userEvent.click(page.getByRole('option', { name: 'Albania +355' }))
  expect(field().value.replace(/\D/g, '')).toBe('07400123456')
  expect(phone.details()).toMatchObject({ reason: 'item-press', country: 'AL' })
  expect(field()).toHaveFocus()
})

test('the focus can stay on the button', async () => {
  await open({ focusAfterPick: 'trigger' })
  await keys('germ{Enter}')
  expect(country()).toHaveFocus()
  expect(country()).toHaveAccessibleName('+49 Germany, change country')
})

test('says how many were found, and that none were (PHONE-37)', async () => {
  await open()
  await keys('united')
  await expect.element(page.getByRole('status').first()).toHaveTextContent('3 countries')
  await keys('x')
  await expect.element(page.getByRole('status').first()).toHaveTextContent('No country found')
  expect(search()).not.toHaveAttribute('aria-activedescendant')
  await keys('{Enter}')
  expect(isOpen()).toBe(true)
})

test('shows the preferred countries first, each once, and only the allowed ones', async () => {
  await open({ countries: ['DE', 'GB', 'FR', 'US'], preferredCountries: ['US', 'GB', 'XX', 'US'] })
  expect(options().map((option) => option.textContent)).toEqual([
    'United States+1',
    'United Kingdom+44',
    'France+33',
    'Germany+49',
  ])
})

test('International stands first, under the preferred ones, where all countries are allowed', async () => {
  const phone = await open({ preferredCountries: ['GB', 'US'] })
  const rows = options().map((option) => option.textContent)
  expect(rows.slice(0, 4)).toEqual([
    'United Kingdom+44',
    'United States+1',
    'International',
    'Afghanistan+93',
  ])
  await keys('intern{Enter}')
  expect(phone.details()).toMatchObject({ reason: 'item-press', country: undefined })
  expect(country()).toHaveAccessibleName('Country code, change country')
  await userEvent.click(country())
  expect(active()?.textContent).toBe('International')
  expect(active()).toHaveAttribute('aria-selected', 'true')
})

test('International is no answer to a calling code', async () => {
  await open()
  await keys('+44')
  expect(options()).toHaveLength(4)
  await keys('0')
  expect(options().map((option) => option.textContent)).not.toContain('International')
})

test('names of the app stand on the button too', async () => {
  await open({ countries: ['GB', 'DE'], countryNames: { GB: 'Royaume-Uni', DE: 'Allemagne' } })
  expect(country()).toHaveAccessibleName('+44 Royaume-Uni, change country')
  expect(options().map((option) => option.textContent)).toEqual(['Allemagne+49', 'Royaume-Uni+44'])
  expect(page.getByRole('listbox').element()).not.toHaveAttribute('lang')
})

test('names countries in the language of the app, and finds them by English names too', async () => {
  const { PhoneproofProvider } = await import('@phoneproof/hooks')
  await render(
    <PhoneproofProvider locale="de">
      <PhoneEntry defaultCountry="DE" />
    </PhoneproofProvider>,
  )
  expect(country()).toHaveAccessibleName('+49 Deutschland, change country')
  await userEvent.click(country())
  await keys('germany')
  await expect.poll(() => active()?.textContent).toBe('Deutschland+49')
  // The page may be in another.
  expect(page.getByRole('listbox').element()).toHaveAttribute('lang', 'de')
})

test('two on a page have ids of their own, and one list open at a time (PHONE-45)', async () => {
  await render(
    <>
      <PhoneEntry label="Home" defaultCountry="GB" />
      <PhoneEntry label="Work" defaultCountry="US" />
    </>,
  )
  const [home, work] = page.getByRole('button', { name: /change country/ }).elements()
  await userEvent.click(work as Element)
  // The list lies under the second, so that the first can be pressed.
  await userEvent.click(home as Element)
  await expect.poll(() => page.getByRole('dialog').elements().length).toBe(1)
  expect(home).toHaveAttribute('aria-expanded', 'true')
  expect(work).toHaveAttribute('aria-expanded', 'false')
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
})

test('the native list picks as well, International too, in the order of the other', async () => {
  const phone = await mount({
    picker: 'native',
    defaultCountry: 'GB',
    preferredCountries: ['US', 'GB'],
  })
  const list = page.getByRole('combobox', { name: 'Country' })
  await expect.element(list).toHaveDisplayValue('United Kingdom (+44)')
  const rows = [...(list.element() as HTMLSelectElement).options].map(({ text }) => text)
  expect(rows.slice(0, 6)).toEqual([
    'United States (+1)',
    'United Kingdom (+44)',
    '──────────',
    'International',
    'Afghanistan (+93)',
    'Åland Islands (+358)',
  ])
  expect(rows).toHaveLength(247)
  field().focus()
  await keys('07400123456')
  await userEvent.selectOptions(list, 'Germany (+49)')
  expect(phone.value()).toBe('+497400123456')
  await userEvent.selectOptions(list, 'International')
  await expect.element(list).toHaveDisplayValue('International')
  expect(phone.details()).toMatchObject({ status: 'needsCountry', country: undefined })
})

test('works inside a shadow root', async () => {
  await loadNumberMetadata()
  const host = document.body.appendChild(document.createElement('div'))
  const shadow = host.attachShadow({ mode: 'open' })
  const phone = await render(<PhoneEntry defaultCountry="GB" />, {
    container: shadow.appendChild(document.createElement('div')),
  })
  const part = (name: string) => shadow.querySelector<HTMLElement>(`[data-part="${name}"]`)
  part('input')?.focus()
  await keys('07400')
  expect((part('input') as HTMLInputElement).selectionStart).toBe(5)
  part('country')?.focus()
  await keys('{Enter}')
  await expect.poll(() => part('picker')).not.toBeNull()
  await expect.poll(() => shadow.activeElement).toBe(part('search'))
  await keys('germ')
  await userEvent.click(part('option') as HTMLElement)
  await expect.poll(() => part('picker')).toBeNull()
  expect(part('country')).toHaveAccessibleName('+49 Germany, change country')
  expect(shadow.activeElement).toBe(part('input'))
  part('country')?.focus()
  await keys('{Enter}')
  await expect.poll(() => part('picker')).not.toBeNull()
  part('input')?.focus()
  await expect.poll(() => part('picker')).toBeNull()
  await phone.unmount()
  host.remove()
})

test('axe finds nothing, closed, open, searching, and in error (PHONE-37)', async () => {
  await mount({ defaultCountry: 'GB', description: 'We text you.', error: 'Wrong.' })
  expect(await violations()).toEqual([])
  await userEvent.click(country())
  await expect.poll(() => options().length).toBe(246)
  expect(await violations()).toEqual([])
  await keys('united')
  expect(await violations()).toEqual([])
  await keys('x')
  expect(await violations()).toEqual([])
})

test('a screen reader hears the picker in this order (PHONE-37)', async () => {
  await mount({ defaultCountry: 'GB', countries: ['GB', 'DE', 'FR'] })
  expect(await transcript()).toEqual([
    'button "+44 United Kingdom, change country" hasPopup dialog',
    'textbox "Phone number"',
    'status ""',
  ])
  await userEvent.click(country())
  await expect.poll(() => options().length).toBe(3)
  await keys('{ArrowDown}')
  const open = [
    'button "+44 United Kingdom, change country" hasPopup dialog expanded',
    'dialog "Choose a country"',
    'combobox "Search countries" focused autocomplete list hasPopup listbox expanded',
    'listbox "Countries"',
  ]
  const after = ['textbox "Phone number"', 'status ""']
  expect(await transcript()).toEqual([
    ...open,
    'option "France +33"',
    'option "Germany +49"',
    'option "United Kingdom +44" selected',
    'status ""',
    ...after,
  ])
  await keys('g')
  expect(await transcript()).toEqual([
    ...open,
    'option "Germany +49"',
    'option "United Kingdom +44" selected',
    'status "2 countries"',
    ...after,
  ])
  await keys('x')
  // Without an option there is no list.
  const withoutList = open.slice(0, -1)
  expect(await transcript()).toEqual([...withoutList, 'status "No country found"', ...after])
})

interface AXNode {
  nodeId: string
  childIds?: string[]
  ignored: boolean
  role?: { value: string }
  name?: { value: string }
  properties?: { name: string; value: { value: string | boolean } }[]
}
interface Frames {
  frameTree: { childFrames: { frame: { id: string; url: string } }[] }
}

/** Role, name and states of what has any, from the browser's accessibility tree. */
async function transcript(): Promise<string[]> {
  const roles = ['button', 'dialog', 'combobox', 'listbox', 'option', 'textbox', 'status']
  const states = ['expanded', 'hasPopup', 'selected', 'focused', 'autocomplete']
  // Tests run in a frame of the page.
  const { frameTree } = (await cdp().send('Page.getFrameTree')) as Frames
  const own = frameTree.childFrames.find(({ frame }) => frame.url === location.href)
  const { nodes } = (await cdp().send('Accessibility.getFullAXTree', {
    frameId: own?.frame.id ?? '',
  })) as { nodes: AXNode[] }
  const walk = (node: AXNode | undefined): AXNode[] =>
    node
      ? [
          node,
          ...(node.childIds ?? []).flatMap((id) => walk(nodes.find((each) => each.nodeId === id))),
        ]
      : []
  const textOf = (node: AXNode) =>
    walk(node)
      .filter(({ role }) => role?.value === 'StaticText')
      .map(({ name }) => name?.value)
      .join(' ')
  return walk(nodes[0])
    .filter(({ ignored, role }) => !ignored && roles.includes(role?.value ?? ''))
    .map((node) => {
      const { role, properties = [] } = node
      // A status has no name: what it says is its text.
      const name = role?.value === 'status' ? textOf(node) : node.name?.value
      const on = properties
        .filter((each) => states.includes(each.name) && each.value.value !== false)
        .map((each) => (each.value.value === true ? each.name : `${each.name} ${each.value.value}`))
      return [role?.value, JSON.stringify(name), ...on].join(' ')
    })
}
