import type { ReactNode } from 'react'

const Icon = ({ path, size = 20 }: { path: string; size?: number }): ReactNode => (
  <svg
    viewBox="0 0 20 20"
    width={size}
    height={size}
    fill="none"
    stroke="currentColor"
    strokeWidth={1.5}
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    <path d={path} />
  </svg>
)

export const ChevronIcon = (): ReactNode => <Icon path="m6 8 4 4 4-4" size={16} />
export const SearchIcon = (): ReactNode => (
  <Icon path="M9 15A6 6 0 1 0 9 3a6 6 0 0 0 0 12Zm4.5-1.5L17 17" />
)
export const CloseIcon = (): ReactNode => <Icon path="m5 5 10 10M15 5 5 15" />
export const CheckIcon = (): ReactNode => <Icon path="m4.5 10.5 3.5 3.5 7.5-8" />
export const GlobeIcon = (): ReactNode => (
  <Icon path="M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15Zm0 0c2 0 3.25-3.5 3.25-7.5S12 2.5 10 2.5 6.75 6 6.75 10 8 17.5 10 17.5ZM2.75 10h14.5" />
)
