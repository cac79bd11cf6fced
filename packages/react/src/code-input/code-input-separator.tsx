import { codeInputPart } from '@phoneproof/hooks/internal/code-input'
import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'

export type CodeInputSeparatorProps = ComponentPropsWithoutRef<'div'>

/** The mark between two groups of slots. It is drawn only, and no part of the code. */
export const CodeInputSeparator: ForwardRefExoticComponent<
  CodeInputSeparatorProps & RefAttributes<HTMLDivElement>
> = forwardRef<HTMLDivElement, CodeInputSeparatorProps>(function CodeInputSeparator(props, ref) {
  return <div {...codeInputPart('separator')} aria-hidden {...props} ref={ref} />
})
