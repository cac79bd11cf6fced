import type {
  ComponentPropsWithoutRef,
  KeyboardEvent,
  MouseEvent,
  PointerEvent,
  SyntheticEvent,
} from 'react'
import { codeInputScope } from './code-input.anatomy.ts'
import { caretAt, moveCaret, selectSlots } from './code-input.state.ts'
import type { InputEditor } from './input-editor.ts'

const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -Infinity,
  ArrowDown: Infinity,
  Home: -Infinity,
  End: Infinity,
}

// A touch screen may put its own caret somewhere after the tap. Later than this the person is
// dragging a handle or using a menu.
const nativeCaretMs = 400

// By input, so that the handlers are the same for every field and each finds its own editor.
const editors = new WeakMap<EventTarget, InputEditor>()

export const registerEditor = (editor: InputEditor): void => {
  editors.set(editor.input, editor)
}

const withEditor =
  <E extends SyntheticEvent>(handle: (editor: InputEditor, event: E) => void) =>
  (event: E): void => {
    const editor = editors.get(event.currentTarget)
    if (editor) handle(editor, event)
  }

export type CaretHandlers = Pick<
  ComponentPropsWithoutRef<'input'>,
  'onKeyDown' | 'onPointerDown' | 'onPointerMove' | 'onMouseDown' | 'onClick' | 'onSelect'
>

type Key = KeyboardEvent<HTMLInputElement>
type Mouse = MouseEvent<HTMLInputElement>
type Pointer = PointerEvent<HTMLInputElement>

/** Where the caret goes by key, by mouse and by touch: to slots, never between two of them. */
export const caretHandlers: CaretHandlers = {
  onKeyDown: withEditor((editor, event: Key) => {
    const step = steps[event.key]
    editor.pointer.tapped = undefined
    if (!step || event.altKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    const toEnd = event.ctrlKey || event.metaKey ? Infinity : 1
    editor.select(moveCaret(editor.read(), step * toEnd, event.shiftKey, editor.length()))
  }),
  onPointerDown: withEditor(({ pointer }, event: Pointer) => {
    pointer.isTouch = event.pointerType === 'touch'
    if (!pointer.isTouch) event.currentTarget.setPointerCapture?.(event.pointerId)
  }),
  onMouseDown: withEditor((editor, event: Mouse) => {
    if (editor.pointer.isTouch || event.button !== 0) return
    event.preventDefault()
    event.currentTarget.focus({ preventScroll: true })
    const slot = slotUnder(event)
    const { value, start } = editor.read()
    editor.pointer.slot = slot
    if (event.detail > 1) editor.select(selectSlots(value, 0, Infinity))
    else if (event.shiftKey) editor.select(selectSlots(value, start, slot))
    else editor.select(caretAt(value, slot, editor.length()))
  }),
  onPointerMove: withEditor((editor, event: Pointer) => {
    if (!event.currentTarget.hasPointerCapture?.(event.pointerId)) return
    const slot = slotUnder(event)
    const { value, start, end, backward } = editor.read()
    if (slot === editor.pointer.slot || editor.pointer.isTouch || value === '') return
    editor.pointer.slot = slot
    editor.select(selectSlots(value, backward ? end - 1 : start, slot))
  }),
  onClick: withEditor((editor, event: Mouse) => {
    if (!editor.pointer.isTouch) return
    const edit = caretAt(editor.read().value, slotUnder(event), editor.length())
    editor.pointer.tapped = { edit, until: event.timeStamp + nativeCaretMs }
    editor.select(edit)
  }),
  // React hears every selection but those in a shadow tree, which the editor follows itself.
  onSelect: withEditor((editor, event: SyntheticEvent<HTMLInputElement>) => {
    const { tapped } = editor.pointer
    editor.pointer.tapped = undefined
    if (tapped && event.timeStamp < tapped.until) editor.select(tapped.edit)
    else editor.follow()
  }),
}

/** The drawn slot under a pointer, or after the gap it is over. Codes run left to right. */
function slotUnder(event: MouseEvent<HTMLInputElement>): number {
  const slots = event.currentTarget.parentElement?.querySelectorAll(
    `[data-scope="${codeInputScope}"][data-part="slot"]`,
  )
  const index = [...(slots ?? [])].findIndex(
    (slot) => event.clientX < slot.getBoundingClientRect().right,
  )
  return index < 0 ? Infinity : index
}
