import type { ReactNode } from 'react'
import { Icon } from '../icons.tsx'
import { leaveFocus } from '../leave-focus.ts'

interface CallButtonProps {
  kind: 'accept' | 'decline'
  name: string
  onClick: () => void
}

/** Round, with its name below. */
export const CallButton = ({ kind, name, onClick }: CallButtonProps): ReactNode => (
  <button
    type="button"
    className="call-button"
    data-kind={kind}
    onMouseDown={leaveFocus}
    onClick={onClick}
  >
    <span>
      <Icon name="phone" />
    </span>
    {name}
  </button>
)
