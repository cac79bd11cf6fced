import { CodeInput } from './code-input.tsx'
import { expect, test } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import {
  expectCode,
  field,
  focus,
  keys,
  mount,
  placesWith,
  positionOf,
  selection,
} from '../../../../test/support/code-field.tsx'

/** The middle of a slot in the coordinates of the outer page, which the protocol speaks. */
function pointOf(slot: number) {
  const { x, y } = positionOf(slot)
  const own = field().getBoundingClientRect()
  const frame = window.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 }
  return { x: frame.x + own.x + x, y: frame.y + own.y + y }
}

async function mouse(type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', slot: number) {
  const isMove = type === 'mouseMoved'
  await cdp().send('Input.dispatchMouseEvent', {
    type,
    ...pointOf(slot),
    button: 'left',
    buttons: type === 'mouseReleased' ? 0 : 1,
    clickCount: isMove ? 0 : 1,
  })
}

async function tap(slot: number) {
  const { x, y } = pointOf(slot)
  await cdp().send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  await cdp().send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

test('goes to the slot that is clicked', async () => {
  await mount({ defaultValue: '482913' })
  await userEvent.click(field(), { position: positionOf(4) })
  expect(document.activeElement).toBe(field())
  expect(selection()).toEqual([4, 5])
  await userEvent.click(field(), { position: positionOf(1) })
  await keys('7')
  expectCode('472913')
})

test('goes to the next empty slot when an empty one is clicked', async () => {
  await mount({ defaultValue: '48' })
  await userEvent.click(field(), { position: positionOf(5) })
  expect(selection()).toEqual([2, 2])
  expect(placesWith('data-active')).toEqual([2])
})

test('selects everything on a double click', async () => {
  await mount({ defaultValue: '482913' })
  await userEvent.dblClick(field(), { position: positionOf(2) })
  expect(selection()).toEqual([0, 6])
})

test('extends the selection on a click with Shift', async () => {
  await mount({ defaultValue: '482913' })
  await userEvent.click(field(), { position: positionOf(1) })
  await userEvent.click(field(), { position: positionOf(3), modifiers: ['Shift'] })
  expect(selection()).toEqual([1, 4])
})

test('selects the slots that a drag crosses, even beyond the row', async () => {
  await mount({ defaultValue: '482913' })
  await mouse('mousePressed', 1)
  await mouse('mouseMoved', 2)
  await mouse('mouseMoved', 4)
  expect(selection()).toEqual([1, 5])
  await mouse('mouseMoved', 0)
  expect(selection()).toEqual([0, 2])
  await mouse('mouseReleased', 0)
  await mouse('mouseMoved', 5)
  expect(placesWith('data-selected')).toEqual([0, 1])
})

test('goes to the slot that is tapped, and a second tap elsewhere moves on', async () => {
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true })
  await mount({ defaultValue: '482913' })
  await tap(1)
  await expect.poll(selection).toEqual([1, 2])
  await tap(4)
  await expect.poll(selection).toEqual([4, 5])
  await keys('7')
  expectCode('482973')
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false })
})

test('does not scroll the page when clicked', async () => {
  await render(
    <div style={{ paddingBlock: 2000 }}>
      <CodeInput defaultValue="482913" />
    </div>,
  )
  field().scrollIntoView({ block: 'end' })
  const before = window.scrollY
  await mouse('mousePressed', 2)
  await mouse('mouseReleased', 2)
  expect(selection()).toEqual([2, 3])
  expect(window.scrollY).toBe(before)
})

test('takes a code that is dropped on it', async () => {
  const seen = await mount()
  const note = document.createElement('p')
  note.draggable = true
  note.textContent = 'Drag me'
  note.addEventListener('dragstart', (event) =>
    event.dataTransfer?.setData('text/plain', 'Your code is 482 913'),
  )
  document.body.append(note)
  await userEvent.dragAndDrop(page.getByText('Drag me'), field())
  note.remove()
  expectCode('482913')
  expect(seen.reasons()).toEqual(['dropped'])
  expect(seen.onValueComplete).toHaveBeenCalledTimes(1)
})

test('keeps the selection while the window is away', async () => {
  await mount({ defaultValue: '482913' })
  await focus()
  field().select()
  await expect.poll(() => placesWith('data-selected').length).toBe(6)
  // What switching to another app does: blur and focus of the field, which stays the active one.
  field().dispatchEvent(new FocusEvent('blur'))
  await expect.poll(() => placesWith('data-selected').length).toBe(0)
  field().dispatchEvent(new FocusEvent('focus'))
  await expect.poll(() => placesWith('data-selected').length).toBe(6)
})
