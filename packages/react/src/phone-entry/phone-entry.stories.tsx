import { usePhoneEntry } from '@phoneproof/hooks'
import preview from '../../../../.storybook/preview.tsx'
import { PhoneEntry } from './phone-entry.tsx'

const meta = preview.meta({
  title: 'PhoneEntry',
  component: PhoneEntry,
  args: { defaultCountry: 'GB' },
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 'min(22rem, 100vw - 2rem)' }}>
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

export const Invalid = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.type(canvas.getByRole('textbox'), '07860')
    await userEvent.tab()
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

export const ListOpen = meta.story({
  args: { preferredCountries: ['GB', 'US', 'IN'] },
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /country/i }))
  },
})

export const Search = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /country/i }))
    await userEvent.type(canvas.getByRole('combobox'), 'united')
  },
})

export const SearchWithoutResult = meta.story({
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: /country/i }))
    await userEvent.type(canvas.getByRole('combobox'), 'atlantis')
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

export const HeadlessHook = meta.story({ render: () => <Headless /> })
