import { afterEach, expect, test, vi } from 'vitest'
import {
  compose,
  insertText,
  keys,
  nextFrame,
  paste,
  press,
} from '../../../../test/support/code-field.tsx'
import { activeIn, places, renderIn } from '../../../../test/support/places.tsx'
import styles from '../styles/index.css?inline'
import { CodeInput, type CodeInputProps } from './code-input.tsx'

// In shadow roots and frames the root, the document and the window are others, and time began later.

afterEach(() => vi.restoreAllMocks())

async function mountIn(place: (typeof places)[number], props: CodeInputProps = {}) {
  const onValueChange = vi.fn<(value: string) => void>()
  const onValueComplete = vi.fn<(value: string) => void>()
  const around = await renderIn(
    place,
    <form>
      <style>{styles}</style>
      <CodeInput {...{ onValueChange, onValueComplete }} {...props} />
    </form>,
  )
  const field = around.querySelector('input')
  if (field === null) throw new Error('no field')
  const slots = () => [...around.querySelectorAll('[data-part="slot"]')]
  return {
    field,
    onValueComplete,
    values: () => onValueChange.mock.calls.map(([value]) => value),
    selection: () => [field.selectionStart, field.selectionEnd],
    placesWith: (attribute: string) =>
      slots().flatMap((slot, index) => (slot.hasAttribute(attribute) ? [index] : [])),
    expectCode(code: string) {
      const drawn = slots().map((slot) => slot.textContent)
      expect({ value: field.value, drawn: drawn.join('') }).toEqual({ value: code, drawn: code })
    },
    /** What a password manager does. */
    fill(value: string) {
      const { defaultView } = field.ownerDocument
      if (defaultView === null) throw new Error('no window')
      const { prototype } = defaultView.HTMLInputElement
      Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value)
      field.dispatchEvent(new defaultView.Event('input', { bubbles: true }))
    },
    /** The middle of a slot in the coordinates of the outermost page. */
    pointOf(index: number) {
      const box = slots()[index]?.getBoundingClientRect()
      if (box === undefined) throw new Error('no slot')
      let [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      let view = field.ownerDocument.defaultView
      while (view?.frameElement) {
        const frame = view.frameElement.getBoundingClientRect()
        x += frame.x + view.frameElement.clientLeft
        y += frame.y + view.frameElement.clientTop
        view = view.frameElement.ownerDocument.defaultView
      }
      return { x, y }
    },
  }
}

test.each(places)(
  'is typed, pasted, selected and undone in $place, by $by (CODE-22)',
  async (place) => {
    const code = await mountIn(place)
    code.field.focus()
    await keys('482')
    code.expectCode('482')
    await expect.poll(() => code.placesWith('data-active')).toEqual([3])
    await paste('Your code is 482 913.')
    code.expectCode('482913')
    expect(code.onValueComplete).toHaveBeenCalledTimes(1)
    await keys('{Home}{ArrowRight}7')
    code.expectCode('472913')
    await keys('{Control>}z{/Control}')
    code.expectCode('482913')
    await keys('{Control>}a{/Control}')
    await expect.poll(() => code.placesWith('data-selected')).toEqual([0, 1, 2, 3, 4, 5])
    await keys('5')
    code.expectCode('5')
    expect(code.values().slice(-4)).toEqual(['482913', '472913', '482913', '5'])
  },
)

test.each(places)(
  'is clicked, dragged over and double-clicked in $place, by $by (CODE-22)',
  async (place) => {
    const code = await mountIn(place, { defaultValue: '482913' })
    await press(code.pointOf(1))
    await expect.poll(code.selection).toEqual([1, 2])
    expect(activeIn(code.field)).toBe(code.field)
    await press(code.pointOf(4))
    await expect.poll(code.selection).toEqual([4, 5])
    await keys('7')
    code.expectCode('482973')
    await press(code.pointOf(1), { clickCount: 2 })
    await expect.poll(code.selection).toEqual([0, 6])
  },
)

test.each(places)(
  'is composed and filled into, and reset, in $place, by $by (CODE-22)',
  async (place) => {
    const code = await mountIn(place, { defaultValue: '48' })
    code.field.focus()
    await compose('\uff12')
    await insertText('\uff12')
    code.expectCode('482')
    code.fill('482-913')
    code.fill('482-913')
    await nextFrame()
    code.expectCode('482913')
    expect(code.onValueComplete).toHaveBeenCalledTimes(1)
    code.fill('771204')
    await nextFrame()
    code.expectCode('771204')
    expect(code.onValueComplete).toHaveBeenCalledTimes(2)
    code.field.value = '12'
    await nextFrame()
    code.expectCode('12')
    code.field.form?.reset()
    await nextFrame()
    code.expectCode('48')
  },
)

test.each(places)(
  'sends events of its own window for what it does itself in $place, by $by (CODE-22)',
  async (place) => {
    const code = await mountIn(place)
    const { defaultView } = code.field.ownerDocument
    const isOwn: (boolean | null)[] = []
    code.field.addEventListener('input', (event) =>
      isOwn.push(defaultView && event instanceof defaultView.InputEvent),
    )
    code.field.value = ''
    code.field.setRangeText('4-8', 0, 0)
    if (defaultView)
      code.field.dispatchEvent(new defaultView.InputEvent('input', { bubbles: true }))
    await nextFrame()
    code.expectCode('48')
    expect(isOwn).toEqual([true])
  },
)

test('completes again for a fill well after the code of a message, in a frame that began long after the page (CODE-22)', async () => {
  vi.stubGlobal('OTPCredential', class {})
  const { promise, resolve: arrive } = Promise.withResolvers<{ code: string }>()
  vi.spyOn(navigator.credentials, 'get').mockImplementation((() => promise) as never)
  const code = await mountIn({ place: 'a frame', by: 'a portal' }, { webOTP: true })
  const { defaultView } = code.field.ownerDocument
  if (!defaultView) throw new Error('no window')
  // By the page's clock it is an hour later than by the frame's.
  vi.spyOn(Event.prototype, 'timeStamp', 'get').mockReturnValue(3_600_000)
  const time = vi.spyOn(defaultView.Event.prototype, 'timeStamp', 'get').mockReturnValue(1_000)
  arrive({ code: '482913' })
  await expect.poll(() => code.field.value).toBe('482913')
  await nextFrame()
  expect(code.onValueComplete).toHaveBeenCalledTimes(1)
  time.mockReturnValue(1_499)
  code.fill('482913')
  expect(code.onValueComplete).toHaveBeenCalledTimes(1)
  time.mockReturnValue(1_501)
  code.fill('482913')
  expect(code.onValueComplete).toHaveBeenCalledTimes(2)
  vi.unstubAllGlobals()
})
