import type { ReactNode } from 'react'
import { Icon } from './phone-entry-icon.tsx'

export const SearchIcon = (): ReactNode => (
  <Icon path="M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12Zm4.5-1.5L17 17" />
)
export const CloseIcon = (): ReactNode => <Icon path="m5 5 10 10M15 5 5 15" />
export const CheckIcon = (): ReactNode => <Icon path="m4.5 10.5 3.5 3.5 7.5-8" />
