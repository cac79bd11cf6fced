import type { ReactNode } from 'react'

const paths = {
  message:
    'M3 5.5A1.5 1.5 0 0 1 4.5 4h11A1.5 1.5 0 0 1 17 5.5v7a1.5 1.5 0 0 1-1.5 1.5H8l-3.5 3v-3A1.5 1.5 0 0 1 3 12.5Z',
  phone:
    'M4 3.5h2.6l1.2 3.3-1.6 1.3a10 10 0 0 0 5.7 5.7l1.3-1.6 3.3 1.2V16a1.4 1.4 0 0 1-1.5 1.5A13.3 13.3 0 0 1 2.5 5 1.4 1.4 0 0 1 4 3.5Z',
  soundOff: 'M4 8v4h2.5L10 15V5L6.5 8Zm9.5.5 3 3m0-3-3 3',
  soundOn: 'M4 8v4h2.5L10 15V5L6.5 8Zm9.2-.2a3.2 3.2 0 0 1 0 4.4m2-6.4a6 6 0 0 1 0 8.4',
  settings:
    'M3 6h8m4 0h2M3 14h2m4 0h8M11 6a2 2 0 1 0 4 0 2 2 0 0 0-4 0Zm-6 8a2 2 0 1 0 4 0 2 2 0 0 0-4 0Z',
  source: 'm7 6-4 4 4 4m6-8 4 4-4 4',
  inspector: 'M4 5h7M4 9h4m-4 4h3m8.2 2.2L17 17m-5.5-1.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6Zm3.2-.8.5.5',
  more: 'M4 10a.75.75 0 1 0 1.5 0A.75.75 0 1 0 4 10Zm5.25 0a.75.75 0 1 0 1.5 0 .75.75 0 1 0-1.5 0Zm5.25 0a.75.75 0 1 0 1.5 0 .75.75 0 1 0-1.5 0Z',
  again: 'M15.5 7.5A6 6 0 1 0 16 10m0-5.5v3.2h-3.2',
} as const

/** 20 px grid, stroke 1.5, in the colour of the text. */
export function Icon({ name }: { name: keyof typeof paths }): ReactNode {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" className="icon">
      <path d={paths[name]} />
    </svg>
  )
}
