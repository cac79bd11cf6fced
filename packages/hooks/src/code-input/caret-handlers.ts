import type { ComponentPropsWithoutRef, MouseEvent } from 'react'
import { anchorOf, moveCaret, selectSlots, type Edit } from './code-input.state.ts'

const steps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -Infinity,
  ArrowDown: Infinity,
  Home: -Infinity,
  End: Infinity,
}

// For so long after a tap, a phone may still put its own caret somewhere. After that, it is the person
// who drags a handle or uses a menu (code-input.md CODE-9).
const nativeCaretMs = 400

export type CaretHandlers = Pick<
  ComponentPropsWithoutRef<'input'>,
  'onKeyDown' | 'onPointerDown' | 'onPointerMove' | 'onPointerCancel' | 'onMouseDown' | 'onClick'
>

/**
 * Where keys, mouse and touch put the caret: on a slot, never between two of them. `select` takes an
 * instant until which it takes back what the browser selects. While the form is being sent with this
 * code already, Enter does nothing.
 */
export function createCaretHandlers(
  read: () => Edit,
  select: (edit: Edit, until?: number) => void,
  length: () => number,
  isSubmitting: (at: number) => boolean | undefined,
): CaretHandlers {
  /** Where a selection by pointer began, and the slot it has reached. */
  let anchor = 0
  let head = 0
  /** A finger is on the field. A click without a finger comes from the label. */
  let isTapping = false

  const selectToHead = (until?: number) =>
    select(selectSlots(read().value, anchor, head, length()), until)

  return {
    onKeyDown(event) {
      const step = steps[event.key]
      if (event.key === 'Enter' && isSubmitting(event.timeStamp)) event.preventDefault()
      if (!step || event.altKey || event.nativeEvent.isComposing) return
      event.preventDefault()
      const toEnd = event.ctrlKey || event.metaKey ? Infinity : 1
      select(moveCaret(read(), step * toEnd, event.shiftKey, length()))
    },
    onPointerDown({ currentTarget, pointerId, pointerType, button }) {
      isTapping = pointerType === 'touch'
      // So that a drag beyond the field is still heard.
      if (!isTapping && button === 0) currentTarget.setPointerCapture?.(pointerId)
    },
    onMouseDown(event) {
      if (isTapping || event.button === 1) return
      // For the right button too: otherwise Chromium (156) moves the caret at the next release there.
      event.preventDefault()
      event.currentTarget.focus({ preventScroll: true })
      if (event.button !== 0) return
      head = slotUnder(event)
      anchor = event.shiftKey ? anchorOf(read()) : head
      if (event.detail > 1) event.currentTarget.select()
      else selectToHead()
    },
    onPointerMove(event) {
      if (isTapping || !event.currentTarget.hasPointerCapture?.(event.pointerId)) return
      const slot = slotUnder(event)
      if (slot === head) return
      head = slot
      selectToHead()
    },
    onPointerCancel() {
      isTapping = false
    },
    onClick(event) {
      if (!isTapping) return
      isTapping = false
      anchor = head = slotUnder(event)
      selectToHead(event.timeStamp + nativeCaretMs)
    },
  }
}

/** The drawn slot nearest to a pointer: by its box, and by its middle where rotated boxes overlap. */
function slotUnder({ currentTarget, clientX, clientY }: MouseEvent<HTMLInputElement>): number {
  const slots = currentTarget.parentElement?.querySelectorAll('[data-part="slot"]') ?? []
  const distances = Array.from(slots, (slot) => {
    const { x, y, width, height } = slot.getBoundingClientRect()
    const across = Math.abs(clientX - x - width / 2)
    const down = Math.abs(clientY - y - height / 2)
    const beyond = Math.hypot(Math.max(0, across - width / 2), Math.max(0, down - height / 2))
    return beyond * 1e4 + Math.hypot(across, down)
  })
  // Without layout (jsdom) all are equally near. The last one leads to the end of the code.
  return distances.length > 0 ? distances.lastIndexOf(Math.min(...distances)) : Infinity
}
