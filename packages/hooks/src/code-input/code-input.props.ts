import type {
  ComponentPropsWithoutRef,
  HTMLAttributes,
  LabelHTMLAttributes,
  Ref,
  RefCallback,
} from 'react'
import { mergeProps } from '../lib/merge-props.ts'
import { codeInputPart, type PartIdentity } from './code-input.anatomy.ts'
import type { CodeInputNativeProps, UseCodeInputOptions } from './code-input-options.ts'
import type { CodeInputMessages } from './code-input.messages.ts'
import { slotState } from './code-input.state.ts'
import type { EditorView } from './editor-options.ts'
import { clampCode } from './extract-code.ts'
import type { InputEditor } from './input-editor.ts'

type Attributes = HTMLAttributes<HTMLElement> &
  PartIdentity &
  Record<`data-${string}`, string | undefined>

export interface CodeInputPropGetters {
  getRootProps: () => Attributes
  getLabelProps: () => LabelHTMLAttributes<HTMLLabelElement> & PartIdentity
  getDescriptionProps: () => Attributes
  getErrorProps: () => Attributes
  /** For a live region of the field's own, if you want one. */
  getStatusProps: () => Attributes
  /** Around the slots and the input. Keeps the code left to right and out of page translation. */
  getControlProps: () => Attributes
  /** For one slot. Its character is its `children`. */
  getSlotProps: (index: number) => Attributes
  getSeparatorProps: () => Attributes
  /** For the one real input, its `ref` included. Yours are merged: your handlers run first, descriptions and refs are joined. */
  getInputProps: (
    yours?: CodeInputNativeProps & { ref?: Ref<HTMLInputElement> | undefined },
  ) => ComponentPropsWithoutRef<'input'> & PartIdentity & { ref: RefCallback<HTMLInputElement> }
}

const flag = (isOn: boolean | undefined): '' | undefined => (isOn ? '' : undefined)

/** `view` has the text to draw: the value, or what is being composed over it. */
export function codeInputProps(
  options: UseCodeInputOptions,
  view: EditorView,
  isComplete: boolean,
  ownId: string,
  messages: CodeInputMessages,
  { handlers, joinRef }: Pick<InputEditor, 'handlers' | 'joinRef'>,
): CodeInputPropGetters {
  // What is not named here goes to the input.
  const {
    length,
    value,
    defaultValue,
    onValueChange: _onValueChange,
    onValueComplete: _onValueComplete,
    onValueInvalid: _onValueInvalid,
    alphanumeric,
    autoSubmit: _autoSubmit,
    id = ownId,
    mask,
    invalid,
    busy,
    readOnly,
    webOTP: _webOTP,
    announce,
    hasDescription,
    hasError,
    ...native
  } = options
  const descriptionId = `${id}-description`
  const errorId = `${id}-error`
  const isFocused = view.isFocused && !native.disabled
  const state = {
    'data-busy': flag(busy),
    'data-complete': flag(isComplete),
    'data-disabled': flag(native.disabled),
    'data-focused': flag(isFocused),
    'data-invalid': flag(invalid),
    'data-masked': flag(mask),
    'data-readonly': flag(busy || readOnly),
  }
  const slot = { ...codeInputPart('slot'), ...state, 'aria-hidden': true } as const
  const described = [hasDescription && descriptionId, hasError && errorId].filter(Boolean)

  return {
    getRootProps: () => ({ ...codeInputPart('root'), ...state }),
    getLabelProps: () => ({ ...codeInputPart('label'), htmlFor: id }),
    getDescriptionProps: () => ({ ...codeInputPart('description'), id: descriptionId }),
    getErrorProps: () => ({
      ...codeInputPart('error'),
      id: errorId,
      role: announce ? 'alert' : undefined,
    }),
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
        ...slot,
        'data-active': flag(isFocused && isActive),
        'data-caret': flag(isFocused && hasCaret),
        'data-filled': flag(character !== undefined),
        'data-selected': flag(isFocused && isSelected),
        children: character && mask ? '\u2022' : character,
      }
    },
    getSeparatorProps: () => ({ ...codeInputPart('separator'), 'aria-hidden': true }),
    getInputProps({ ref, ...yours } = {}) {
      const ours = {
        ...codeInputPart('input'),
        ...state,
        ...handlers,
        id,
        type: 'text',
        inputMode: alphanumeric ? 'text' : 'numeric',
        autoComplete: 'one-time-code',
        autoCapitalize: 'off',
        autoCorrect: 'off',
        spellCheck: false,
        enterKeyHint: 'done',
        dir: 'ltr',
        title: messages.incomplete(length, Boolean(alphanumeric)),
        // No maxLength: it would cut `123 456` before we could take the space out.
        pattern: `[${alphanumeric ? 'A-Za-z0-9' : '0-9'}]{${length}}`,
        defaultValue: clampCode(value ?? defaultValue, options),
        readOnly: busy || readOnly,
        'aria-busy': busy || undefined,
        // Without it the accessibility tree follows `:invalid`, and an untouched required field is invalid.
        'aria-invalid': invalid ?? false,
        'aria-describedby': described.join(' ') || undefined,
        ref: joinRef(ref),
      } satisfies ComponentPropsWithoutRef<'input'> &
        PartIdentity & { ref: RefCallback<HTMLInputElement> }
      return mergeProps(mergeProps(ours, native), yours)
    },
  }
}
