import { createElement, createRef, type ComponentProps, type ReactElement } from 'react'
import { useForm } from 'react-hook-form'
import { CodeInput } from './code-input.tsx'
import { CodeInputRoot } from './code-input-root.tsx'
import { CodeInputSlot } from './code-input-slot.tsx'

// Compiled, never run: what a consumer can write, and what the compiler keeps them from.

export function Takes(): ReactElement[] {
  const { register } = useForm<{ code: string }>()
  return [
    createElement(CodeInput),
    createElement(CodeInput, { ref: createRef<HTMLInputElement>(), length: 4, groupSize: 2 }),
    createElement(CodeInput, { ref: (input) => input?.select(), mask: true, autoSubmit: true }),
    createElement(CodeInput, {
      onValueChange: (value, { reason }) => [value.padEnd(6), reason],
      onValueInvalid: (text, { event }) => [text.trim(), event?.type],
    }),
    createElement(CodeInput, {
      label: null,
      'aria-label': 'Code',
      invalid: true,
      error: undefined,
    }),
    createElement(CodeInput, register('code')),
    createElement(CodeInputRoot, null, createElement(CodeInputSlot, { index: 0 })),
  ]
}

export const refuses: ComponentProps<typeof CodeInput>[] = [
  // @ts-expect-error -- a code is a string
  { value: 482913 },
  // @ts-expect-error -- a length is a number
  { length: '6' },
  // @ts-expect-error -- it would cut `123 456` before the space could go
  { maxLength: 6 },
  // @ts-expect-error -- the slots are its own; CodeInputRoot takes others
  { children: 'x' },
]

// @ts-expect-error -- which slot it is
export const slot: ComponentProps<typeof CodeInputSlot> = {}
