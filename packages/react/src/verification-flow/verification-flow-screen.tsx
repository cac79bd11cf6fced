'use client'
import { verificationFlowPart } from '@phoneproof/hooks/internal/verification-flow'
import type { FlowScreen } from '@phoneproof/hooks/verification-flow'
import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { useFlow } from './verification-flow-context.ts'

export type VerificationFlowScreenProps = ComponentPropsWithoutRef<'div'>

interface ScreenProps extends VerificationFlowScreenProps {
  part: string
  screen: FlowScreen
}

/** A screen, while the flow is at it. Each problem is a new element, so that it fades in. */
export function Screen({ part, screen, ...props }: ScreenProps): ReactNode {
  const { flow } = useFlow(part)
  if (flow.screen !== screen) return null
  return <div {...props} key={flow.problem ?? screen} {...verificationFlowPart('screen')} />
}
