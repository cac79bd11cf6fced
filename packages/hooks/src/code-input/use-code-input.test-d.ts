import { createRef } from 'react'
import type { CodeInputDetails, CodeInputReason } from './editor-options.ts'
import type { UseCodeInputOptions } from './code-input-options.ts'
import { useCodeInput } from './use-code-input.ts'

// Compiled, never run: what a consumer can write, and what the compiler keeps them from.

export const takes: UseCodeInputOptions[] = [
  { length: 6 },
  { length: 6, value: undefined, defaultValue: undefined, name: 'code', required: true },
  {
    length: 6,
    onValueChange: (value: string, { reason, event }: CodeInputDetails) => [value, reason, event],
  },
  { length: 6, onPaste: (event) => event.clipboardData, 'aria-describedby': 'more' },
]

export const refuses: UseCodeInputOptions[] = [
  // @ts-expect-error -- a code needs a length
  {},
  // @ts-expect-error -- a code is a string, from the first key to the request
  { length: 6, value: 482913 },
  // @ts-expect-error -- it would cut `123 456` before the space could go
  { length: 6, maxLength: 6 },
  // @ts-expect-error -- the field has one of its own
  { length: 6, pattern: '[0-9]+' },
  // @ts-expect-error -- the field stays a text field
  { length: 6, type: 'password' },
]

export const allReasons: Record<CodeInputReason, true> = {
  'input-change': true,
  'input-clear': true,
  'input-paste': true,
  'input-drop': true,
  'input-autofill': true,
  'input-undo': true,
  'form-reset': true,
  'imperative-action': true,
}

export function Getters(): unknown {
  const { getInputProps, value } = useCodeInput({ length: 6 })
  const text: string = value
  return [
    text,
    getInputProps({ ref: createRef<HTMLInputElement>(), onBlur: () => {} }),
    getInputProps({ ref: (input) => input?.select() }),
    // @ts-expect-error -- the value is the hook's
    getInputProps({ value: '48' }),
    // @ts-expect-error -- so is where it starts
    getInputProps({ defaultValue: '48' }),
    // @ts-expect-error -- so is its length
    getInputProps({ maxLength: 6 }),
    // @ts-expect-error -- and the id, which the label and the descriptions point to
    getInputProps({ id: 'code' }),
  ]
}
