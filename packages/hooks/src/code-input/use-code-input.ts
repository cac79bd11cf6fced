'use client'
import { useEffect, useId, useImperativeHandle, useLayoutEffect, useState, type Ref } from 'react'
import { codeInputProps, type CodeInputPropGetters } from './code-input.props.ts'
import { clampCode } from './extract-code.ts'
import { createEditorHost } from './editor-host.ts'
import type { EditorOptions, EditorView } from './input-editor.ts'

export interface UseCodeInputOptions extends EditorOptions {
  /** Undefined leaves the value to the field. */
  value?: string | undefined
  /** @default a generated one */
  id?: string | undefined
  /** Draws bullets instead of characters. @default false */
  mask?: boolean | undefined
  disabled?: boolean | undefined
  /** Better than `disabled` while a code is checked: it keeps the focus. */
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
  isComplete: boolean
  isFocused: boolean
  /** Takes text as if it were pasted. False when the field is locked or nothing was usable. */
  setValue: (text: string) => boolean
}

// React 18 warns about layout effects on the server.
const useIsomorphicLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect

/** The behaviour of a one-time-code field: one real input, and what to draw under it. */
export function useCodeInput(options: UseCodeInputOptions): UseCodeInputReturn {
  const { length, busy = false, disabled = false, invalid = false, mask = false } = options
  const ownId = useId()
  const latest = { ...options }
  const [initialView] = useState(() => viewOf(options))
  const [view, setView] = useState(initialView)
  const [{ editor, attach }] = useState(() => createEditorHost(options, setView))
  const value = clampCode(options.value ?? view.value, options)
  const isComplete = value.length === length
  const isReadOnly = busy || (options.readOnly ?? false)
  const isAsking = (options.webOTP ?? false) && !isReadOnly && !disabled && !isComplete

  useIsomorphicLayoutEffect(() => editor()?.sync(latest, value))
  // SAFETY: handles are set after the ref callback that made the editor.
  useImperativeHandle(options.ref, () => editor()?.input as HTMLInputElement, [editor])
  useEffect(() => {
    if (!isAsking) return
    const asking = new AbortController()
    // Loaded only where it is asked for.
    void import('./web-otp.ts').then(({ askForCode }) => askForCode(editor(), asking.signal))
    return () => asking.abort()
  }, [editor, isAsking])

  return {
    ...codeInputProps(
      {
        id: options.id ?? ownId,
        length,
        view: { ...view, value: view.draft ?? value },
        isComplete,
        isDisabled: disabled,
        isReadOnly,
        isBusy: busy,
        isInvalid: invalid,
        isMasked: mask,
        isAlphanumeric: options.alphanumeric ?? false,
        defaultValue: options.value === undefined ? initialView.value : value,
        hasDescription: options.hasDescription ?? false,
        hasError: options.hasError ?? false,
      },
      attach,
    ),
    value,
    isComplete,
    isFocused: view.isFocused,
    setValue: (text) => editor()?.fill(text, 'set') ?? false,
  }
}

const viewOf = (options: UseCodeInputOptions): EditorView => ({
  value: clampCode(options.value ?? options.defaultValue ?? '', options),
  start: 0,
  end: 0,
  isFocused: false,
})
