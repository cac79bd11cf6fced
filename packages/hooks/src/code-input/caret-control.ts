import type { KeyboardEvent, MouseEvent, PointerEvent } from 'react'
import { codeInputScope } from './code-input.anatomy.ts'
import {
  caretAt,
  moveCaret,
  selectSlots,
  settleCaret,
  type Edit,
  type Motion,
} from './code-input.state.ts'
import type { InputEditor } from './input-editor.ts'

export interface CaretControl {
  handleFocus: (input: HTMLInputElement) => void
  handleBlur: () => void
  handleKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void
  handlePointerDown: (event: PointerEvent<HTMLInputElement>) => void
  handlePointerMove: (event: PointerEvent<HTMLInputElement>) => void
  handlePointerUp: () => void
  handleMouseDown: (event: MouseEvent<HTMLInputElement>) => void
  handleClick: (event: MouseEvent<HTMLInputElement>) => void
  handleSelectionChange: (event: Event) => void
}

const motions: Record<string, Motion> = {
  ArrowLeft: 'back',
  ArrowRight: 'forward',
  ArrowUp: 'first',
  ArrowDown: 'last',
  Home: 'first',
  End: 'last',
}

// A touch screen may put its own caret somewhere after the tap. Later than this the person is
// dragging a handle or using a menu.
const nativeCaretMs = 400

/** Where the caret goes: by focus, by key, by mouse and by touch. */
export function createCaretControl(editor: InputEditor): CaretControl {
  let isTouch = false
  let isPressed = false
  let isWindowAway = false
  let anchor: number | undefined
  let tapped: { edit: Edit; until: number } | undefined

  const at = (position: number) => caretAt(editor.read().value, position, editor.length)

  function handleSelectionChange(event: Event): void {
    if (editor.isComposing || !editor.hasFocus()) return
    const target = tapped !== undefined && event.timeStamp < tapped.until ? tapped.edit : undefined
    tapped = undefined
    editor.select(target ?? settleCaret(editor.read(), editor.length))
  }

  return {
    handleFocus(input) {
      editor.attach(input)
      editor.update({ isFocused: true })
      // Back from another window (to read the message, say) the selection is as it was left.
      if (!isPressed && !isWindowAway) editor.select(at(Infinity))
      isWindowAway = false
    },
    handleBlur() {
      isWindowAway = editor.hasFocus()
      tapped = undefined
      editor.update({ isFocused: false })
    },
    handleKeyDown(event) {
      tapped = undefined
      const motion = motions[event.key]
      if (motion === undefined || event.altKey || event.nativeEvent.isComposing) return
      event.preventDefault()
      const toEnd = event.ctrlKey || event.metaKey
      const ends = { back: 'first', forward: 'last', first: 'first', last: 'last' } as const
      editor.select(
        moveCaret(editor.read(), toEnd ? ends[motion] : motion, event.shiftKey, editor.length),
      )
    },
    handlePointerDown(event) {
      isTouch = event.pointerType === 'touch'
      if (!isTouch) event.currentTarget.setPointerCapture?.(event.pointerId)
    },
    handleMouseDown(event) {
      const slot = slotNear(event)
      if (isTouch || event.button !== 0 || slot === undefined) return
      event.preventDefault()
      isPressed = true
      event.currentTarget.focus({ preventScroll: true })
      const now = editor.read()
      if (event.detail > 1) editor.select(selectSlots(now.value, 0, Infinity))
      else if (event.shiftKey) editor.select(selectSlots(now.value, now.start, slot))
      else editor.select(at(slot))
      anchor = event.shiftKey ? now.start : slot
    },
    handlePointerMove(event) {
      const slot = slotNear(event)
      if (!isPressed || anchor === undefined || slot === undefined) return
      const { value, start, end } = editor.read()
      const isDrag = slot !== anchor || end - start > 1
      if (isDrag && value !== '' && event.detail < 2)
        editor.select(selectSlots(value, anchor, slot))
    },
    handlePointerUp() {
      isPressed = false
      anchor = undefined
    },
    handleClick(event) {
      const slot = slotNear(event)
      if (!isTouch || slot === undefined) return
      tapped = { edit: at(slot), until: event.timeStamp + nativeCaretMs }
      editor.select(tapped.edit)
    },
    handleSelectionChange,
  }
}

/** The drawn slot nearest to a pointer, which may be over a gap or beside the row. */
function slotNear(event: MouseEvent<HTMLInputElement>): number | undefined {
  const slots = event.currentTarget.parentElement?.querySelectorAll(
    `[data-scope="${codeInputScope}"][data-part="slot"]`,
  )
  let nearest: number | undefined
  let least = Infinity
  slots?.forEach((slot, index) => {
    const { left, right, top, bottom, width } = slot.getBoundingClientRect()
    const distance = Math.hypot(
      Math.max(left - event.clientX, 0, event.clientX - right),
      Math.max(top - event.clientY, 0, event.clientY - bottom),
    )
    if (width === 0 || distance >= least) return
    nearest = index
    least = distance
  })
  return nearest
}
