'use client'
import type { ReactNode } from 'react'
import { useFlow } from './verification-flow-context.ts'

/**
 * What screen readers are told. Two regions that are always there and empty at first: `status`
 * for progress, `alert` for errors and the end of the code. The ticking clock is in neither.
 */
export function LiveRegions(): ReactNode {
  const { flow } = useFlow('LiveRegions')
  return (
    <>
      <div {...flow.getStatusProps()} />
      <div {...flow.getAlertProps()} />
    </>
  )
}
