import { verificationFlowPart } from '@phoneproof/hooks/internal/verification-flow'
import type { ReactNode, SVGProps } from 'react'

// One set: 20 px grid, 1.5 px strokes, drawn with the text colour.
const frame: SVGProps<SVGSVGElement> = {
  viewBox: '0 0 20 20',
  width: 20,
  height: 20,
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.5,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
  'aria-hidden': true,
  focusable: false,
}

export const CheckIcon = (): ReactNode => (
  <svg {...frame} viewBox="0 0 48 48" width={48} height={48} strokeWidth={2.5}>
    <circle cx="24" cy="24" r="21" pathLength={1} data-draw="" transform="rotate(-90 24 24)" />
    <path d="m15 24.5 6.2 6.2L33.5 18" pathLength={1} data-draw="" />
  </svg>
)

export const AlertIcon = (): ReactNode => (
  <svg {...frame}>
    <circle cx="10" cy="10" r="7.5" />
    <path d="M10 6.5v4.2M10 13.4v.1" />
  </svg>
)

export const PhoneIcon = (): ReactNode => (
  <svg {...frame}>
    <path d="M4 3.5h2.6l1.2 3.3-1.6 1.3a10 10 0 0 0 5.7 5.7l1.3-1.6 3.3 1.2V16a1.4 1.4 0 0 1-1.5 1.5A13.3 13.3 0 0 1 2.5 5 1.4 1.4 0 0 1 4 3.5Z" />
  </svg>
)

export const MessageIcon = (): ReactNode => (
  <svg {...frame}>
    <path d="M3 5.5A1.5 1.5 0 0 1 4.5 4h11A1.5 1.5 0 0 1 17 5.5v7a1.5 1.5 0 0 1-1.5 1.5H8l-3.5 3v-3A1.5 1.5 0 0 1 3 12.5Z" />
  </svg>
)

export const EyeIcon = ({ isCrossed }: { isCrossed: boolean }): ReactNode => (
  <svg {...frame}>
    <path d="M2 10s3-5.5 8-5.5 8 5.5 8 5.5-3 5.5-8 5.5S2 10 2 10Z" />
    <circle cx="10" cy="10" r="2.5" />
    {isCrossed && <path d="m4 16 12-12" />}
  </svg>
)

export const Spinner = (): ReactNode => (
  <svg {...frame} {...verificationFlowPart('spinner')}>
    <path d="M10 2.8a7.2 7.2 0 1 1-7.2 7.2" data-arc="" />
    <path d="M4.5 10h.01M10 10h.01M15.5 10h.01" data-still="" />
  </svg>
)
