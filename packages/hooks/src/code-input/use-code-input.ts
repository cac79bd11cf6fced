'use client'
import {
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
  type Ref,
} from 'react'
import { createCaretControl, type CaretControl } from './caret-control.ts'
import { codeInputProps, type CodeInputPropGetters } from './code-input.props.ts'
import { slotsOf, type SlotState } from './code-input.state.ts'
import { clampCode } from './extract-code.ts'
import { createInputEditor, type EditorOptions, type InputEditor } from './input-editor.ts'
import { useWebOTP } from './use-web-otp.ts'

export interface UseCodeInputOptions extends EditorOptions {
  /** Characters in the code. @default 6 */
  length: number
  id?: string | undefined
  /** Draws bullets instead of characters. @default false */
  mask?: boolean | undefined
  disabled?: boolean | undefined
  readOnly?: boolean | undefined
  /** A check is under way: read-only, and `aria-busy`. @default false */
  busy?: boolean | undefined
  invalid?: boolean | undefined
  /** An element with the description's props is rendered. */
  hasDescription?: boolean | undefined
  /** An element with the error's props is rendered. */
  hasError?: boolean | undefined
  /** Asks Chrome on Android for the code of an origin-bound message. @default false */
  webOTP?: boolean | undefined
  /** Gets the input. */
  ref?: Ref<HTMLInputElement> | undefined
}

export interface UseCodeInputReturn extends CodeInputPropGetters {
  value: string
  slots: readonly SlotState[]
  isComplete: boolean
  isFocused: boolean
  /** Puts the input under control: pass it as `ref`. */
  inputRef: (input: HTMLInputElement | null) => void
  /** Takes text as if it were pasted. False when the field is locked or nothing was usable. */
  setValue: (text: string) => boolean
}

// React 18 warns about layout effects on the server.
const useIsomorphicLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect

/** The behaviour of a one-time-code field: one real input, and what to draw under it. */
export function useCodeInput(options: UseCodeInputOptions): UseCodeInputReturn {
  const { length, mask = false, busy = false, disabled = false, alphanumeric = false } = options
  const ownId = useId()
  const [{ editor, caret }] = useState(() => create(options))
  const view = useSyncExternalStore(editor.subscribe, editor.getView, editor.getView)
  const value = clampCode(options.value ?? view.value, options)
  const isReadOnly = busy || (options.readOnly ?? false)
  const isComplete = value.length === length
  const slots = slotsOf(
    { ...view, value: view.draft ?? value },
    length,
    view.isFocused && !disabled,
  )

  const latest = { ...options }
  useIsomorphicLayoutEffect(() => editor.sync(latest, value))
  useIsomorphicLayoutEffect(() => {
    const { input } = editor
    const form = input?.form
    input?.addEventListener('beforeinput', editor.handleBeforeInput)
    // React's onSelect hears every selection but those in a shadow tree; this hears those.
    input?.addEventListener('select', caret.handleSelectionChange)
    form?.addEventListener('reset', editor.handleReset)
    return () => {
      input?.removeEventListener('beforeinput', editor.handleBeforeInput)
      input?.removeEventListener('select', caret.handleSelectionChange)
      form?.removeEventListener('reset', editor.handleReset)
    }
  }, [editor, caret])
  // SAFETY: handles are set after the ref callback that gave the editor its input.
  useImperativeHandle(options.ref, () => editor.input as HTMLInputElement, [editor])
  useWebOTP(editor, (options.webOTP ?? false) && !isReadOnly && !disabled && !isComplete)

  return {
    ...codeInputProps(
      {
        id: options.id ?? ownId,
        length,
        alphanumeric,
        mask,
        defaultValue: options.value === undefined ? editor.initialValue : value,
        isComplete,
        isFocused: view.isFocused,
        isDisabled: disabled,
        isReadOnly,
        isBusy: busy,
        isInvalid: options.invalid ?? false,
        hasDescription: options.hasDescription ?? false,
        hasError: options.hasError ?? false,
      },
      editor,
      caret,
    ),
    value,
    slots,
    isComplete,
    isFocused: view.isFocused,
    inputRef: editor.attach,
    setValue: (text) => editor.fill(text, 'set'),
  }
}

function create(options: EditorOptions): { editor: InputEditor; caret: CaretControl } {
  const editor = createInputEditor(options)
  return { editor, caret: createCaretControl(editor) }
}
