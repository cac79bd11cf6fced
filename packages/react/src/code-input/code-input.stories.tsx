import { useCodeInput } from '@phoneproof/hooks'
import preview from '../../../../.storybook/preview.tsx'
import { CodeInputRoot } from './code-input-root.tsx'
import { CodeInputSeparator } from './code-input-separator.tsx'
import { CodeInputSlot } from './code-input-slot.tsx'
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

export const CheckingAndFocused = meta.story({
  args: { defaultValue: '482913', busy: true, autoFocus: true },
})

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

export const InvalidAndSelected = meta.story({
  args: Invalid.input.args,
  play: Selected.input.play,
})

export const Parts = meta.story({
  render: () => (
    <CodeInputRoot length={6} defaultValue="4829" label="In three pairs">
      <CodeInputSlot index={0} />
      <CodeInputSlot index={1} />
      <CodeInputSeparator />
      <CodeInputSlot index={2} />
      <CodeInputSlot index={3} />
      <CodeInputSeparator />
      <CodeInputSlot index={4} />
      <CodeInputSlot index={5} />
    </CodeInputRoot>
  ),
})

/** No component of ours: the attributes and handlers are enough. */
function Headless() {
  const code = useCodeInput({ length: 4, defaultValue: '48' })
  return (
    <div {...code.getRootProps()} className="headless">
      <style>{`
        .headless [data-part='control'] { position: relative; display: inline-flex; gap: 4px }
        .headless [data-part='slot'] { inline-size: 24px; border-block-end: 2px solid; min-block-size: 1.5em }
        .headless [data-part='slot'][data-active] { border-color: Highlight }
        .headless input { position: absolute; inset: 0; inline-size: 100%; border: 0; forced-color-adjust: none;
          background: none; color: transparent; caret-color: transparent }
      `}</style>
      {/* oxlint-disable-next-line jsx-a11y/label-has-associated-control -- the getter has htmlFor */}
      <label {...code.getLabelProps()}>Code</label>
      <div {...code.getControlProps()}>
        {[0, 1, 2, 3].map((index) => (
          <span key={index} {...code.getSlotProps(index)} />
        ))}
        <input {...code.getInputProps()} />
      </div>
    </div>
  )
}

export const HeadlessHook = meta.story({ parameters: { styles: [] }, render: () => <Headless /> })
