import { loadNumberMetadata } from '@phoneproof/hooks'
import { Profiler, useState } from 'react'
import { expect, test, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import {
  caretAt,
  country,
  field,
  keys,
  marked,
  mount,
  paste,
  typeFast,
} from '../../../../test/support/phone-field.tsx'
import { PhoneEntry } from './phone-entry.tsx'

// Real keys, clipboard, compositions and filling in, in a real browser. H numbers are those of
// the specification.

test('spaces digits out as they are typed and gives E.164', async () => {
  const phone = await mount()
  field().focus()
  await keys('2133734253')
  expect(marked()).toBe('(213) 373-4253|')
  expect(phone.value()).toBe('+12133734253')
  expect(phone.details()).toMatchObject({
    reason: 'input-change',
    status: 'ok',
    country: 'US',
    national: '(213) 373-4253',
    international: '+1 213 373 4253',
  })
})

test('renders once for each key', async () => {
  const phone = await mount()
  field().focus()
  await keys('2')
  phone.onRender.mockClear()
  await keys('133734253')
  expect(phone.onRender).toHaveBeenCalledTimes(9)
})

test('renders once for each key under a parent that holds the value', async () => {
  await loadNumberMetadata()
  const onRender = vi.fn()
  function Parent() {
    const [value, setValue] = useState<string>()
    return (
      <Profiler id="held" onRender={onRender}>
        <PhoneEntry defaultCountry="US" value={value} onValueChange={setValue} />
      </Profiler>
    )
  }
  await render(<Parent />)
  field().focus()
  onRender.mockClear()
  await keys('2133734253')
  expect(field().value).toBe('(213) 373-4253')
  expect(onRender).toHaveBeenCalledTimes(10)
  await keys('{Backspace}')
  expect(field().value).toBe('(213) 373-425')
  expect(onRender).toHaveBeenCalledTimes(11)
})

test('does not render the country anew for keys that change nothing of it', async () => {
  const flags = vi.fn((code: string) => <i>{code}</i>)
  await mount({ flags })
  field().focus()
  flags.mockClear()
  await keys('2133734253')
  expect(flags).not.toHaveBeenCalled()
  await keys('{Control>}a{/Control}+44')
  expect(flags.mock.lastCall).toEqual(['GB'])
})

test('a letter changes nothing, and is explained (PHONE-3)', async () => {
  const phone = await mount({ defaultValue: '+447400123456' })
  caretAt('+44 74|00 123456')
  await keys('x')
  expect(marked()).toBe('+44 74|00 123456')
  expect(phone.onValueChange).not.toHaveBeenCalled()
  await expect.element(page.getByText(/digits only/)).toBeVisible()
  expect(field()).toHaveAccessibleDescription(/digits only/)
  await keys('1')
  expect(page.getByText(/digits only/).query()).toBeNull()
})

test('a letter over a selection leaves the selection (PHONE-3)', async () => {
  await mount({ defaultValue: '+447400123456' })
  field().focus()
  field().setSelectionRange(4, 8)
  await keys('x')
  expect([field().selectionStart, field().selectionEnd]).toEqual([4, 8])
})

test('punctuation and a second plus are passed over without a word (PHONE-3)', async () => {
  await mount()
  field().focus()
  await keys('+44 (0)7400-123 456+')
  expect(field().value).toBe('+44 07400 123456')
  expect(page.getByText(/digits only/).query()).toBeNull()
})

test('pastes the number of another country (PHONE-4)', async () => {
  const phone = await mount()
  field().focus()
  await paste('+447400123456')
  expect(marked()).toBe('+44 7400 123456|')
  expect(phone.value()).toBe('+447400123456')
  expect(phone.details()).toMatchObject({ reason: 'input-paste', country: 'GB' })
  expect(country()).toHaveAccessibleName('United Kingdom, change country')
})

test('pastes a dialled-out number (PHONE-5)', async () => {
  const phone = await mount({ defaultCountry: 'DE' })
  field().focus()
  await paste('0044 7400 123456')
  expect(marked()).toBe('+44 7400 123456|')
  expect(phone.value()).toBe('+447400123456')
})

test('pastes a number with an extension, and says that it was left out (PHONE-7)', async () => {
  const phone = await mount()
  field().focus()
  await paste('(213) 373-4253 ext. 123')
  expect(phone.value()).toBe('+12133734253')
  expect(phone.details()).toMatchObject({ ext: '123' })
  await expect.element(page.getByText(/extension was left out/)).toBeVisible()
})

test('pastes over part of the text (PHONE-12)', async () => {
  await mount()
  field().focus()
  await keys('2133734253')
  field().setSelectionRange(6, 9)
  await paste('999')
  expect(marked()).toBe('(213) 999-|4253')
})

test('leaves paste events alone (PHONE-13)', async () => {
  await mount()
  let isPrevented: boolean | undefined
  document.addEventListener('paste', (event) => (isPrevented = event.defaultPrevented), {
    once: true,
  })
  field().focus()
  await paste('07400')
  expect(isPrevented).toBe(false)
})

/** With a text beside the field, selected, to be dragged into it. */
async function mountBeside(text: string) {
  const phone = await mount({}, (node) => (
    <>
      <p data-testid="source" style={{ inlineSize: 'max-content' }}>
        {text}
      </p>
      {node}
    </>
  ))
  const source = page.getByTestId('source').element()
  return {
    phone,
    drop: async (x: number) => {
      getSelection()?.selectAllChildren(source)
      await userEvent.dragAndDrop(source, field(), { targetPosition: { x, y: 20 } })
    },
  }
}

test('drops text as it pastes it, and leaves the caret behind it (PHONE-12)', async () => {
  const { phone, drop } = await mountBeside('+447400123456')
  await drop(60)
  expect(phone.details()).toMatchObject({ reason: 'input-drop', country: 'GB' })
  expect(marked()).toBe('+44 7400 123456|')
  expect(field()).toHaveFocus()
  await keys('{Backspace}')
  expect(marked()).toBe('+44 7400 12345|')
})

test('drops digits where they are let go (PHONE-12)', async () => {
  const { drop } = await mountBeside('999')
  field().focus()
  await keys('213373')
  await drop(200)
  expect(marked()).toBe('(213) 373-999|')
  await keys('{Control>}z{/Control}')
  await drop(13)
  expect(marked()).toBe('(999) |213-373')
})

test('Backspace and Delete go through punctuation (PHONE-17)', async () => {
  await mount({ defaultCountry: 'US' })
  field().focus()
  await keys('2133734253')
  caretAt('(213)| 373-4253')
  await keys('{Backspace}')
  expect(marked()).toBe('(21|3) 734-253')
  await keys('{Control>}z{/Control}')
  caretAt('(213) |373-4253')
  await keys('{Backspace}')
  expect(marked()).toBe('(21|3) 734-253')
  await keys('{Control>}z{/Control}')
  caretAt('(213|) 373-4253')
  await keys('{Delete}')
  expect(field().value).toBe('(213) 734-253')
})

test('Backspace empties the field (PHONE-17)', async () => {
  const phone = await mount()
  field().focus()
  await keys('2133734253')
  for (let presses = 0; presses < 10; presses += 1) await keys('{Backspace}')
  expect(field().value).toBe('')
  expect(phone.value()).toBeUndefined()
})

test('keeps the caret while digits in the middle are replaced (PHONE-18)', async () => {
  await mount()
  field().focus()
  await keys('2133734253')
  field().setSelectionRange(6, 9)
  await keys('9')
  await keys('8')
  await keys('7')
  expect(marked()).toBe('(213) 987-|4253')
  await keys('{Home}1')
  expect(marked()).toBe('1 (|213) 987-4253')
})

test('deletes by words, and types over everything (PHONE-18)', async () => {
  await mount()
  field().focus()
  await keys('2133734253')
  await keys('{Control>}{Backspace}{/Control}')
  expect(field().value).toBe('(213) 373')
  await keys('{Control>}a{/Control}2')
  expect(marked()).toBe('2|')
})

test('the caret stays beside punctuation that cannot be deleted (PHONE-17)', async () => {
  const phone = await mount()
  field().focus()
  await keys('2133734253')
  caretAt('(|213) 373-4253')
  await keys('{Backspace}')
  expect(marked()).toBe('|(213) 373-4253')
  caretAt('(213) 373-4253|')
  await keys('{Delete}')
  expect(marked()).toBe('(213) 373-4253|')
  expect(phone.onValueChange).toHaveBeenCalledTimes(10)
})

test('a plus before the plus goes past it (PHONE-3)', async () => {
  await mount({ defaultValue: '+447400123456' })
  caretAt('|+44 7400 123456')
  await keys('+')
  expect(marked()).toBe('+|44 7400 123456')
})

test('the same digit over a selection is typed like any other (PHONE-18)', async () => {
  await mount()
  field().focus()
  await keys('2133734253')
  field().setSelectionRange('(213'.length, '(213) 3'.length)
  await keys('3')
  expect(marked()).toBe('(213) 3|73-4253')
})

test('punctuation that is cut, or selected and deleted, takes no digit with it (PHONE-1)', async () => {
  await mount()
  field().focus()
  await keys('2133734253')
  field().setSelectionRange('(213'.length, '(213) '.length)
  await keys('{Control>}x{/Control}')
  expect(marked()).toBe('(213|) 373-4253')
  field().setSelectionRange('(213'.length, '(213) '.length)
  await keys('{Delete}')
  expect(marked()).toBe('(213|) 373-4253')
})

/** As from the menu: the browser's own command. */
const command = (name: string) =>
  cdp().send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [name] })

test('undoes and redoes, by keys and by the menu (PHONE-19)', async () => {
  await mount()
  field().focus()
  await keys('2133734253')
  for (let steps = 0; steps < 10; steps += 1) await keys('{Control>}z{/Control}')
  expect(field().value).toBe('')
  for (let steps = 0; steps < 9; steps += 1) await keys('{Control>}{Shift>}z{/Shift}{/Control}')
  await keys('{Control>}y{/Control}')
  expect(marked()).toBe('(213) 373-4253|')
  let asked = ''
  field().addEventListener('beforeinput', ({ inputType }) => (asked = inputType))
  await command('undo')
  expect(asked).toBe('historyUndo')
  expect(marked()).toBe('(213) 373-425|')
})

test('a paste is undone in one step, and the caret is back in the middle (PHONE-19)', async () => {
  await mount()
  field().focus()
  await keys('2133734253')
  field().setSelectionRange(6, 9)
  await paste('999')
  await keys('{Control>}z{/Control}')
  expect(field().value).toBe('(213) 373-4253')
  await keys('{Control>}y{/Control}')
  expect(marked()).toBe('(213) 999|-4253')
})

test('loses no digit to fast typing on a slow machine (PHONE-28)', async () => {
  const phone = await mount()
  await cdp().send('Emulation.setCPUThrottlingRate', { rate: 6 })
  try {
    await typeFast('2133734253')
    await expect.poll(() => phone.value()).toBe('+12133734253')
  } finally {
    await cdp().send('Emulation.setCPUThrottlingRate', { rate: 1 })
  }
  expect(field().value).toBe('(213) 373-4253')
})

test('keeps the order of digits typed in the middle with nothing between them (PHONE-29)', async () => {
  await mount()
  field().focus()
  await keys('213')
  caretAt('|(213)')
  await typeFast('98765')
  await expect.poll(() => field().value).toBe('(987) 652-13')
})

test('a country found while typing moves neither focus nor caret (PHONE-23)', async () => {
  await mount()
  field().focus()
  await keys('4169671111')
  expect(country()).toHaveAccessibleName('+1 Canada, change country')
  expect(field()).toHaveFocus()
  expect(marked()).toBe('(416) 967-1111|')
})

test('takes a value that is written without an input event', async () => {
  const phone = await mount()
  field().value = '2133734253'
  field().dispatchEvent(new Event('change', { bubbles: true }))
  expect(phone.value()).toBe('+12133734253')
})

test('asks no other origin for anything (PHONE-40)', async () => {
  await mount({ defaultCountry: 'GB' })
  await userEvent.click(country())
  await expect.element(page.getByRole('option', { name: /Albania/ })).toBeVisible()
  const asked = performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin)
  expect(new Set(asked)).toEqual(new Set([location.origin]))
})

test.each(['+44 7400 123456\n+44 7400 123457', '+44 7400 123456\t+44 7400 123457'])(
  'pastes the first of two numbers in lines and cells: %j',
  async (text) => {
    const phone = await mount()
    field().focus()
    await paste(text)
    expect(field().value).toBe('+44 7400 123456')
    expect(phone.value()).toBe('+447400123456')
  },
)

test('lines of a paste are apart also where the digits of both would be a number', async () => {
  const phone = await mount({ defaultCountry: 'DE' })
  field().focus()
  await paste('40 123456\n78901')
  expect(phone.value()).toBe('+4940123456')
})

test('a number pasted behind digits replaces what would be another with it', async () => {
  const phone = await mount({ defaultCountry: 'DE' })
  field().focus()
  await keys('2')
  await paste('030 901820')
  expect(phone.value()).toBe('+4930901820')
})
