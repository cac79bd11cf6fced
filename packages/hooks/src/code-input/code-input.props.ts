import type {
  ComponentPropsWithoutRef,
  HTMLAttributes,
  LabelHTMLAttributes,
  RefCallback,
} from 'react'
import { mergeProps } from '../lib/merge-props.ts'
import { caretHandlers } from './caret-handlers.ts'
import { codeInputPart, type PartIdentity } from './code-input.anatomy.ts'
import { slotState } from './code-input.state.ts'
import type { EditorView } from './input-editor.ts'

type Attributes = HTMLAttributes<HTMLElement> &
  PartIdentity &
  Record<`data-${string}`, string | undefined>
type InputProps = ComponentPropsWithoutRef<'input'>

export interface CodeInputSnapshot {
  id: string
  length: number
  view: EditorView
  isComplete: boolean
  isDisabled: boolean
  isReadOnly: boolean
  isBusy: boolean
  isInvalid: boolean
  isMasked: boolean
  isAlphanumeric: boolean
  /** The value the DOM starts with, and goes back to when the form is reset. */
  defaultValue: string
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
  /** One drawn character, with the character as its `children`. */
  getSlotProps: (index: number) => Attributes
  getSeparatorProps: () => Attributes
  /** For the one real input. Yours are merged: handlers run first, descriptions are joined. */
  getInputProps: (
    yours?: InputProps,
  ) => InputProps & PartIdentity & { ref: RefCallback<HTMLInputElement> }
}

/** The attributes of the states that are on: absent costs nothing to render. */
const flags = (states: Record<string, boolean>): Record<`data-${string}`, ''> =>
  Object.fromEntries(
    Object.entries(states)
      .filter(([, isOn]) => isOn)
      .map(([name]) => [`data-${name}`, '']),
  )

export function codeInputProps(
  snapshot: CodeInputSnapshot,
  attach: RefCallback<HTMLInputElement>,
): CodeInputPropGetters {
  const { id, length, view, isBusy, isDisabled, isInvalid, isMasked, isReadOnly } = snapshot
  const isFocused = view.isFocused && !isDisabled
  const descriptionId = `${id}-description`
  const errorId = `${id}-error`
  const characters = snapshot.isAlphanumeric ? 'A-Za-z0-9' : '0-9'
  const state = flags({
    busy: isBusy,
    complete: snapshot.isComplete,
    disabled: isDisabled,
    focused: isFocused,
    invalid: isInvalid,
    masked: isMasked,
    readonly: isReadOnly,
  })

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
    getSlotProps(index) {
      const { isActive, hasCaret, isSelected } = slotState(view, index, length)
      const character = view.value[index]
      return {
        ...codeInputPart('slot'),
        ...state,
        'aria-hidden': true,
        ...flags({
          active: isFocused && isActive,
          caret: isFocused && hasCaret,
          filled: character !== undefined,
          selected: isFocused && isSelected,
        }),
        children: character && isMasked ? '\u2022' : character,
      }
    },
    getSeparatorProps: () => ({ ...codeInputPart('separator'), 'aria-hidden': true }),
    getInputProps: (yours = {}) =>
      mergeProps(
        {
          ...codeInputPart('input'),
          ...state,
          ...caretHandlers,
          ref: attach,
          id,
          type: 'text',
          inputMode: snapshot.isAlphanumeric ? 'text' : 'numeric',
          autoComplete: 'one-time-code',
          autoCapitalize: 'off',
          autoCorrect: 'off',
          spellCheck: false,
          enterKeyHint: 'done',
          dir: 'ltr',
          // No maxLength: it would cut `123 456` before we could take the space out.
          pattern: `[${characters}]{${length}}`,
          defaultValue: snapshot.defaultValue,
          disabled: isDisabled,
          readOnly: isReadOnly,
          'aria-busy': isBusy || undefined,
          'aria-invalid': isInvalid || undefined,
          'aria-describedby':
            [snapshot.hasDescription && descriptionId, snapshot.hasError && errorId]
              .filter(Boolean)
              .join(' ') || undefined,
        } satisfies InputProps & PartIdentity & { ref: RefCallback<HTMLInputElement> },
        yours,
      ),
  }
}
