import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import { Spinner } from './icons.tsx'

interface ActionButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** @default 'quiet' */
  variant?: 'primary' | 'quiet' | undefined
  'data-busy'?: '' | undefined
}

/** A button of the flow: it stays focusable while it cannot be used, and spins while it works. */
export const ActionButton: ForwardRefExoticComponent<
  ActionButtonProps & RefAttributes<HTMLButtonElement>
> = forwardRef<HTMLButtonElement, ActionButtonProps>(function ActionButton(
  { variant = 'quiet', children, ...props },
  ref,
) {
  return (
    <button {...props} data-variant={variant} ref={ref}>
      {props['data-busy'] === '' && <Spinner />}
      {/* In an element of its own: a translator takes text nodes away, and React would put the spinner before one. */}
      <span>{children}</span>
    </button>
  )
})
