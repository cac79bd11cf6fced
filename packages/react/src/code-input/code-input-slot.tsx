'use client'
import { invariant, mergeProps } from '@phoneproof/hooks'
import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import { useCodeInputContext } from './code-input-context.ts'

export interface CodeInputSlotProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Which character, from 0. */
  index: number
}

/** One drawn character place. Decoration: the field itself is the input over the slots. */
export const CodeInputSlot: ForwardRefExoticComponent<
  CodeInputSlotProps & RefAttributes<HTMLDivElement>
> = forwardRef<HTMLDivElement, CodeInputSlotProps>(function CodeInputSlot(
  { index, ...props },
  ref,
) {
  const { field, mask } = useCodeInputContext('CodeInputSlot')
  const slot = field.slots[index]
  invariant(slot, {
    what: `<CodeInputSlot index={${index}}> is not among the ${field.slots.length} slots of its root.`,
    why: 'A slot shows one character of the code.',
    fix: 'Give an index from 0 to length - 1.',
  })
  return (
    <div {...mergeProps(field.getSlotProps(slot), props)} ref={ref}>
      {mask && slot.character !== undefined ? '\u2022' : slot.character}
    </div>
  )
})
