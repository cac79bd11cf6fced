import { afterEach, expect, test, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import {
  expectCode,
  field,
  holdEventTime,
  keys,
  middleOf,
  mount,
  mountInside,
  mouse,
  nextFrame,
  placesWith,
  pointOf,
  positionOf,
  press,
  selection,
  tap,
  touch,
} from '../../../../test/support/code-field.tsx'
import { CodeInput } from './code-input.tsx'

afterEach(() => vi.restoreAllMocks())

const shift = 8

test('goes to the slot that is clicked (CODE-2, CODE-9)', async () => {
  await mount({ defaultValue: '482913' })
  await userEvent.click(field(), { position: positionOf(4) })
  expect(document.activeElement).toBe(field())
  expect(selection()).toEqual([4, 5])
  await userEvent.click(field(), { position: positionOf(1) })
  await keys('7')
  expectCode('472913')
})

test('goes to the next empty slot when an empty one is clicked (CODE-2, CODE-9)', async () => {
  await mount({ defaultValue: '48' })
  await userEvent.click(field(), { position: positionOf(5) })
  expect(selection()).toEqual([2, 2])
  expect(placesWith('data-active')).toEqual([2])
})

test('selects everything on a double click (CODE-9)', async () => {
  await mount({ defaultValue: '482913' })
  await userEvent.dblClick(field(), { position: positionOf(2) })
  expect(selection()).toEqual([0, 6])
})

test('extends the selection on a click with Shift (CODE-9)', async () => {
  await mount({ defaultValue: '482913' })
  await press(pointOf(1))
  await press(pointOf(3), { modifiers: shift })
  expect(selection()).toEqual([1, 4])
})

test('keeps the end a backward selection began at on a click with Shift (CODE-9)', async () => {
  await mount({ defaultValue: '482913' })
  await press(pointOf(4))
  await press(pointOf(2), { modifiers: shift })
  expect(selection()).toEqual([2, 5])
  await press(pointOf(1), { modifiers: shift })
  expect(selection()).toEqual([1, 5])
  await press(pointOf(5), { modifiers: shift })
  expect(selection()).toEqual([4, 6])
})

test('selects the slots that a drag crosses, even beyond the row (CODE-9)', async () => {
  await mount({ defaultValue: '482913' })
  await mouse('mousePressed', pointOf(1))
  await mouse('mouseMoved', pointOf(2))
  await mouse('mouseMoved', pointOf(4))
  expect(selection()).toEqual([1, 5])
  const { x, y } = pointOf(5)
  await mouse('mouseMoved', { x: x + 200, y: y + 150 })
  expect(selection()).toEqual([1, 6])
  await mouse('mouseMoved', { x: pointOf(3).x, y: y - 100 })
  expect(selection()).toEqual([1, 4])
  await mouse('mouseMoved', pointOf(0))
  expect(selection()).toEqual([0, 2])
  await mouse('mouseReleased', pointOf(0))
  await mouse('mouseMoved', pointOf(5))
  expect(placesWith('data-selected')).toEqual([0, 1])
})

test('selects nothing when a press on an empty slot trembles into the next (CODE-9)', async () => {
  await mount({ defaultValue: '48' })
  await mouse('mousePressed', pointOf(5))
  await mouse('mouseMoved', pointOf(4))
  await mouse('mouseReleased', pointOf(4))
  expect(selection()).toEqual([2, 2])
  await keys('2')
  expectCode('482')
})

test('keeps all selected when the mouse trembles after a double click (CODE-9)', async () => {
  await mount({ defaultValue: '482913' })
  await press(pointOf(2))
  await mouse('mousePressed', pointOf(2), { clickCount: 2 })
  const { x, y } = pointOf(2)
  await mouse('mouseMoved', { x: x + 2, y })
  await mouse('mouseReleased', { x: x + 2, y }, { clickCount: 2 })
  expect(selection()).toEqual([0, 6])
})

test('selects nothing with the right button (CODE-9)', async () => {
  await mount({ defaultValue: '482913' })
  await press(pointOf(1))
  await mouse('mousePressed', pointOf(1), { button: 'right' })
  await mouse('mouseMoved', pointOf(4), { button: 'right' })
  await mouse('mouseReleased', pointOf(4), { button: 'right' })
  expect(selection()).toEqual([1, 2])
})

test('goes to the slot that is clicked after a click there with the right button (CODE-9)', async () => {
  await mount({ defaultValue: '482913' })
  await press(pointOf(1))
  await press(pointOf(1), { button: 'right' })
  await press(pointOf(4))
  await press(pointOf(1))
  await nextFrame()
  expect(selection()).toEqual([1, 2])
})

test('finds the slot in rows that wrap (CODE-9)', async () => {
  await render(
    <>
      <style>{`[data-part='control'] { flex-wrap: wrap; inline-size: 180px }`}</style>
      <CodeInput defaultValue="482913" groupSize={0} />
    </>,
  )
  for (const slot of [0, 4, 1, 5, 2]) {
    await press(pointOf(slot))
    expect(selection()).toEqual([slot, slot + 1])
  }
})

test.each([
  { zoom: 0.5 },
  { zoom: 1.25 },
  { zoom: 2 },
  { transform: 'scale(0.5)' },
  { transform: 'scale(1.5, 0.75) translate(40px, 10px)' },
  { transform: 'scaleX(-1)' },
  { transform: 'rotate(30deg)' },
  { transform: 'rotate(90deg)' },
  { transform: 'rotate(180deg)' },
  { transform: 'rotate(-90deg)', zoom: 1.5 },
  { transform: 'perspective(600px) rotateY(40deg)' },
  { transform: 'skewX(20deg)' },
  { scale: '0.9', rotate: '60deg' },
])(
  'finds the slot under the mouse and the finger with %o on what is around it (CODE-9)',
  async (style) => {
    await mountInside(
      ({ children }) => (
        <div style={{ inlineSize: 190, marginBlock: 160, ...style }}>{children}</div>
      ),
      { defaultValue: '482913' },
    )
    for (const slot of [0, 4, 1, 5, 2, 3]) {
      await press(pointOf(slot))
      expect(selection()).toEqual([slot, slot + 1])
    }
    await mouse('mousePressed', pointOf(1))
    await mouse('mouseMoved', pointOf(2))
    await mouse('mouseMoved', pointOf(4))
    await mouse('mouseReleased', pointOf(4))
    expect(selection()).toEqual([1, 5])
    await onTouchScreen(async () => {
      for (const slot of [3, 0, 5]) {
        await tap(pointOf(slot))
        await expect.poll(selection).toEqual([slot, slot + 1])
      }
    })
  },
)

test('goes to the nearest slot when a gap or an edge is clicked (CODE-9)', async () => {
  await mount({ defaultValue: '482913' })
  const { y } = pointOf(0)
  const middle = (pointOf(2).x + pointOf(3).x) / 2
  await press({ x: middle - 2, y })
  expect(selection()).toEqual([2, 3])
  await press({ x: middle + 2, y })
  expect(selection()).toEqual([3, 4])
})

test('does not scroll the page when clicked (CODE-9)', async () => {
  await render(
    <div style={{ paddingBlock: 2000 }}>
      <CodeInput defaultValue="482913" />
    </div>,
  )
  // Only its upper edge is in view.
  window.scrollTo(0, field().getBoundingClientRect().top + window.scrollY - window.innerHeight + 12)
  const before = window.scrollY
  const { x, y } = pointOf(2)
  await press({ x, y: y - field().clientHeight / 2 + 6 })
  expect(selection()).toEqual([2, 3])
  expect(window.scrollY).toBe(before)
})

test('takes a code that is dropped on it (CODE-11)', async () => {
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
  expect(seen.reasons()).toEqual(['input-drop'])
  expect(seen.onValueComplete).toHaveBeenCalledTimes(1)
})

async function onTouchScreen(test: () => Promise<void>) {
  await cdp().send('Emulation.setTouchEmulationEnabled', { enabled: true })
  await test().finally(() => cdp().send('Emulation.setTouchEmulationEnabled', { enabled: false }))
}

test('goes to the slot that is tapped, and a second tap elsewhere moves on (CODE-9)', () =>
  onTouchScreen(async () => {
    await mount({ defaultValue: '482913' })
    await tap(pointOf(1))
    await expect.poll(selection).toEqual([1, 2])
    await tap(pointOf(4))
    await expect.poll(selection).toEqual([4, 5])
    await keys('7')
    expectCode('482973')
  }))

test('stays on the tapped slot when the browser puts its caret elsewhere a moment later (CODE-9)', () =>
  onTouchScreen(async () => {
    const time = holdEventTime()
    await mount({ defaultValue: '482913' })
    await tap(pointOf(1))
    await expect.poll(selection).toEqual([1, 2])
    for (const place of [0, 6]) {
      time.advance(60)
      field().setSelectionRange(place, place)
      await nextFrame()
      expect(selection()).toEqual([1, 2])
    }
    // After that, it is the person who selects.
    time.advance(400)
    field().setSelectionRange(3, 3)
    await nextFrame()
    expect(selection()).toEqual([3, 4])
  }))

test('goes on from the tapped slot when a key comes at once (CODE-9)', () =>
  onTouchScreen(async () => {
    holdEventTime()
    await mount({ defaultValue: '482913' })
    await tap(pointOf(1))
    await expect.poll(selection).toEqual([1, 2])
    await keys('7')
    await nextFrame()
    expectCode('472913')
    expect(selection()).toEqual([2, 3])
  }))

test('goes to the end, not to the first slot, when its label is tapped (CODE-2)', () =>
  onTouchScreen(async () => {
    await mount({ defaultValue: '482913' })
    const label = () => middleOf(page.getByText('Verification code').element())
    await tap(pointOf(2))
    await expect.poll(selection).toEqual([2, 3])
    field().blur()
    await tap(label())
    await expect.poll(() => document.activeElement).toBe(field())
    await nextFrame()
    expect(selection()).toEqual([5, 6])
  }))

test('lets a vertical swipe across it scroll the page, and takes no tap from it (CODE-9)', () =>
  onTouchScreen(async () => {
    await render(
      <div style={{ paddingBlock: 2000 }}>
        <CodeInput defaultValue="482913" />
      </div>,
    )
    field().scrollIntoView({ block: 'center' })
    const before = window.scrollY
    const { x, y } = pointOf(2)
    await touch('touchStart', { x, y })
    for (const up of [20, 60, 120, 180]) await touch('touchMove', { x, y: y - up })
    await touch('touchEnd')
    await expect.poll(() => window.scrollY).toBeGreaterThan(before + 100)
    expect(document.activeElement).not.toBe(field())
    field().scrollIntoView({ block: 'center' })
    await userEvent.click(page.getByText('Verification code'))
    await nextFrame()
    expect(selection()).toEqual([5, 6])
  }))

test('leaves what a long press selects as it is (CODE-9)', () =>
  onTouchScreen(async () => {
    const time = holdEventTime()
    await mount({ defaultValue: '482913' })
    await tap(pointOf(1))
    await expect.poll(selection).toEqual([1, 2])
    await touch('touchStart', pointOf(1))
    time.advance(500)
    // Phones do this; the browser of this test does not.
    field().select()
    await touch('touchCancel')
    await nextFrame()
    expect(selection()).toEqual([0, 6])
    expect(placesWith('data-selected')).toEqual([0, 1, 2, 3, 4, 5])
  }))
