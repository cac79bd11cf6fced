'use client'
import { useEffect, useId, useLayoutEffect, useState } from 'react'
import { warnOnce } from '../lib/developer-message.ts'
import { safely } from '../lib/safely.ts'
import { useMessages } from '../messages/use-messages.ts'
import { codeInputMessages } from './code-input.messages.ts'
import type { UseCodeInputOptions } from './code-input-options.ts'
import { codeInputProps, type CodeInputPropGetters } from './code-input.props.ts'
import { nothing } from './code-input.state.ts'
import type { EditorView } from './editor-options.ts'
import { clampCode } from './extract-code.ts'
import { createInputEditor } from './input-editor.ts'

declare const process: { env: { NODE_ENV?: string } }

/** A code field as data, prop getters and a ref to its input. */
export interface UseCodeInputReturn extends CodeInputPropGetters {
  value: string
  isComplete: boolean
  isFocused: boolean
  /** Takes text as if it were pasted. Returns false when the field is locked or nothing in the text was usable. */
  setValue: (text: string) => boolean
}

// React 18 warns about layout effects on the server.
const useIsomorphicLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect

/** The behaviour of a one-time-code field: one real input, and what to draw under it. */
export function useCodeInput(options: UseCodeInputOptions): UseCodeInputReturn {
  safely(() => process.env.NODE_ENV !== 'production' && warnAboutNumbers(options))
  const ownId = useId()
  const messages = useMessages('codeInput', codeInputMessages)
  const [view, setView] = useState<EditorView>(() => ({
    ...nothing,
    value: clampCode(options.value ?? options.defaultValue, options),
    isFocused: false,
  }))
  const [editor] = useState(() => createInputEditor(options, view, setView))
  const value = clampCode(options.value ?? view.value, options)
  const isComplete = value.length === options.length
  const isLocked = options.busy || options.readOnly || options.disabled
  const isAsking = options.webOTP && !isLocked && !isComplete

  useIsomorphicLayoutEffect(() => editor.sync(options))
  useIsomorphicLayoutEffect(() => {
    if (!isAsking) return
    const asking = new AbortController()
    // Loaded only where it is asked for. If the chunk fails to load, people can still type.
    import('./web-otp.ts').then(
      (late) => late.askForCode(editor, asking),
      () => {},
    )
    return () => asking.abort()
  }, [editor, isAsking])

  return {
    ...codeInputProps(
      options,
      { ...view, value: view.draft ?? value },
      isComplete,
      ownId,
      messages,
      editor,
    ),
    value,
    isComplete,
    isFocused: view.isFocused,
    setValue: (text) => editor.fill(text, 'imperative-action'),
  }
}

function warnAboutNumbers({ value, defaultValue }: UseCodeInputOptions): void {
  for (const [name, given] of Object.entries<unknown>({ value, defaultValue })) {
    if (typeof given !== 'number') continue
    warnOnce({
      what: `The code field was given a number as ${name}.`,
      why: 'A number loses its zeros: 0123 is 123.',
      fix: 'Give it a string.',
    })
  }
}
