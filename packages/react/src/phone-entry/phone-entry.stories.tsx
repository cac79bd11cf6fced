import { PhoneproofProvider, usePhoneEntry } from '@phoneproof/hooks'
import { expect, waitFor } from 'storybook/test'
import preview from '../../../../.storybook/preview.tsx'
import { countryListPart } from './country-list-part.ts'
import { PhoneEntry } from './phone-entry.tsx'

const meta = preview.meta({
  title: 'PhoneEntry',
  component: PhoneEntry,
  args: { defaultCountry: 'GB' },
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 'min(22rem, 100cqi - 2rem)' }}>
        <Story />
      </div>
    ),
  ],
})

export const Default = meta.story({})

export const Described = meta.story({
  args: { description: 'We’ll text you a code. Standard rates apply.' },
})

export const Filled = meta.story({ args: { defaultValue: '+447860021130' } })

export const Focused = meta.story({ args: { autoFocus: true } })

export const AsYouType = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox'), '07860021')
  },
})

export const International = meta.story({ args: { defaultValue: '+80012345678' } })

/** What a person typed, after they left the field: the reason why it cannot be used. */
const leave =
  (typed: string) =>
  async ({ canvas, userEvent }: PlayContext) => {
    const field = canvas.getByRole('textbox')
    await (typed === '' ? userEvent.click(field) : userEvent.type(field, typed))
    await userEvent.tab()
    // The patterns that tell some numbers from others come a moment later.
    await waitFor(() => expect(field).toBeInvalid())
  }
type PlayContext = Parameters<NonNullable<typeof AsYouType.input.play>>[0]

export const TooShort = meta.story({ play: leave('07860') })

export const TooLong = meta.story({ play: leave('07860 021130 99') })

export const InvalidLength = meta.story({
  args: { defaultCountry: 'BG' },
  play: leave('+359 800 1234567'),
})

export const Invalid = meta.story({
  args: { defaultCountry: 'US' },
  play: leave('(213) 173-4253'),
})

export const NeedsCountry = meta.story({
  args: { countries: ['FJ', 'TO'], defaultCountry: undefined },
  play: leave('2133734253'),
})

export const UnknownCode = meta.story({ play: leave('+999 123456') })

export const LandlineRefused = meta.story({
  args: { numberType: 'mobile' },
  play: leave('020 7946 0958'),
})

export const Required = meta.story({
  args: { required: true },
  render: (args) => (
    <form noValidate onSubmit={(event) => event.preventDefault()}>
      <PhoneEntry {...args} />
      <button
        type="submit"
        className="story-button"
        onClick={(event) => event.currentTarget.form?.checkValidity()}
      >
        Save
      </button>
    </form>
  ),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(canvas.getByRole('textbox')).toBeInvalid())
  },
})

export const OwnError = meta.story({
  args: {
    defaultValue: '+447860021130',
    error: 'This number is already used by another account.',
  },
})

export const CountryNotAllowed = meta.story({
  args: { countries: ['DE', 'FR'], defaultCountry: 'DE', defaultValue: '+447860021130' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('textbox'))
    await userEvent.tab()
  },
})

export const LettersRefused = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox'), '0786x')
  },
})

export const ExtensionRefused = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('textbox'))
    await userEvent.paste('07860 021130 ext. 12')
  },
})

const openList = async ({ canvas, userEvent }: PlayContext) => {
  await userEvent.click(canvas.getByRole('button', { name: /country/i }))
  await canvas.findByRole('dialog')
}

export const ListOpen = meta.story({
  args: { preferredCountries: ['GB', 'US', 'IN'] },
  play: openList,
})

export const ListOpenAsSheet = meta.story({
  globals: { viewport: { value: 'phone', isRotated: false } },
  play: openList,
})

export const ListOpenRightToLeft = meta.story({
  args: { defaultCountry: 'AE', label: 'رقم الهاتف' },
  globals: { direction: 'rtl' },
  decorators: [
    (Story) => (
      <PhoneproofProvider locale="ar">
        <Story />
      </PhoneproofProvider>
    ),
  ],
  play: openList,
})

export const ListOpenDark = meta.story({
  args: { preferredCountries: ['GB', 'US', 'IN'] },
  globals: { theme: 'dark' },
  play: openList,
})

export const ForcedColours = meta.story({
  args: { defaultValue: '+447860021130', error: 'This number is already used.' },
  globals: { colours: 'forced' },
})

export const ListOpenForcedColours = meta.story({
  globals: { colours: 'forced' },
  play: openList,
})

/** The list did not come: the platform's own has taken the place of the button. */
export const Offline = meta.story({
  beforeEach() {
    const { load, loaded } = countryListPart
    Object.assign(countryListPart, {
      load: () => Promise.reject(new Error('offline')),
      loaded: () => undefined,
    })
    return () => Object.assign(countryListPart, { load, loaded })
  },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /country/i }))
    await waitFor(() => expect(canvas.getByRole('combobox')).toHaveFocus())
  },
})

export const Search = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /country/i }))
    await userEvent.type(await canvas.findByRole('combobox'), 'united')
  },
})

export const SearchWithoutResult = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /country/i }))
    await userEvent.type(await canvas.findByRole('combobox'), 'atlantis')
  },
})

export const NativeList = meta.story({ args: { picker: 'native' } })

export const NoFlags = meta.story({ args: { flags: false } })

export const ReadOnly = meta.story({ args: { defaultValue: '+447860021130', readOnly: true } })

export const Disabled = meta.story({ args: { defaultValue: '+447860021130', disabled: true } })

export const RightToLeft = meta.story({
  args: {
    defaultCountry: 'AE',
    label: 'رقم الهاتف',
    description: 'سنرسل إليك رمزًا في رسالة نصية.',
  },
  globals: { direction: 'rtl' },
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox'), '0501234')
  },
})

export const Narrow = meta.story({
  args: { defaultValue: '+447860021130' },
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 256 }}>
        <Story />
      </div>
    ),
  ],
})

/** No component of ours: the attributes and handlers are enough. */
function Headless() {
  const phone = usePhoneEntry({ defaultCountry: 'FR', name: 'phone' })
  const hidden = phone.getHiddenInputProps()
  return (
    <div {...phone.getRootProps()}>
      {/* oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the getter has htmlFor */}
      <label {...phone.getLabelProps()}>Phone</label>
      <div>
        <input {...phone.getInputProps()} />
      </div>
      {hidden && <input {...hidden} />}
      <output>{phone.value ?? phone.detail.status}</output>
    </div>
  )
}

export const HeadlessHook = meta.story({ parameters: { styles: [] }, render: () => <Headless /> })
