import { CodeInput, type CodeInputProps } from './code-input.tsx'
import { StrictMode, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server'
import { afterEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import {
  drawn,
  expectCode,
  field,
  fillLikeAManager,
  focus,
  holdEventTime,
  keys,
  mount,
  mountInside,
  nextFrame,
} from '../../../../test/support/code-field.tsx'

afterEach(() => vi.restoreAllMocks())

const form = () => page.getByRole('form').element() as HTMLFormElement
interface FormProps extends CodeInputProps {
  onSent?: (code: string) => void
  button?: ReactNode
  children?: ReactNode
}

function Form({ onSent, button, children, ...rest }: FormProps) {
  return (
    <form
      aria-label="Sign in"
      onSubmit={(event) => {
        event.preventDefault()
        const entries = [...new FormData(event.currentTarget)]
        onSent?.(JSON.stringify(entries))
      }}
    >
      {children ?? <CodeInput name="code" {...rest} />}
      {button}
    </form>
  )
}

test('is one entry of the form, sent natively by Enter (CODE-19)', async () => {
  const onSent = vi.fn()
  await render(<Form onSent={onSent} />)
  await focus()
  await keys('482913{Enter}')
  expect(onSent.mock.calls).toEqual([['[["code","482913"]]']])
})

test('sends the whole code when the form is submitted on completion (CODE-16)', async () => {
  const onSent = vi.fn()
  await render(<Form onSent={onSent} onValueComplete={() => form().requestSubmit()} />)
  await focus()
  await keys('482913')
  expect(onSent.mock.calls).toEqual([['[["code","482913"]]']])
})

test('blocks an empty required field and a part of a code (CODE-19)', async () => {
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

test('sends nothing while disabled, and nothing from a disabled fieldset (CODE-19)', async () => {
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

test('goes back to its default when the form is reset (CODE-19)', async () => {
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
  expect(onValueChange.mock.lastCall).toEqual([
    '48',
    expect.objectContaining({ reason: 'form-reset' }),
  ])
  await focus()
  await keys('7')
  expectCode('487')
})

test('reports nothing when the form is reset to what it holds (CODE-15)', async () => {
  const onValueChange = vi.fn()
  await render(<Form defaultValue="48" onValueChange={onValueChange} />)
  form().reset()
  expect(onValueChange).not.toHaveBeenCalled()
})

test('leaves a controlled value to its parent when the form is reset (CODE-19)', async () => {
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

test('gives a form library clean text after a composition and a fill (CODE-19)', async () => {
  const heard: string[] = []
  await mount({ onChange: (event) => heard.push(event.target.value) })
  fillLikeAManager('482-913')
  await expect.poll(drawn).toBe('482913')
  expect(heard).toEqual(['482913'])
})

test('reports each change and each completion once in StrictMode (CODE-16)', async () => {
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
])('adopts %s typed before hydration (CODE-20)', async (_, typed, completions) => {
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

test('is a named, visible text field that its form sends in server HTML (CODE-20)', () => {
  const host = document.createElement('div')
  host.innerHTML = `<form>${renderToString(<CodeInput name="code" />)}</form>`
  document.body.append(host)
  const input = host.querySelector('input')
  const form = host.querySelector('form')
  if (input === null || form === null) throw new Error('no form with a field')
  expect(input.labels?.[0]?.textContent).toBe('Verification code')
  expect(input.type).toBe('text')
  input.value = '482913'
  expect(getComputedStyle(input).color).not.toBe('rgba(0, 0, 0, 0)')
  expect([...new FormData(form)]).toEqual([['code', '482913']])
  expect(form.checkValidity()).toBe(true)
  input.value = '48'
  expect(form.checkValidity()).toBe(false)
  expect(host.querySelector('style, script, [style]')).toBeNull()
  host.remove()
})

test('works inside a shadow root (CODE-22)', async () => {
  const host = document.createElement('div')
  document.body.append(host)
  const inside = host.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'))
  const { createRoot } = await import('react-dom/client')
  const root = createRoot(inside)
  flushSync(() => root.render(<CodeInput defaultValue="482913" />))
  const input = inside.querySelector('input')
  const places = (attribute: string) =>
    [...inside.querySelectorAll('[data-part="slot"]')].flatMap((slot, index) =>
      slot.hasAttribute(attribute) ? [index] : [],
    )
  input?.focus()
  await keys('{Home}{ArrowRight}7')
  expect(input?.value).toBe('472913')
  await keys('{Control>}a{/Control}')
  await expect.poll(() => places('data-selected').length).toBe(6)
  // As when a finger drags the caret.
  input?.setSelectionRange(3, 3)
  await expect.poll(() => places('data-active')).toEqual([3])
  expect([input?.selectionStart, input?.selectionEnd]).toEqual([3, 4])
  flushSync(() => root.unmount())
  host.remove()
})

test('goes back to its default when the form is reset, with the caret at its end (CODE-19)', async () => {
  await render(<Form defaultValue="48" />)
  await focus()
  await keys('2913')
  form().reset()
  await expect.poll(drawn).toBe('48____')
  expectCode('48')
  await keys('7')
  expectCode('487')
})

function Guarded({ isGuarding, children }: { isGuarding: boolean; children?: ReactNode }) {
  return (
    <form
      aria-label="Sign in"
      onReset={(event) => {
        if (isGuarding) event.preventDefault()
      }}
    >
      {children}
      <button type="reset">Clear</button>
    </form>
  )
}

test('keeps what it holds when a parent prevents the reset (CODE-15)', async () => {
  const seen = await mountInside(({ children }) => <Guarded isGuarding>{children}</Guarded>, {
    defaultValue: '48',
  })
  await focus()
  await keys('2913')
  seen.onValueChange.mockClear()
  await userEvent.click(page.getByRole('button', { name: 'Clear' }))
  await nextFrame()
  expectCode('482913')
  expect(seen.onValueChange).not.toHaveBeenCalled()
})

test('is reset to what fits of a default that has become too long (CODE-19)', async () => {
  const seen = await mountInside(Form, { defaultValue: '482913' })
  await seen.rerender({ length: 4 })
  await focus()
  await keys('{Backspace}7')
  form().reset()
  await expect.poll(drawn).toBe('4829')
  expectCode('4829', 4)
})

test('keeps its value when its default changes, and is reset to the new one (CODE-19)', async () => {
  const seen = await mountInside(Form, { defaultValue: '48' })
  await seen.rerender({ defaultValue: '77' })
  expectCode('48')
  form().reset()
  await expect.poll(drawn).toBe('77____')
  expectCode('77')
})

test('belongs to a form elsewhere that mounts after it (CODE-19)', async () => {
  const onSent = vi.fn()
  const ui = (more?: ReactNode) => (
    <>
      <CodeInput form="later" name="code" defaultValue="48" />
      {more}
    </>
  )
  const screen = await render(ui())
  await screen.rerender(
    ui(
      <form
        id="later"
        aria-label="Sign in"
        onSubmit={(event) => {
          event.preventDefault()
          onSent(new FormData(event.currentTarget).get('code'))
        }}
      />,
    ),
  )
  await focus()
  await keys('2913{Enter}')
  expect(onSent.mock.calls).toEqual([['482913']])
  form().reset()
  await expect.poll(drawn).toBe('48____')
  expectCode('48')
})

test('submits by itself once for each completion, when told to (CODE-17)', async () => {
  const time = holdEventTime()
  const onSent = vi.fn()
  await render(<Form autoSubmit onSent={onSent} />)
  await focus()
  await keys('482913')
  expect(onSent.mock.calls).toEqual([['[["code","482913"]]']])
  // Many people press Enter out of habit.
  time.advance(300)
  await keys('{Enter}')
  expect(onSent).toHaveBeenCalledTimes(1)
  time.advance(300)
  await keys('{Enter}')
  expect(onSent).toHaveBeenCalledTimes(2)
  await keys('{Backspace}4')
  expect(onSent).toHaveBeenCalledTimes(3)
})

test('does not submit by itself unless told to (CODE-17)', async () => {
  const onSent = vi.fn()
  await render(<Form onSent={onSent} />)
  await focus()
  await keys('482913')
  expect(onSent).not.toHaveBeenCalled()
  await keys('{Enter}')
  expect(onSent).toHaveBeenCalledTimes(1)
})

test('does not submit while busy, by Enter or by itself (CODE-17)', async () => {
  const time = holdEventTime()
  const onSent = vi.fn()
  function Checking() {
    const [isBusy, setBusy] = useState(false)
    return (
      <Form
        autoSubmit
        busy={isBusy}
        onSent={(code) => {
          onSent(code)
          setBusy(true)
        }}
      />
    )
  }
  await render(<Checking />)
  await focus()
  await keys('482913')
  time.advance(2000)
  await keys('{Enter}')
  fillLikeAManager('771204')
  await nextFrame()
  expect(onSent).toHaveBeenCalledTimes(1)
})

test('leaves no listener behind, and has none on the document or the window (CODE-21)', async () => {
  const live = new Map<EventTarget, string[]>()
  // oxlint-disable-next-line typescript/unbound-method -- both are called with the target
  const { addEventListener, removeEventListener } = EventTarget.prototype
  vi.spyOn(EventTarget.prototype, 'addEventListener').mockImplementation(function add(
    this: EventTarget,
    ...[type, listener, options]
  ) {
    const isOnce = typeof options === 'object' && options.once === true
    if (!isOnce) live.set(this, [...(live.get(this) ?? []), type])
    addEventListener.call(this, type, listener, options)
  })
  vi.spyOn(EventTarget.prototype, 'removeEventListener').mockImplementation(function remove(
    this: EventTarget,
    ...[type, ...rest]
  ) {
    live.set(this, live.get(this)?.toSpliced(live.get(this)?.indexOf(type) ?? 0, 1) ?? [])
    removeEventListener.call(this, type, ...rest)
  })
  const screen = await render(<Form defaultValue="48" />)
  const input = field()
  const targets = [document, window, input, form()]
  await focus()
  await keys('2{Backspace}')
  form().reset()
  const counts = () => targets.map((target) => live.get(target)?.length ?? 0)
  const [onDocument, onWindow, onInput = 0, onForm] = counts()
  expect([onDocument, onWindow, onForm]).toEqual([0, 0, 1])
  expect(onInput).toBeGreaterThan(1)
  await screen.unmount()
  // The listener that stays on the input is React's own.
  expect(live.get(input)).toEqual(['invalid'])
  expect(counts()).toEqual([0, 0, 1, 0])
})
