import type { ActionProps } from '@phoneproof/hooks'
import type { ReactNode } from 'react'
import { Spinner } from './icons.tsx'

export interface ActionButtonProps extends ActionProps {
  /** @default 'quiet' */
  variant?: 'primary' | 'quiet' | undefined
  /** Sits within a sentence. */
  'data-inline'?: '' | undefined
  children: ReactNode
}

/** A button of the flow: it stays focusable while it cannot be used, and spins while it works. */
export function ActionButton({
  variant = 'quiet',
  children,
  ...props
}: ActionButtonProps): ReactNode {
  return (
    <button {...props} data-variant={variant}>
      {props['data-busy'] === '' && <Spinner />}
      {children}
    </button>
  )
}
