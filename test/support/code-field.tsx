// The code field in a real browser: how to type, paste, compose, click and fill, and what to look at.
import { CodeInput, type CodeInputProps } from '@phoneproof/react'
import '@phoneproof/react/styles.css'
import { Profiler, type ReactNode, type RefAttributes } from 'react'
import { expect, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'

export const keys = (text: string) => userEvent.keyboard(text)
export const insertText = (text: string) => cdp().send('Input.insertText', { text })
export const field = () => page.getByRole('textbox').element() as HTMLInputElement
export const slots = () => [...document.querySelectorAll('[data-part="slot"]')]
export const drawn = () =>
  slots()
    .map((slot) => slot.textContent || '_')
    .join('')
export const placesWith = (attribute: string) =>
  slots().flatMap((slot, index) => (slot.hasAttribute(attribute) ? [index] : []))
export const selection = () => [field().selectionStart, field().selectionEnd]

type FieldProps = CodeInputProps & RefAttributes<HTMLInputElement>

export const mount = (props: FieldProps = {}) => mountInside(({ children }) => children, props)

/** The field inside something else, such as a form. */
export async function mountInside(
  Around: (props: { children: ReactNode }) => ReactNode,
  props: FieldProps = {},
) {
  const onValueChange = vi.fn<NonNullable<CodeInputProps['onValueChange']>>()
  const onValueComplete = vi.fn<NonNullable<CodeInputProps['onValueComplete']>>()
  const onValueInvalid = vi.fn<NonNullable<CodeInputProps['onValueInvalid']>>()
  const onRender = vi.fn()
  const ui = (more: FieldProps = {}) => (
    <Around>
      <Profiler id="field" onRender={onRender}>
        <CodeInput {...{ onValueChange, onValueComplete, onValueInvalid }} {...props} {...more} />
      </Profiler>
    </Around>
  )
  const screen = await render(ui())
  return {
    onValueChange,
    onValueComplete,
    onValueInvalid,
    onRender,
    rerender: (more: FieldProps) => screen.rerender(ui(more)),
    unmount: () => screen.unmount(),
    values: () => onValueChange.mock.calls.map(([value]) => value),
    reasons: () => onValueChange.mock.calls.map(([, { reason }]) => reason),
  }
}

export async function focus() {
  field().focus()
  await expect.poll(() => document.querySelector('[data-focused]')).not.toBeNull()
}

export async function paste(text: string) {
  await navigator.clipboard.writeText(text)
  await keys('{Control>}v{/Control}')
}

/** The input and its slots agree on the code. */
export function expectCode(code: string, length = 6) {
  expect(field().value).toBe(code)
  expect(drawn()).toBe(code.padEnd(length, '_'))
}

export const compose = (text: string) =>
  cdp().send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  })

/** The middle of a slot, as seen from the input over it. */
export const positionOf = (slot: number) => {
  const [own, row] = [slots()[slot], field()].map((node) => node?.getBoundingClientRect())
  if (own === undefined || row === undefined) throw new Error(`no slot ${slot}`)
  return { x: own.x + own.width / 2 - row.x, y: own.height / 2 }
}

/** The middle of a slot in the coordinates of the outer page, which the protocol speaks. */
export const pointOf = (slot: number) => middleOf(slots()[slot])

export function middleOf(node: Element | undefined) {
  if (node === undefined) throw new Error('nothing to point at')
  const { x, y, width, height } = node.getBoundingClientRect()
  const frame = window.frameElement?.getBoundingClientRect() ?? { x: 0, y: 0 }
  return { x: frame.x + x + width / 2, y: frame.y + y + height / 2 }
}

interface Press {
  button?: 'left' | 'right' | 'middle'
  clickCount?: number
  modifiers?: number
}

const buttons = { left: 1, right: 2, middle: 4 }

/** A mouse at a point. Holding Shift is `modifiers: 8`. */
export async function mouse(
  type: 'mousePressed' | 'mouseMoved' | 'mouseReleased',
  point: { x: number; y: number },
  { button = 'left', clickCount = 1, modifiers = 0 }: Press = {},
) {
  await cdp().send('Input.dispatchMouseEvent', {
    type,
    ...point,
    button,
    modifiers,
    buttons: type === 'mouseReleased' ? 0 : buttons[button],
    clickCount: type === 'mouseMoved' ? 0 : clickCount,
  })
}

export async function press(point: { x: number; y: number }, how?: Press) {
  await mouse('mousePressed', point, how)
  await mouse('mouseReleased', point, how)
}

export const touch = (
  type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
  ...touchPoints: { x: number; y: number }[]
) => cdp().send('Input.dispatchTouchEvent', { type, touchPoints })

export async function tap(point: { x: number; y: number }) {
  await touch('touchStart', point)
  await touch('touchEnd')
}

/** What a password manager does: the native setter, then an event, focused or not. */
export function fillLikeAManager(value: string) {
  setNatively(value)
  field().dispatchEvent(new Event('input', { bubbles: true }))
}

/** Past every setter on the node itself, as an extension does. */
export const setNatively = (value: string) =>
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field(), value)

/** Waits until the browser has sent the events that it still owes. */
export const nextFrame = () =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))

/** From now on every event happens at the time that the test says, until `vi.restoreAllMocks()`. */
export function holdEventTime() {
  let now = 10_000
  vi.spyOn(Event.prototype, 'timeStamp', 'get').mockImplementation(() => now)
  return { advance: (ms: number) => void (now += ms) }
}
