'use client'
import { verificationFlowPart } from '@phoneproof/hooks/internal/verification-flow'
import type { ComponentPropsWithoutRef, ReactNode } from 'react'
import { useFlow } from './verification-flow-context.ts'

/** The heading of the screen. Takes the focus when the number is verified. */
export function VerificationFlowHeading(props: ComponentPropsWithoutRef<'h2'>): ReactNode {
  const { flow } = useFlow('VerificationFlowHeading')
  return (
    <h2 {...props} {...flow.getHeadingProps()}>
      {props.children ?? flow.texts.heading}
    </h2>
  )
}

/**
 * What the screen is about: where the code went, what happened, what now. Describes the code field.
 * Children come after it.
 */
export function VerificationFlowIntro({
  children,
  ...props
}: ComponentPropsWithoutRef<'p'>): ReactNode {
  const { flow, limitHelp, countdown } = useFlow('VerificationFlowIntro')
  const { intro, codesValidFor } = flow.texts
  const isOver = flow.problem === 'expired' || flow.problem === 'locked'
  const isLastOver = isOver && !flow.actions.includes('newCode')
  const hasMore = children !== undefined || isLastOver
  return (
    <p {...props} {...verificationFlowPart('intro')}>
      <span {...flow.getIntroTextProps()}>
        <span>{hasMore ? `${intro} ` : intro}</span>
        {codesValidFor !== undefined && (
          // The timer says it, unless it is hidden.
          <span
            {...verificationFlowPart('codes-valid')}
            data-shown={countdown === 'hidden' ? '' : undefined}
          >
            {`${codesValidFor} `}
          </span>
        )}
      </span>
      {children}
      {isLastOver && <span>{limitHelp}</span>}
    </p>
  )
}

/** "Never share this code": against people who ask for it on the phone (flow.md SEC-12). */
export function VerificationFlowSecurityNote(props: ComponentPropsWithoutRef<'p'>): ReactNode {
  const { flow } = useFlow('VerificationFlowSecurityNote')
  return (
    <p {...props} {...verificationFlowPart('security-note')}>
      {props.children ?? flow.texts.messages.securityNote}
    </p>
  )
}
