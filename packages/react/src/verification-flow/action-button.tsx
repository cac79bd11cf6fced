import { verificationFlowPart } from '@phoneproof/hooks/internal/verification-flow'
import {
  forwardRef,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type RefAttributes,
} from 'react'
import { CountdownText } from './countdown-text.tsx'
import { Spinner } from './icons.tsx'

interface ActionButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** @default 'quiet' */
  variant?: 'primary' | 'quiet' | undefined
  /** It waits, and says how long: until then, in milliseconds since the epoch. */
  waitsUntil?: number | undefined
  /** The wait is over. It keeps its room, so that nothing moves. */
  isWaitOver?: boolean | undefined
  'data-busy'?: '' | undefined
}

/** A button of the flow: it stays focusable while it cannot be used, and spins while it works. */
export const ActionButton: ForwardRefExoticComponent<
  ActionButtonProps & RefAttributes<HTMLButtonElement>
> = forwardRef<HTMLButtonElement, ActionButtonProps>(function ActionButton(
  { variant = 'quiet', waitsUntil, isWaitOver, children, ...props },
  ref,
) {
  return (
    <button {...props} data-variant={variant} ref={ref}>
      {props['data-busy'] === '' && <Spinner />}
      {/* In an element of its own: a translator takes text nodes away, and React would put the spinner before one. */}
      <span>{children}</span>
      {waitsUntil !== undefined && (
        // Screen readers are told by the sentence that describes the button.
        <span {...verificationFlowPart('wait')} aria-hidden data-over={isWaitOver ? '' : undefined}>
          <CountdownText deadline={waitsUntil}>{(time) => `· ${time}`}</CountdownText>
        </span>
      )}
    </button>
  )
})
