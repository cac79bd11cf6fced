'use client'
import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import { useCodeInputContext } from './code-input-context.ts'

export interface CodeInputSlotProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Which character it shows, from 0. */
  index: number
}

/** One slot. It is drawn only: the field itself is the input over the slots. */
export const CodeInputSlot: ForwardRefExoticComponent<
  CodeInputSlotProps & RefAttributes<HTMLDivElement>
> = forwardRef<HTMLDivElement, CodeInputSlotProps>(function CodeInputSlot(
  { index, ...props },
  ref,
) {
  const field = useCodeInputContext('CodeInputSlot')
  return <div {...field.getSlotProps(index)} {...props} ref={ref} />
})
