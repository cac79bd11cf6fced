import type { ComponentPropsWithoutRef, HTMLAttributes, LabelHTMLAttributes } from 'react'
import { mergeProps } from '../lib/merge-props.ts'
import type { CaretControl } from './caret-control.ts'
import { codeInputPart, type PartIdentity } from './code-input.anatomy.ts'
import type { SlotState } from './code-input.state.ts'
import type { InputEditor } from './input-editor.ts'

type Flag = '' | undefined
type Attributes = HTMLAttributes<HTMLElement> &
  PartIdentity &
  Record<`data-${string}`, string | undefined>
type InputProps = ComponentPropsWithoutRef<'input'>

export interface CodeInputSnapshot {
  id: string
  length: number
  alphanumeric: boolean
  mask: boolean
  /** The value as the DOM has it at the first render, and what a form reset restores. */
  defaultValue: string
  isComplete: boolean
  isFocused: boolean
  isDisabled: boolean
  isReadOnly: boolean
  isBusy: boolean
  isInvalid: boolean
  hasDescription: boolean
  hasError: boolean
}

export interface CodeInputPropGetters {
  getRootProps: () => Attributes
  getLabelProps: () => LabelHTMLAttributes<HTMLLabelElement> & PartIdentity
  getDescriptionProps: () => Attributes
  getErrorProps: () => Attributes
  /** For an optional live region of the field's own. */
  getStatusProps: () => Attributes
  /** Around the slots and the input: keeps codes left to right and out of page translation. */
  getControlProps: () => Attributes
  getSlotProps: (slot: SlotState) => Attributes
  getSeparatorProps: () => Attributes
  /** For the one real input. Yours are merged: handlers run first, descriptions are joined. */
  getInputProps: (yours?: InputProps) => InputProps & PartIdentity
}

const flag = (isOn: boolean): Flag => (isOn ? '' : undefined)

export function codeInputProps(
  snapshot: CodeInputSnapshot,
  editor: InputEditor,
  caret: CaretControl,
): CodeInputPropGetters {
  const { id, length, isBusy, isDisabled, isInvalid, isReadOnly } = snapshot
  const descriptionId = `${id}-description`
  const errorId = `${id}-error`
  const describedBy = [
    snapshot.hasDescription && descriptionId,
    snapshot.hasError && errorId,
  ].filter(Boolean)
  const state = {
    'data-busy': flag(isBusy),
    'data-complete': flag(snapshot.isComplete),
    'data-disabled': flag(isDisabled),
    'data-focused': flag(snapshot.isFocused),
    'data-invalid': flag(isInvalid),
    'data-readonly': flag(isReadOnly),
  }

  return {
    getRootProps: () => ({ ...codeInputPart('root'), ...state }),
    getLabelProps: () => ({ ...codeInputPart('label'), htmlFor: id }),
    getDescriptionProps: () => ({ ...codeInputPart('description'), id: descriptionId }),
    getErrorProps: () => ({ ...codeInputPart('error'), id: errorId }),
    getStatusProps: () => ({ ...codeInputPart('status'), role: 'status' }),
    getControlProps: () => ({
      ...codeInputPart('control'),
      ...state,
      dir: 'ltr',
      translate: 'no',
    }),
    getSlotProps: (slot) => ({
      ...codeInputPart('slot'),
      'aria-hidden': true,
      'data-active': flag(slot.isActive),
      'data-busy': flag(isBusy),
      'data-caret': flag(slot.hasCaret),
      'data-disabled': flag(isDisabled),
      'data-filled': flag(slot.character !== undefined),
      'data-invalid': flag(isInvalid),
      'data-masked': flag(snapshot.mask),
      'data-readonly': flag(isReadOnly),
      'data-selected': flag(slot.isSelected),
    }),
    getSeparatorProps: () => ({ ...codeInputPart('separator'), 'aria-hidden': true }),
    getInputProps: (yours = {}) =>
      mergeProps(
        {
          ...codeInputPart('input'),
          id,
          type: 'text',
          inputMode: snapshot.alphanumeric ? 'text' : 'numeric',
          autoComplete: 'one-time-code',
          autoCapitalize: 'off',
          autoCorrect: 'off',
          spellCheck: false,
          enterKeyHint: 'done',
          dir: 'ltr',
          // No maxLength: it would cut `123 456` before we could take the space out.
          pattern: `${snapshot.alphanumeric ? '[A-Za-z0-9]' : '[0-9]'}{${length}}`,
          defaultValue: snapshot.defaultValue,
          disabled: isDisabled,
          readOnly: isReadOnly,
          'aria-busy': isBusy || undefined,
          'aria-invalid': isInvalid || undefined,
          'aria-describedby': describedBy.join(' ') || undefined,
          'data-masked': flag(snapshot.mask),
          onFocus: (event) => caret.handleFocus(event.currentTarget),
          onBlur: () => caret.handleBlur(),
          onKeyDown: caret.handleKeyDown,
          onPointerDown: caret.handlePointerDown,
          onPointerMove: caret.handlePointerMove,
          onPointerUp: caret.handlePointerUp,
          onPointerCancel: caret.handlePointerUp,
          onMouseDown: caret.handleMouseDown,
          onClick: caret.handleClick,
          onInput: (event) => editor.handleInput(event.nativeEvent),
          onCompositionStart: editor.handleCompositionStart,
          onCompositionEnd: (event) => editor.handleCompositionEnd(event.nativeEvent),
          onSelect: (event) => caret.handleSelectionChange(event.nativeEvent),
        } satisfies InputProps & PartIdentity & Record<`data-${string}`, string | undefined>,
        yours,
      ),
  }
}
