'use client'
import {
  forwardRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react'
import { CodeInputRoot, type CodeInputRootProps } from './code-input-root.tsx'
import { CodeInputSeparator } from './code-input-separator.tsx'
import { CodeInputSlot } from './code-input-slot.tsx'

export interface CodeInputProps extends Omit<CodeInputRootProps, 'children'> {
  /**
   * How many slots stand between two separators. 0 for no separators.
   * @default half of an even length from 6 on, otherwise 0
   */
  groupSize?: number | undefined
}

/** A one-time-code field, ready to use. `ref` is the input. */
export const CodeInput: ForwardRefExoticComponent<
  CodeInputProps & RefAttributes<HTMLInputElement>
> = forwardRef<HTMLInputElement, CodeInputProps>(function CodeInput(
  { length = 6, groupSize = length >= 6 && length % 2 === 0 ? length / 2 : 0, ...props },
  ref,
) {
  const row: ReactNode[] = []
  for (let index = 0; index < length; index += 1) {
    if (index > 0 && index % groupSize === 0) row.push(<CodeInputSeparator key={-index} />)
    row.push(<CodeInputSlot key={index} index={index} />)
  }
  return (
    <CodeInputRoot {...props} length={length} ref={ref}>
      {row}
    </CodeInputRoot>
  )
})
