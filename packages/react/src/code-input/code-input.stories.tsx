import preview from '../../../../.storybook/preview.tsx'
import { CodeInput } from './code-input.tsx'

const meta = preview.meta({
  title: 'CodeInput',
  component: CodeInput,
  args: { length: 6 },
})

export const Default = meta.story({})

export const Described = meta.story({
  args: { description: 'Checks by itself once all six digits are in.' },
})

export const PartlyFilled = meta.story({ args: { defaultValue: '482', autoFocus: true } })

export const Filled = meta.story({ args: { defaultValue: '482913' } })

export const FilledAndFocused = meta.story({ args: { defaultValue: '482913', autoFocus: true } })

export const Selected = meta.story({
  args: { defaultValue: '482913' },
  play: ({ canvas }) => {
    const field = canvas.getByRole<HTMLInputElement>('textbox')
    field.focus()
    field.select()
  },
})

export const Gap = meta.story({
  args: { defaultValue: '48291' },
  play: ({ canvas }) => {
    const field = canvas.getByRole<HTMLInputElement>('textbox')
    field.focus()
    field.setSelectionRange(2, 2)
  },
})

export const Invalid = meta.story({
  args: { defaultValue: '482913', error: "That code isn't right. Check the most recent message." },
})

export const Checking = meta.story({ args: { defaultValue: '482913', busy: true } })

export const ReadOnly = meta.story({ args: { defaultValue: '482913', readOnly: true } })

export const Disabled = meta.story({ args: { defaultValue: '482', disabled: true } })

export const Masked = meta.story({ args: { defaultValue: '4829', mask: true } })

export const FourDigits = meta.story({ args: { length: 4, defaultValue: '48' } })

export const Alphanumeric = meta.story({
  args: { alphanumeric: true, defaultValue: 'AB12CD', label: 'Recovery code' },
})

export const RightToLeft = meta.story({
  args: {
    defaultValue: '4829',
    label: '\u0631\u0645\u0632 \u0627\u0644\u062a\u062d\u0642\u0642',
    description:
      '\u0623\u0631\u0633\u0644\u0646\u0627 \u0631\u0645\u0632\u0627 \u0625\u0644\u0649 \u0647\u0627\u062a\u0641\u0643.',
  },
  globals: { direction: 'rtl' },
})

export const Narrow = meta.story({
  args: { defaultValue: '4829' },
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 240 }}>
        <Story />
      </div>
    ),
  ],
})
