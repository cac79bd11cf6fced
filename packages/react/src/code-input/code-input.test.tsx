import { de } from '../locales/de.ts'
import { CodeInput, type CodeInputProps } from './code-input.tsx'
import { CodeInputSlot } from './code-input-slot.tsx'
import { PhoneproofProvider } from '@phoneproof/hooks'
import { codeInputParts, codeInputScope } from '@phoneproof/hooks/internal/code-input'
import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import readme from '../../../hooks/src/code-input/README.md?raw'

test('is one textbox, named, described, and invalid with its error (CODE-23, CODE-24, A11Y-10)', () => {
  render(
    <CodeInput description="Six digits" error="That code isn't right." aria-describedby="more" />,
  )
  const field = screen.getByRole('textbox', { name: 'Verification code' })
  expect(field).toHaveAttribute('aria-describedby', expect.stringMatching(/ more$/))
  expect(field).toHaveAccessibleDescription("Six digits That code isn't right.")
  expect(field).toBeInvalid()
  expect(field).toHaveAttribute('autocomplete', 'one-time-code')
  expect(field).toHaveAttribute('inputmode', 'numeric')
  expect(field).toHaveAttribute('type', 'text')
  expect(field).not.toHaveAttribute('maxlength')
  expect(screen.queryByRole('alert')).toBeNull()
  expect(screen.queryByRole('status')).toBeNull()
})

test('hides from screen readers what it draws (CODE-23)', () => {
  render(<CodeInput defaultValue="482913" />)
  const drawn = document.querySelectorAll('[data-part="slot"], [data-part="separator"]')
  expect(drawn).toHaveLength(7)
  for (const part of drawn) expect(part).toHaveAttribute('aria-hidden', 'true')
  expect(screen.getByRole('textbox')).toHaveValue('482913')
})

test('is named by the messages of the provider, or by a name given elsewhere (CODE-23)', () => {
  render(
    <PhoneproofProvider messages={{ codeInput: { label: 'Code de v\u00e9rification' } }}>
      <CodeInput />
      <CodeInput aria-label="Backup code" />
    </PhoneproofProvider>,
  )
  expect(screen.getAllByRole('textbox')[0]).toHaveAccessibleName('Code de v\u00e9rification')
  expect(screen.getByRole('textbox', { name: 'Backup code' })).toBeVisible()
  expect(screen.getAllByText('Code de v\u00e9rification')).toHaveLength(1)
})

test('is read-only and busy, never disabled, while a code is checked (CODE-18, E-17)', () => {
  render(<CodeInput busy value="482913" />)
  const field = screen.getByRole('textbox')
  expect(field).toHaveAttribute('readonly')
  expect(field).toHaveAttribute('aria-busy', 'true')
  expect(field).toBeEnabled()
})

test('announces the error and the completion when asked to, and never the digits (CODE-24, CODE-25)', async () => {
  const { rerender } = render(<CodeInput announce />)
  const user = userEvent.setup()
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
  expect(screen.queryByRole('alert')).toBeNull()
  await user.type(screen.getByRole('textbox'), '482913')
  expect(screen.getByRole('status').textContent).toBe('6 of 6 entered')
  rerender(<CodeInput announce error="Wrong code" />)
  expect(screen.getByRole('alert').textContent).toBe('Wrong code')
  expect(screen.getByRole('textbox')).toHaveAccessibleDescription('Wrong code')
  for (const region of [screen.getByRole('status'), screen.getByRole('alert')]) {
    expect(region.textContent).not.toMatch(/482913|4 8 2/)
  }
})

test('is invalid when told so without an error, and announces nothing (CODE-24)', () => {
  render(<CodeInput invalid />)
  expect(screen.getByRole('textbox')).toBeInvalid()
  expect(screen.getByRole('textbox')).not.toHaveAttribute('aria-describedby')
  expect(document.querySelectorAll('[data-part="slot"][data-invalid]')).toHaveLength(6)
})

test('keeps its digits out of page translation, and in one direction (CODE-22, CODE-27)', () => {
  render(<CodeInput defaultValue="482913" />)
  const control = document.querySelector('[data-part="control"]')
  expect(control).toHaveAttribute('translate', 'no')
  expect(control).toHaveAttribute('dir', 'ltr')
  expect(control).toContainElement(screen.getByRole('textbox'))
})

test('gives its parent the input as the ref', () => {
  const ref = vi.fn()
  render(<CodeInput ref={ref} />)
  expect(ref).toHaveBeenCalledWith(screen.getByRole('textbox'))
})

test('can be typed into and pasted into without a browser, as tests of apps do', async () => {
  const user = userEvent.setup()
  const onValueComplete = vi.fn()
  render(<CodeInput onValueComplete={onValueComplete} />)
  const field = screen.getByRole('textbox')
  await user.type(field, '48')
  await user.type(field, '2')
  expect(field).toHaveValue('482')
  await user.clear(field)
  expect(field).toHaveValue('')
  await user.click(field)
  await user.paste('Your code is 482 913')
  expect(field).toHaveValue('482913')
  expect(onValueComplete).toHaveBeenCalledTimes(1)
})

test('groups six digits in two halves, and as told (A11Y-20)', () => {
  const separators = () => document.querySelectorAll('[data-part="separator"]').length
  const { rerender } = render(<CodeInput />)
  expect(separators()).toBe(1)
  rerender(<CodeInput groupSize={2} />)
  expect(separators()).toBe(2)
  rerender(<CodeInput groupSize={0} />)
  expect(separators()).toBe(0)
  rerender(<CodeInput length={4} />)
  expect(separators()).toBe(0)
})

test('names what is missing around a stray slot', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(() => render(<CodeInputSlot index={0} />)).toThrow(
    '[phoneproof] <CodeInputSlot> has no <CodeInputRoot> above it.',
  )
  vi.restoreAllMocks()
})

test('draws bullets when masked, and stays a text field', () => {
  render(<CodeInput mask defaultValue="48" />)
  const slots = [...document.querySelectorAll('[data-part="slot"]')]
  expect(slots.map((slot) => slot.textContent).join('')).toBe('\u2022\u2022')
  expect(screen.getByRole('textbox')).toHaveValue('48')
})

test.each([
  [{}, '6', 'Enter all 6 digits of the code.'],
  [{ length: 4 }, '4', 'Enter all 4 digits of the code.'],
  [{ alphanumeric: true }, '6', 'Enter all 6 characters of the code.'],
  [{ title: 'Look at the letter we sent.' }, '6', 'Look at the letter we sent.'],
])(
  'explains its pattern when the browser refuses part of a code (%o) (CODE-19)',
  (props, length, title) => {
    render(<CodeInput {...props} />)
    const field = screen.getByRole('textbox')
    expect(field).toHaveAttribute('pattern', expect.stringContaining(`{${length}}`))
    expect(field).toHaveAttribute('title', title)
  },
)

test('explains its pattern by the messages of the provider (CODE-19)', () => {
  render(
    <PhoneproofProvider messages={de}>
      <CodeInput />
      <CodeInput alphanumeric />
    </PhoneproofProvider>,
  )
  expect(screen.getByTitle('Geben Sie alle 6 Ziffern des Codes ein.')).toBeVisible()
  expect(screen.getByTitle('Geben Sie alle 6 Zeichen des Codes ein.')).toBeVisible()
})

// What callers without types give.
const untyped = (props: Record<string, unknown>): CodeInputProps => props

test.each([
  ['value', 482913, '482913'],
  ['defaultValue', 4829, '4829'],
  ['value', 0, '0'],
  ['defaultValue', 12_345_678, '123456'],
  ['value', NaN, ''],
])(
  'renders a number given as %s (%s), and warns that it loses zeros (CODE-1)',
  async (name, number, shown) => {
    // Each warning is given once for a page.
    vi.resetModules()
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const { CodeInput: Fresh } = await import('./code-input.tsx')
    render(<Fresh {...untyped({ [name]: number })} />)
    expect(screen.getByRole('textbox')).toHaveValue(shown)
    expect(warn.mock.calls.flat()).toEqual([
      `[phoneproof] The code field was given a number as ${name}. A number loses its zeros: 0123 is 123. Give it a string.`,
    ])
    vi.restoreAllMocks()
  },
)

test.each(['value', 'defaultValue'])('is empty and quiet when %s is null (CODE-1)', (name) => {
  render(<CodeInput {...untyped({ [name]: null })} alphanumeric />)
  expect(screen.getByRole('textbox')).toHaveValue('')
})

test('never makes a number of what is typed over one (CODE-1)', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const told = vi.fn<(value: string) => void>()
  render(<CodeInput {...untyped({ defaultValue: 48 })} onValueChange={told} />)
  const user = userEvent.setup()
  await user.clear(screen.getByRole('textbox'))
  await user.type(screen.getByRole('textbox'), '001')
  expect(told.mock.calls.map(([value]) => value)).toEqual(['', '0', '00', '001'])
  vi.restoreAllMocks()
})

test('carries exactly the state attributes that its README lists', async () => {
  const seen = new Set<string>()
  const collect = () => {
    for (const node of document.querySelectorAll('[data-scope="code-input"]'))
      for (const name of node.getAttributeNames())
        if (name.startsWith('data-') && !/^data-(scope|part)$/.test(name)) seen.add(name)
  }
  const { rerender } = render(<CodeInput mask busy autoFocus defaultValue="48" error="Wrong" />)
  collect()
  rerender(<CodeInput disabled value="482913" />)
  collect()
  rerender(<CodeInput key="selected" defaultValue="482913" />)
  act(() => screen.getByRole('textbox').focus())
  await userEvent.setup().keyboard('{Shift>}{ArrowLeft}{/Shift}')
  collect()
  const listed = [...readme.matchAll(/^\| `(data-[a-z]+)` +\|/gm)].map(([, name]) => name)
  expect(seen).toEqual(new Set(listed))
})

test('renders each part of its anatomy, and no other', () => {
  const { container } = render(<CodeInput announce description="Six digits" error="Wrong" />)
  const inside = [...(container.firstElementChild?.querySelectorAll('*') ?? [])]
  const all = [container.firstElementChild, ...inside]
  expect(all.map((part) => part?.getAttribute('data-scope'))).toEqual(all.map(() => codeInputScope))
  const rendered = new Set(all.map((part) => part?.getAttribute('data-part')))
  expect(rendered).toEqual(new Set(codeInputParts))
})
