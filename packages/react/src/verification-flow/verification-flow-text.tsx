'use client'
import { usePhoneText } from '@phoneproof/hooks/phone-entry'
import { hasCodesLeft, headingText, introText, screenOf } from '@phoneproof/hooks/verification-flow'
import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { useFlow } from './verification-flow-context.ts'

/** The heading of the step. Takes the focus when the number is verified. */
export function VerificationFlowHeading(props: ComponentPropsWithoutRef<'h2'>): ReactNode {
  const { flow } = useFlow('VerificationFlowHeading')
  return (
    <h2 {...props} {...flow.getHeadingProps()}>
      {props.children ?? headingText(flow.snapshot.state, flow.messages)}
    </h2>
  )
}

/**
 * What the step is about: where the code went, what happened, what now. Describes the code field.
 * Children come after it.
 */
export function VerificationFlowIntro({
  children,
  ...props
}: ComponentPropsWithoutRef<'p'>): ReactNode {
  const { flow, limitHelp } = useFlow('VerificationFlowIntro')
  const { state } = flow.snapshot
  const isLastOver = ['expired', 'locked'].includes(screenOf(state)) && !hasCodesLeft(state)
  const phone = usePhoneText(state.phone, flow.maskPhone)
  const text = introText(state, flow.messages, phone)
  const hasMore = children !== undefined || isLastOver
  return (
    <p {...props} data-scope="verification-flow" data-part="intro">
      <span {...flow.getIntroTextProps()}>{hasMore ? `${text} ` : text}</span>
      {children}
      {isLastOver && <span>{limitHelp}</span>}
    </p>
  )
}

/** "Never share this code": against people who ask for it on the phone (flow.md SEC-12). */
export function VerificationFlowSecurityNote(props: ComponentPropsWithoutRef<'p'>): ReactNode {
  const { flow } = useFlow('VerificationFlowSafety')
  return (
    <p {...props} data-scope="verification-flow" data-part="security-note">
      {props.children ?? flow.messages.securityNote}
    </p>
  )
}
