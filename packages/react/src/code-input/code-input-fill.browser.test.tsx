import { StrictMode, useState } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import {
  drawn,
  expectCode,
  field,
  fillLikeAManager,
  focus,
  holdEventTime,
  insertText,
  keys,
  mount,
  nextFrame,
  placesWith,
  selection,
  setNatively,
} from '../../../../test/support/code-field.tsx'
import { CodeInput } from './code-input.tsx'

// Text that nobody typed: from password managers, the keyboard's suggestions and scripts.

afterEach(() => vi.restoreAllMocks())

test('takes the fill of a password manager, unfocused, as one change and one completion (CODE-14, A11Y-7)', async () => {
  const seen = await mount()
  fillLikeAManager('482 913')
  await expect.poll(drawn).toBe('482913')
  expectCode('482913')
  expect(document.activeElement).not.toBe(field())
  expect(seen.reasons()).toEqual(['input-autofill'])
  expect(seen.onValueComplete).toHaveBeenCalledTimes(1)
})

test('takes a fill into the focused field, with the keys and events that some managers send (CODE-14)', async () => {
  const seen = await mount({ defaultValue: '48' })
  await focus()
  for (const type of ['rawKeyDown', 'keyUp'] as const) {
    await cdp().send('Input.dispatchKeyEvent', { type, key: 'Unidentified' })
  }
  fillLikeAManager('482913')
  field().dispatchEvent(new Event('change', { bubbles: true }))
  field().blur()
  await expect.poll(drawn).toBe('482913')
  expectCode('482913')
  expect(seen.reasons()).toEqual(['input-autofill'])
  expect(seen.onValueComplete).toHaveBeenCalledTimes(1)
})

test('counts a fill that fires twice once (CODE-14, E-17)', async () => {
  const seen = await mount()
  fillLikeAManager('482913')
  fillLikeAManager('482913')
  field().dispatchEvent(new Event('change', { bubbles: true }))
  await expect.poll(drawn).toBe('482913')
  expect(seen.onValueChange).toHaveBeenCalledTimes(1)
  expect(seen.onValueComplete).toHaveBeenCalledTimes(1)
})

test('counts a fill that fires twice once, also when the parent clears the field at once (CODE-14)', async () => {
  const onValueChange = vi.fn()
  const onValueComplete = vi.fn()
  function Clearing() {
    const [value, setValue] = useState('')
    return (
      <CodeInput
        value={value}
        onValueChange={(next) => {
          onValueChange(next)
          setValue(next)
        }}
        onValueComplete={(code) => {
          onValueComplete(code)
          setValue('')
        }}
      />
    )
  }
  await render(<Clearing />)
  fillLikeAManager('482913')
  await expect.poll(() => onValueComplete.mock.calls.length).toBe(1)
  await expect.poll(drawn).toBe('______')
  fillLikeAManager('482913')
  await nextFrame()
  expectCode('')
  expect(onValueChange).toHaveBeenCalledTimes(1)
  expect(onValueComplete).toHaveBeenCalledTimes(1)
})

test.each([
  [499, 1],
  [501, 2],
])('completes for an equal fill %i ms later %i times in all (CODE-14)', async (ms, times) => {
  const time = holdEventTime()
  const seen = await mount()
  fillLikeAManager('482913')
  await expect.poll(drawn).toBe('482913')
  time.advance(ms)
  fillLikeAManager('482913')
  await nextFrame()
  expect(seen.onValueChange).toHaveBeenCalledTimes(1)
  expect(seen.onValueComplete).toHaveBeenCalledTimes(times)
})

test('takes another code that is filled in over a whole one (CODE-14)', async () => {
  const seen = await mount({ defaultValue: '111111' })
  await focus()
  await insertText('482913')
  expectCode('482913')
  fillLikeAManager('771204')
  await expect.poll(drawn).toBe('771204')
  expect(seen.reasons()).toEqual(['input-autofill', 'input-autofill'])
  expect(seen.onValueComplete.mock.calls.map(([value]) => value)).toEqual(['482913', '771204'])
})

test('keeps what it had when a manager fills in something else (CODE-13)', async () => {
  const seen = await mount({ defaultValue: '48' })
  fillLikeAManager('hunter!')
  expectCode('48')
  expect(seen.onValueChange).not.toHaveBeenCalled()
  expect(seen.onValueInvalid).toHaveBeenCalledWith(
    'hunter!',
    expect.objectContaining({ reason: 'input-autofill' }),
  )
})

test.each([['input'], ['change'], ['input', 'change']])(
  'stays empty when a program empties it and sends %s, and takes the next code (CODE-14)',
  async (...events) => {
    const seen = await mount({ defaultValue: '482913' })
    await focus()
    setNatively('')
    for (const type of events) field().dispatchEvent(new Event(type, { bubbles: true }))
    await expect.poll(drawn).toBe('______')
    await nextFrame()
    expectCode('')
    expect(placesWith('data-active')).toEqual([0])
    expect(seen.values()).toEqual([''])
    expect(seen.reasons()).toEqual(['input-clear'])
    await keys('482913')
    expectCode('482913')
    expect(seen.onValueComplete).toHaveBeenCalledTimes(1)
  },
)

test('takes nothing from a message with several codes, and reports it (CODE-11)', async () => {
  const seen = await mount({ defaultValue: '48' })
  await focus()
  await insertText('482913 and then 771204')
  expectCode('48')
  expect(seen.onValueChange).not.toHaveBeenCalled()
  expect(seen.onValueInvalid).toHaveBeenCalledTimes(1)
})

test('takes a suggestion of the keyboard, which arrives as inserted text (CODE-11)', async () => {
  const seen = await mount()
  await focus()
  await insertText('482 913')
  expectCode('482913')
  expect(seen.reasons()).toEqual(['input-autofill'])
  expect(seen.onValueComplete).toHaveBeenCalledTimes(1)
})

test.each([{ readOnly: true }, { busy: true }])(
  'takes no fill, drop, paste or key while locked (%o) (CODE-13, CODE-18)',
  async (locked) => {
    const onChange = vi.fn()
    const seen = await mount({ defaultValue: '48', onChange, ...locked })
    const note = document.createElement('p')
    note.draggable = true
    note.textContent = 'Drag me'
    note.addEventListener('dragstart', (event) =>
      event.dataTransfer?.setData('text/plain', '482913'),
    )
    document.body.append(note)
    await userEvent.dragAndDrop(page.getByText('Drag me'), field())
    note.remove()
    await focus()
    const before = selection()
    fillLikeAManager('482913')
    fillLikeAManager('hunter!')
    await keys('7{Backspace}')
    await insertText('482913')
    await nextFrame()
    expectCode('48')
    expect(selection()).toEqual(before)
    for (const told of [seen.onValueChange, seen.onValueInvalid, seen.onValueComplete, onChange]) {
      expect(told).not.toHaveBeenCalled()
    }
  },
)

test('stays where it is when a script writes the value it has (CODE-15)', async () => {
  const seen = await mount({ defaultValue: '482913' })
  await focus()
  await keys('{Home}{ArrowRight}')
  seen.onRender.mockClear()
  field().value = '482913'
  await nextFrame()
  expect(selection()).toEqual([1, 2])
  expect(placesWith('data-active')).toEqual([1])
  expect(seen.onRender).not.toHaveBeenCalled()
})

test('goes to the end of what a script writes (CODE-14)', async () => {
  await mount({ defaultValue: '482913' })
  await focus()
  await keys('{Home}')
  field().value = '771204'
  await nextFrame()
  expectCode('771204')
  expect(selection()).toEqual([5, 6])
  expect(placesWith('data-active')).toEqual([5])
})

type Get = (request: { signal: AbortSignal }) => Promise<{ code: string } | null>

function stubWebOTP(get: Get) {
  vi.stubGlobal('OTPCredential', class {})
  const spy = vi.fn<Get>(get)
  vi.spyOn(navigator.credentials, 'get').mockImplementation(spy as never)
  return spy
}

const forever: Get = () => new Promise(() => {})

test('asks for the code of a message when told to, once, and takes the answer (CODE-29)', async () => {
  const { promise, resolve: arrive } = Promise.withResolvers<{ code: string }>()
  const get = stubWebOTP(() => promise)
  const seen = await mount({ webOTP: true })
  await expect.poll(() => get.mock.calls.length).toBe(1)
  arrive({ code: '482913' })
  await expect.poll(drawn).toBe('482913')
  expect(seen.onValueComplete.mock.lastCall?.[1]).toMatchObject({ reason: 'input-autofill' })
  expect(get.mock.calls.map(([{ signal }]) => signal.aborted)).toEqual([true])
  vi.unstubAllGlobals()
})

test('has one request for the code of a message in StrictMode (CODE-29)', async () => {
  const get = stubWebOTP(forever)
  await render(
    <StrictMode>
      <CodeInput webOTP />
    </StrictMode>,
  )
  const waiting = () => get.mock.calls.filter(([{ signal }]) => !signal.aborted).length
  await expect.poll(waiting).toBe(1)
  await nextFrame()
  expect(waiting()).toBe(1)
  vi.unstubAllGlobals()
})

test('stops asking for the code of a message when it is unmounted (CODE-29)', async () => {
  const get = stubWebOTP(forever)
  const seen = await mount({ webOTP: true })
  await expect.poll(() => get.mock.calls.length).toBe(1)
  const signal = get.mock.calls[0]?.[0].signal
  expect(signal?.aborted).toBe(false)
  await seen.unmount()
  expect(signal?.aborted).toBe(true)
  vi.unstubAllGlobals()
})

test('stops asking for the code of a message when the form is submitted, without AbortSignal.any (CODE-29)', async () => {
  vi.stubGlobal('AbortSignal', class {})
  const get = stubWebOTP(forever)
  const form = document.createElement('form')
  form.id = 'sign-in'
  form.addEventListener('submit', (event) => event.preventDefault())
  document.body.append(form)
  await mount({ webOTP: true, form: 'sign-in' })
  await expect.poll(() => get.mock.calls.length).toBe(1)
  form.requestSubmit()
  expect(get.mock.calls[0]?.[0].signal.aborted).toBe(true)
  form.remove()
  vi.unstubAllGlobals()
})

test('leaves the keyboard when asking for the code of a message is refused (CODE-29)', async () => {
  const get = stubWebOTP(() => Promise.reject(new DOMException('no', 'NotAllowedError')))
  await mount({ webOTP: true })
  await expect.poll(() => get.mock.calls.length).toBe(1)
  await focus()
  await keys('482913')
  expectCode('482913')
  vi.unstubAllGlobals()
})
