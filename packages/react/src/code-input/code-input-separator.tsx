'use client'
import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import { useCodeInputContext } from './code-input-context.ts'

export type CodeInputSeparatorProps = ComponentPropsWithoutRef<'div'>

/** The mark between two groups. Decoration: it is no part of the code. */
export const CodeInputSeparator: ForwardRefExoticComponent<
  CodeInputSeparatorProps & RefAttributes<HTMLDivElement>
> = forwardRef<HTMLDivElement, CodeInputSeparatorProps>(function CodeInputSeparator(props, ref) {
  const field = useCodeInputContext('CodeInputSeparator')
  return <div {...field.getSeparatorProps()} {...props} ref={ref} />
})
