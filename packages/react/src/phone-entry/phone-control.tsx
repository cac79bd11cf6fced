'use client'
import type { ReactNode } from 'react'
import { usePhoneEntryContext } from './phone-entry-context.ts'

/** Around the country and the number: one control to the eye. */
export function PhoneControl({ children }: { children?: ReactNode }): ReactNode {
  const { field } = usePhoneEntryContext('PhoneControl')
  return (
    <div {...field.getControlProps()} onPointerEnter={field.load}>
      {children}
    </div>
  )
}
