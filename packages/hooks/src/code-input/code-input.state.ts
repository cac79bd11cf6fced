import { allowedCharacters, type CodeRules } from './extract-code.ts'

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

/** The caret at a position: on its slot when filled, else where the next character goes. */
export function caretAt(value: string, position: number, length: number): Edit {
  const start = Math.max(0, Math.min(position, value.length, length - 1))
  return { value, start, end: Math.min(start + 1, value.length) }
}

export const nothing: Edit = { value: '', start: 0, end: 0 }

/** A full code has no room to insert, so a bare caret moves onto its slot. */
export const settleCaret = (edit: Edit, length: number): Edit =>
  edit.start === edit.end && edit.value.length >= length
    ? caretAt(edit.value, edit.start, length)
    : edit

/**
 * Types the characters one by one. A whole code goes over everything; part of one goes in at the
 * caret, and the rest stays.
 */
export function receiveCode(edit: Edit, code: string, rules: CodeRules): Edit {
  let now = code.length === rules.length ? nothing : edit
  for (const character of code) {
    const { value, start, end } = settleCaret(now, rules.length)
    const typed = value.slice(0, start) + character + value.slice(end)
    now = settleText(typed, start + 1, value, rules)
  }
  return now
}

/**
 * Makes a code of the text that an edit left in the field, with the caret at `place`. Characters that
 * do not belong go, and when there are too many, those right after the caret. If the length is as
 * before, something was typed over a slot, and the caret moves on to the next one. Otherwise it stays
 * in its gap.
 */
export function settleText(raw: string, place: number, before: string, rules: CodeRules): Edit {
  const { length } = rules
  const head = allowedCharacters(raw.slice(0, place), rules).slice(0, length)
  const tail = allowedCharacters(raw.slice(place), rules)
  const text = head + tail.slice(Math.max(0, head.length + tail.length - length))
  return text.length === before.length
    ? caretAt(text, head.length, length)
    : settleCaret({ value: text, start: head.length, end: head.length }, length)
}

/** Moves the caret by a key: one slot by 1 or -1, to an end by Infinity or -Infinity. */
export function moveCaret(edit: Edit, step: number, isExtending: boolean, length: number): Edit {
  const { value, start, end } = edit
  const last = end - 1
  if (!isExtending) {
    const from = end - start > 1 ? (step > 0 ? last : start + 1) : start
    return caretAt(value, from + step, length)
  }
  // A bare caret stands beside the first slot it will select.
  const isBackward = start === end ? step < 0 : edit.backward
  const anchor = isBackward ? last : start
  const head = (isBackward ? start : last) + step
  return value[anchor] ? selectSlots(value, anchor, head, length) : edit
}

/** The slot where a selection began, in whichever direction it was made. */
export const anchorOf = ({ start, end, backward }: Edit): number => (backward ? end - 1 : start)

/** Selects the filled slots from `anchor` to `head`, in either direction. A single slot is a caret on it. */
export function selectSlots(value: string, anchor: number, head: number, length: number): Edit {
  const from = caretAt(value, anchor, length)
  const to = caretAt(value, head, length)
  return {
    value,
    start: Math.min(from.start, to.start),
    end: Math.max(from.end, to.end),
    backward: to.start < from.start,
  }
}

/** What a slot shows while the field has the focus. */
export interface SlotState {
  /** The caret is here. */
  isActive: boolean
  /** The caret is a bar: typing inserts here instead of replacing. */
  hasCaret: boolean
  /** Part of a selection of several. */
  isSelected: boolean
}

export function slotState({ value, start, end }: Edit, index: number, length: number): SlotState {
  const isRange = end - start > 1
  const isActive = !isRange && index === caretAt(value, start, length).start
  return {
    isActive,
    hasCaret: isActive && start >= Math.min(end, value.length),
    isSelected: isRange && index >= start && index < end,
  }
}
