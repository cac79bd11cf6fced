import type { ReactNode } from 'react'
import './globals.css'

// In the place of the generator's own, whose fonts are fetched from another host at build time.
export default function Layout({ children }: { children: ReactNode }): ReactNode {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  )
}
