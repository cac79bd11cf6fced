import { CodeInput, type CodeInputProps } from './code-input.tsx'
import { StrictMode, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import {
  drawn,
  expectCode,
  field,
  focus,
  keys,
  mount,
  paste,
  placesWith,
  selection,
} from '../../../../test/support/code-field.tsx'

const form = () => page.getByRole('form').element() as HTMLFormElement
// By script, so that the field keeps the focus.
const press = (name: string) =>
  (page.getByRole('button', { name }).element() as HTMLButtonElement).click()

/** What a password manager does: the native setter, then an event, focused or not. */
function fillLikeAManager(value: string) {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(), value)
  field().dispatchEvent(new Event('input', { bubbles: true }))
}

function Form(props: CodeInputProps & { onSent?: (code: string) => void; button?: ReactNode }) {
  const { onSent, button, ...rest } = props
  return (
    <form
      aria-label="Sign in"
      onSubmit={(event) => {
        event.preventDefault()
        const entries = [...new FormData(event.currentTarget)]
        onSent?.(JSON.stringify(entries))
      }}
    >
      <CodeInput name="code" {...rest} />
      {button}
    </form>
  )
}

test('takes the fill of a password manager, unfocused, as one change and one completion', async () => {
  const seen = await mount()
  fillLikeAManager('482 913')
  await expect.poll(drawn).toBe('482913')
  expectCode('482913')
  expect(document.activeElement).not.toBe(field())
  expect(seen.reasons()).toEqual(['autofilled'])
  expect(seen.onValueComplete).toHaveBeenCalledTimes(1)
})

test('counts a fill that fires twice once', async () => {
  const seen = await mount()
  fillLikeAManager('482913')
  fillLikeAManager('482913')
  field().dispatchEvent(new Event('change', { bubbles: true }))
  await expect.poll(drawn).toBe('482913')
  expect(seen.onValueChange).toHaveBeenCalledTimes(1)
  expect(seen.onValueComplete).toHaveBeenCalledTimes(1)
})

test('keeps what it had when a manager fills in something else', async () => {
  const seen = await mount({ defaultValue: '48' })
  fillLikeAManager('hunter!')
  expectCode('48')
  expect(seen.onValueChange).not.toHaveBeenCalled()
})

test('is one entry of the form, sent natively by Enter', async () => {
  const onSent = vi.fn()
  await render(<Form onSent={onSent} />)
  await focus()
  await keys('482913{Enter}')
  expect(onSent.mock.calls).toEqual([['[["code","482913"]]']])
})

test('sends the whole code when the form is submitted on completion', async () => {
  const onSent = vi.fn()
  await render(<Form onSent={onSent} onValueComplete={() => form().requestSubmit()} />)
  await focus()
  await keys('482913')
  expect(onSent.mock.calls).toEqual([['[["code","482913"]]']])
})

test('blocks an empty required field and a part of a code', async () => {
  const onSent = vi.fn()
  await render(<Form required onSent={onSent} />)
  await focus()
  await keys('{Enter}')
  expect(field().validity.valueMissing).toBe(true)
  await keys('48{Enter}')
  expect(field().validity.patternMismatch).toBe(true)
  expect(onSent).not.toHaveBeenCalled()
  await keys('2913{Enter}')
  expect(onSent).toHaveBeenCalledTimes(1)
})

test('sends nothing while disabled, and nothing from a disabled fieldset', async () => {
  await render(
    <form aria-label="Sign in">
      <CodeInput name="own" disabled defaultValue="482913" />
      <fieldset disabled>
        <CodeInput name="theirs" defaultValue="482913" />
      </fieldset>
    </form>,
  )
  expect([...new FormData(form())]).toEqual([])
})

test('goes back to its default when the form is reset', async () => {
  const onValueChange = vi.fn()
  await render(
    <Form
      defaultValue="48"
      onValueChange={onValueChange}
      button={<button type="reset">Clear</button>}
    />,
  )
  await focus()
  await keys('2913')
  await userEvent.click(page.getByRole('button', { name: 'Clear' }))
  await expect.poll(drawn).toBe('48____')
  expectCode('48')
  expect(onValueChange.mock.lastCall).toEqual(['48', expect.objectContaining({ reason: 'reset' })])
  await focus()
  await keys('7')
  expectCode('487')
})

test('says nothing when the form is reset to what it holds', async () => {
  const onValueChange = vi.fn()
  await render(<Form defaultValue="48" onValueChange={onValueChange} />)
  form().reset()
  expect(onValueChange).not.toHaveBeenCalled()
})

test('leaves a controlled value to its parent when the form is reset', async () => {
  const onValueChange = vi.fn()
  await render(
    <Form
      value="4829"
      onValueChange={onValueChange}
      button={<button type="reset">Clear</button>}
    />,
  )
  await userEvent.click(page.getByRole('button', { name: 'Clear' }))
  expect(onValueChange.mock.lastCall?.[0]).toBe('')
  expectCode('4829')
})

// React Hook Form's `register`: a ref it reads and writes `value` through, and two handlers.
function register() {
  const heard: string[] = []
  const field: { input: HTMLInputElement | null } = { input: null }
  return {
    heard,
    setValue: (value: string) => {
      if (field.input) field.input.value = value
    },
    props: {
      name: 'code',
      ref(input: HTMLInputElement | null) {
        field.input = input
        if (input) input.value = '48'
      },
      onChange: (event: { target: { value: string } }) => heard.push(event.target.value),
      onBlur: () => heard.push('blur'),
    },
  }
}

test('works with a form library that reads and writes through the ref', async () => {
  const { heard, setValue, props } = register()
  const onValueChange = vi.fn()
  await render(<CodeInput {...props} onValueChange={onValueChange} />)
  await expect.poll(drawn).toBe('48____')
  expect(onValueChange).not.toHaveBeenCalled()
  await focus()
  await keys('2')
  await paste('771 204')
  expectCode('771204')
  setValue('')
  await expect.poll(drawn).toBe('______')
  await keys('5')
  expectCode('5')
  field().blur()
  expect(heard).toEqual(['482', '771204', '5', 'blur'])
})

test('gives a form library clean text after a composition and a fill', async () => {
  const heard: string[] = []
  await mount({ onChange: (event) => heard.push(event.target.value) })
  fillLikeAManager('482-913')
  await expect.poll(drawn).toBe('482913')
  expect(heard).toEqual(['482913'])
})

function Controlled(props: CodeInputProps) {
  const [value, setValue] = useState('')
  return (
    <>
      <CodeInput {...props} value={value} onValueChange={setValue} />
      <button type="button" onClick={() => setValue('')}>
        Clear
      </button>
      <button type="button" onClick={() => setValue('123456')}>
        Fill
      </button>
    </>
  )
}

test('starts again in the first slot when the parent clears it', async () => {
  await render(<Controlled />)
  await focus()
  await keys('482913')
  expectCode('482913')
  press('Clear')
  await expect.poll(drawn).toBe('______')
  expect(document.activeElement).toBe(field())
  expect(placesWith('data-active')).toEqual([0])
  await keys('7')
  expectCode('7')
})

test('does not complete for a value that the parent sets', async () => {
  const onValueComplete = vi.fn()
  await render(<Controlled onValueComplete={onValueComplete} />)
  await focus()
  press('Fill')
  await expect.poll(drawn).toBe('123456')
  expect(selection()).toEqual([5, 6])
  expect(onValueComplete).not.toHaveBeenCalled()
})

test('completes once a parent that answers late accepts the code', async () => {
  const onValueComplete = vi.fn()
  let accept = () => {}
  function Late() {
    const [value, setValue] = useState('48291')
    return (
      <CodeInput
        value={value}
        onValueChange={(next) => {
          accept = () => setValue(next)
        }}
        onValueComplete={onValueComplete}
      />
    )
  }
  await render(<Late />)
  await focus()
  await keys('3')
  expect(onValueComplete).not.toHaveBeenCalled()
  accept()
  await expect.poll(drawn).toBe('482913')
  expect(onValueComplete).toHaveBeenCalledTimes(1)
})

test('shows no more than fits of a controlled value, without saying so', async () => {
  const seen = await mount({ value: '12a34567' })
  expectCode('123456')
  expect(seen.onValueChange).not.toHaveBeenCalled()
})

test('follows a length that changes', async () => {
  const seen = await mount({ defaultValue: '482913' })
  await seen.rerender({ length: 4 })
  expectCode('4829', 4)
  expect(field().pattern).toBe('[0-9]{4}')
  await focus()
  await keys('{Backspace}7')
  expectCode('4827', 4)
})

test('tells each change and each completion once in StrictMode', async () => {
  const onValueChange = vi.fn()
  const onValueComplete = vi.fn()
  await render(
    <StrictMode>
      <CodeInput onValueChange={onValueChange} onValueComplete={onValueComplete} />
    </StrictMode>,
  )
  await focus()
  await keys('482913')
  expect(onValueChange).toHaveBeenCalledTimes(6)
  expect(onValueComplete).toHaveBeenCalledTimes(1)
})

test.each([
  ['part of a code', '48', 0],
  ['a whole code', '482913', 1],
])('adopts %s typed before hydration', async (_, typed, completions) => {
  const onValueChange = vi.fn()
  const onValueComplete = vi.fn()
  const ui = (
    <StrictMode>
      <CodeInput onValueChange={onValueChange} onValueComplete={onValueComplete} />
    </StrictMode>
  )
  const host = document.createElement('div')
  host.innerHTML = renderToString(ui)
  document.body.append(host)
  field().focus()
  await keys(typed)
  const before = field().getBoundingClientRect().toJSON()
  const root = hydrateRoot(host, ui)
  await expect.poll(drawn).toBe(typed.padEnd(6, '_'))
  expect(field().value).toBe(typed)
  expect(field().getBoundingClientRect().toJSON()).toEqual(before)
  expect(onValueChange.mock.calls.map(([value]) => value)).toEqual([typed])
  expect(onValueComplete).toHaveBeenCalledTimes(completions)
  flushSync(() => root.unmount())
  host.remove()
})

test('is a named, visible, sendable text field in server HTML', () => {
  const host = document.createElement('div')
  host.innerHTML = `<form>${renderToString(<CodeInput name="code" defaultValue="48" />)}</form>`
  document.body.append(host)
  const input = host.querySelector('input')
  expect(input?.labels?.[0]?.textContent).toBe('Verification code')
  expect(input?.type).toBe('text')
  expect(input?.value).toBe('48')
  expect(host.querySelector('style, script')).toBeNull()
  host.remove()
})

test('shows text typed before hydration', () => {
  const host = document.createElement('div')
  host.innerHTML = renderToString(<CodeInput />)
  document.body.append(host)
  const input = host.querySelector('input')
  expect(input && getComputedStyle(input).color).not.toBe('rgba(0, 0, 0, 0)')
  host.remove()
})

test('works inside a shadow root', async () => {
  const host = document.createElement('div')
  document.body.append(host)
  const inside = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'))
  const { createRoot } = await import('react-dom/client')
  const root = createRoot(inside)
  flushSync(() => root.render(<CodeInput defaultValue="482913" />))
  const input = inside.querySelector('input')
  input?.focus()
  await keys('{Home}{ArrowRight}7')
  expect(input?.value).toBe('472913')
  await keys('{Control>}a{/Control}')
  await expect.poll(() => inside.querySelectorAll('[data-selected]').length).toBe(6)
  flushSync(() => root.unmount())
  host.remove()
})

test('adds no listener to the document or the window, and leaves none behind', async () => {
  const seen = await mount()
  await seen.unmount()
  const spies = [document, window].map((target) => vi.spyOn(target, 'addEventListener'))
  const added = vi.spyOn(HTMLInputElement.prototype, 'addEventListener')
  const removed = vi.spyOn(HTMLInputElement.prototype, 'removeEventListener')
  const again = await mount()
  await focus()
  await keys('48')
  await again.unmount()
  expect(spies.flatMap((spy) => spy.mock.calls)).toEqual([])
  const ours = (spy: typeof added | typeof removed) =>
    spy.mock.calls.map(([type]) => type).filter((type) => /^(beforeinput|select)$/.test(type))
  expect(ours(added)).toHaveLength(2)
  expect(ours(removed)).toEqual(ours(added))
  vi.restoreAllMocks()
})

test('asks for the code of a message when told to, once, and stops when it is over', async () => {
  const get = vi.fn<(request: { signal: AbortSignal }) => Promise<{ code: string }>>()
  const { promise, resolve: arrive } = Promise.withResolvers<{ code: string }>()
  get.mockReturnValue(promise)
  vi.stubGlobal('OTPCredential', class {})
  vi.spyOn(navigator.credentials, 'get').mockImplementation(get as never)
  const onValueComplete = vi.fn()
  const screen = await render(
    <StrictMode>
      <CodeInput webOTP onValueComplete={onValueComplete} />
    </StrictMode>,
  )
  await expect.poll(() => get.mock.calls.length).toBe(1)
  arrive({ code: '482913' })
  await expect.poll(drawn).toBe('482913')
  expect(onValueComplete.mock.lastCall?.[1]).toMatchObject({ reason: 'autofilled' })
  await screen.unmount()
  expect(get.mock.calls.map(([{ signal }]) => signal.aborted)).toEqual([true])
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
