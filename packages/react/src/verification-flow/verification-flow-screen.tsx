'use client'
import { screenOf, type FlowScreen } from '@phoneproof/hooks/verification-flow'
import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { useFlow } from './verification-flow-context.ts'

export type VerificationFlowScreenProps = ComponentPropsWithoutRef<'div'>

/** One step of the flow: there while the flow is at it, new for each view so that it fades in. */
export function Screen({
  part,
  views,
  ...props
}: VerificationFlowScreenProps & { part: string; views: readonly FlowScreen[] }): ReactNode {
  const { flow } = useFlow(part)
  const view = screenOf(flow.snapshot.state)
  if (!views.includes(view)) return null
  return <div {...props} key={view} data-scope="verification-flow" data-part="step" />
}
