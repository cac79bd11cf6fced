import { clampCode, extractCode, type CodeRules } from './extract-code.ts'

/**
 * A code being edited: its text and the selection in it. The caret rests in one of two ways.
 * *On a slot* one character is selected and typing replaces it. *Between characters* nothing
 * is selected and typing inserts: at the end of a partial code, and in the gap a deletion left.
 */
export interface Edit {
  value: string
  start: number
  end: number
  /** The moving end of the selection is its start. */
  backward?: boolean | undefined
}

export type Motion = 'back' | 'forward' | 'first' | 'last'

const isOnSlot = ({ start, end }: Edit): boolean => end - start === 1

/** The caret at a position: on its slot when filled, else where the next character goes. */
export function caretAt(value: string, position: number, length: number): Edit {
  const start = Math.max(0, Math.min(position, value.length, length - 1))
  return { value, start, end: Math.min(start + 1, value.length) }
}

/** A full code has no room to insert, so a bare caret moves onto its slot. */
export const settleCaret = (edit: Edit, length: number): Edit =>
  edit.start === edit.end && edit.value.length >= length
    ? caretAt(edit.value, edit.start, length)
    : edit

/** Types allowed characters one by one. */
export function typeText(edit: Edit, text: string, length: number): Edit {
  let now = edit
  for (const character of text) {
    now = settleCaret(now, length)
    const value = now.value.slice(0, now.start) + character + now.value.slice(now.end)
    const next = now.start + 1
    now = isOnSlot(now)
      ? caretAt(value, next, length)
      : settleCaret({ value, start: next, end: next }, length)
  }
  return now
}

/** Text that arrived at once, taken in. */
export interface Received {
  edit: Edit
  /** It was a whole code, not part of one. */
  isWhole: boolean
}

/**
 * A whole code replaces everything; part of one goes in at the caret and what lies beyond it
 * stays. Undefined when there is nothing to use.
 */
export function receiveText(edit: Edit, text: string, rules: CodeRules): Received | undefined {
  const code = extractCode(text, rules)
  if (code === '') return undefined
  const isWhole = code.length === rules.length
  return {
    edit: isWhole ? caretAt(code, code.length, rules.length) : typeText(edit, code, rules.length),
    isWhole,
  }
}

/**
 * What an edit made elsewhere (an Android keyboard in mid-word) left in the field: allowed
 * characters only and, when there are too many, those after the caret give way.
 */
export function settleText(edit: Edit, rules: CodeRules): Edit {
  const { length } = rules
  const before = clampCode(edit.value.slice(0, edit.start), { ...rules, length: Infinity })
  const all = clampCode(edit.value, { ...rules, length: Infinity })
  const surplus = Math.max(0, all.length - length)
  const value = (before + all.slice(before.length + surplus)).slice(0, length)
  const caret = Math.min(before.length, value.length)
  return settleCaret({ value, start: caret, end: caret }, length)
}

/** Arrow keys, Home and End; `isExtending` is Shift. */
export function moveCaret(edit: Edit, motion: Motion, isExtending: boolean, length: number): Edit {
  const { value, start, end, backward } = edit
  const isBackwards = motion === 'back' || motion === 'first'
  const step = isBackwards ? -1 : 1
  const reach = (from: number, last: number) =>
    motion === 'first' ? 0 : motion === 'last' ? last : from + step
  if (!isExtending) {
    const isRange = end - start > 1
    const from = isRange ? (isBackwards ? start + 1 : end - 1) : start
    return caretAt(value, reach(from, length), length)
  }
  const last = value.length - 1
  if (start === end) {
    // A bare caret stands beside the first slot it will select.
    const anchor = isBackwards ? start - 1 : start
    if (anchor < 0 || anchor > last) return edit
    return selectSlots(value, anchor, reach(anchor - step, last))
  }
  const [anchor, head] = backward ? [end - 1, start] : [start, end - 1]
  return selectSlots(value, anchor, reach(head, last))
}

/** Selects the filled slots from one to another, in either direction. */
export function selectSlots(value: string, anchor: number, head: number): Edit {
  const last = value.length - 1
  const inside = (slot: number) => Math.max(0, Math.min(slot, last))
  return {
    value,
    start: inside(Math.min(anchor, head)),
    end: Math.min(inside(Math.max(anchor, head)) + 1, value.length),
    backward: head < anchor,
  }
}

/** One drawn character place. */
export interface SlotState {
  index: number
  /** What to draw; undefined when empty. */
  character: string | undefined
  /** The caret is here. */
  isActive: boolean
  /** The caret is a bar: typing inserts here instead of replacing. */
  hasCaret: boolean
  /** Part of a selection of several. */
  isSelected: boolean
}

/** What each slot shows. A selection is drawn only while the field has the focus. */
export function slotsOf(edit: Edit, length: number, isFocused: boolean): SlotState[] {
  const characters = edit.value
  const start = Math.min(edit.start, characters.length)
  const end = Math.min(edit.end, characters.length)
  const isRange = end - start > 1
  const active = Math.min(start, length - 1)
  return Array.from({ length }, (_, index) => {
    const isActive = isFocused && !isRange && index === active
    return {
      index,
      character: characters[index],
      isActive,
      hasCaret: isActive && start === end,
      isSelected: isFocused && isRange && index >= start && index < end,
    }
  })
}
