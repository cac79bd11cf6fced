import type { FormEvent, MouseEvent, ReactNode } from 'react'
import {
  cancelAvailability,
  changeAvailability,
  checkAvailability,
  resumeAvailability,
  newCodeAvailability,
  retryAvailability,
  startAvailability,
  type Availability,
  type WaitReason,
} from './machine/availability.ts'
import { errorText } from './view/flow-texts.ts'
import type { AnnouncementMessages } from './view/announcement.messages.ts'
import { verificationFlowScope, type VerificationFlowPart } from './binding/verification-flow.anatomy.ts'
import type { FlowController, FlowSnapshot } from './runtime/flow-controller.ts'
import { verificationOf } from './machine/flow-state.ts'
import { errorScope, screenOf } from './view/screen.ts'

interface Identity {
  'data-scope': typeof verificationFlowScope
  'data-part': VerificationFlowPart
}

/** Attributes of a button that may be there before it can be used. */
export interface ActionProps extends Identity {
  type: 'button' | 'submit'
  'aria-disabled': true | undefined
  'aria-describedby': string | undefined
  'data-unavailable': '' | undefined
  'data-busy': '' | undefined
  onClick?: (event: MouseEvent) => void
}

export interface FlowPropsOptions {
  controller: FlowController
  snapshot: FlowSnapshot
  messages: AnnouncementMessages
  /** Prefix of the ids that tie parts together. */
  id: string
  /** Submit as soon as the code is complete. */
  autoSubmit: boolean
  /** What the two live regions say. */
  announcements?: LiveRegionContents | undefined
  /** BCP 47 tag of the words. */
  language?: string | undefined
}

/** What screen readers are told, for the two live regions. */
export interface LiveRegionContents {
  readonly status: ReactNode
  readonly alert: ReactNode
}

/** Snapshot in, attributes and handlers out. Accessibility lives here, for hook users as well. */
export interface FlowPropGetters {
  readonly getRootProps: () => Identity & {
    'data-step': string
    'data-screen': string
    'aria-busy': true | undefined
    lang: string | undefined
  }
  readonly getPhoneFormProps: () => FormProps
  readonly getCodeFormProps: () => FormProps
  readonly getPhoneEntryProps: () => {
    value: string | undefined
    readOnly: boolean
    error: string | undefined
    onValueChange(value: string | undefined, details?: { country?: string | undefined }): void
  }
  readonly getCodeInputProps: () => {
    length: number
    value: string
    readOnly: boolean
    busy: boolean
    error: string | undefined
    'aria-describedby': string
    onValueChange(value: string): void
    onValueComplete(value: string, details?: { reason?: string | undefined }): void
    onValueReject(text: string, details?: { reason?: string | undefined }): void
  }
  readonly getSendCodeProps: () => ActionProps
  readonly getVerifyProps: () => ActionProps
  readonly getCancelProps: () => ActionProps
  readonly getNewCodeProps: () => ActionProps
  readonly getRetryProps: () => ActionProps
  readonly getChangeNumberProps: (part?: 'change-number' | 'different-number') => ActionProps
  readonly getResumeNumberProps: () => ActionProps
  readonly getHeadingProps: () => Identity & { tabIndex: -1 }
  /** For the sentence that says where the code went and how long it is valid; it describes the field. */
  readonly getIntroTextProps: () => { id: string }
  /** For the line that says when *Cancel* and *Send a new code* open; it describes both. */
  readonly getCooldownProps: () => Identity & { id: string }
  /** For the line that says why an action waits otherwise: one for each of `waitsOf(snapshot)`. */
  readonly getWaitReasonProps: (wait: WaitReason) => Identity & { id: string }
  readonly getTimerProps: () => { role: 'timer' }
  /** For an element that is always there; what screen readers are told of progress is in it. */
  readonly getStatusProps: () => Identity & { role: 'status' } & LiveProps
  /** The same for errors and the end of the code. */
  readonly getAlertProps: () => Identity & { role: 'alert' } & LiveProps
}

interface LiveProps {
  'aria-atomic': true
  children: ReactNode
}

interface FormProps extends Identity {
  noValidate: true
  onSubmit(event: FormEvent<HTMLFormElement>): void
}

const identity = (part: VerificationFlowPart): Identity => ({
  'data-scope': verificationFlowScope,
  'data-part': part,
})

export function flowProps(options: FlowPropsOptions): FlowPropGetters {
  const { controller, snapshot, messages, id, autoSubmit, announcements, language } = options
  const { state } = snapshot
  const { step } = state
  const scope = errorScope(state)
  const introId = `${id}-intro`
  const waitId = (wait: WaitReason): string => `${id}-${wait}`

  const fieldError = (field: 'phone' | 'code'): string | undefined =>
    state.error && scope === field ? errorText(state, messages) : undefined

  /** Without `press` it submits the form around it. */
  const action = (
    part: VerificationFlowPart,
    { isAvailable, reason }: Availability,
    isBusy: boolean,
    press?: () => void,
  ): ActionProps => ({
    ...identity(part),
    type: press ? 'button' : 'submit',
    // Not `disabled`: that would drop the focus, and hide why.
    'aria-disabled': isAvailable ? undefined : true,
    'aria-describedby': reason && waitId(reason),
    'data-unavailable': isAvailable ? undefined : '',
    'data-busy': isBusy ? '' : undefined,
    ...(press && { onClick: () => isAvailable && press() }),
  })

  const live = <Role extends 'status' | 'alert'>(role: Role) => ({
    ...identity(role),
    role,
    'aria-atomic': true as const,
    children: announcements?.[role],
  })

  return {
    getRootProps: () => ({
      ...identity('root'),
      'data-step': step.name,
      'data-screen': screenOf(state),
      'aria-busy': 'request' in step ? true : undefined,
      lang: language,
    }),
    getPhoneFormProps: () => ({
      ...identity('form'),
      noValidate: true,
      onSubmit(event) {
        event.preventDefault()
        // The field shows what is wrong with it, and takes the focus, when it is asked.
        if (!event.currentTarget.checkValidity()) return
        const { phone, country } = controller.getSnapshot().state
        controller.submitPhone(phone, country)
      },
    }),
    getCodeFormProps: () => ({
      ...identity('form'),
      noValidate: true,
      onSubmit(event) {
        event.preventDefault()
        controller.send({ type: 'SUBMIT_CODE', code: controller.getSnapshot().state.code })
      },
    }),
    getPhoneEntryProps: () => ({
      value: state.phone,
      readOnly: step.name !== 'phone',
      error: fieldError('phone'),
      onValueChange: (phone, details) =>
        controller.send({ type: 'PHONE_CHANGED', phone, country: details?.country }),
    }),
    getCodeInputProps: () => ({
      length: verificationOf(state)?.codeLength ?? state.settings.codeLength,
      value: state.code,
      readOnly: step.name !== 'entering',
      busy: step.name === 'checking',
      error: fieldError('code'),
      'aria-describedby': introId,
      onValueChange: (code) => controller.send({ type: 'CODE_CHANGED', code }),
      onValueComplete: (code, details) => {
        if (autoSubmit) controller.send({ type: 'SUBMIT_CODE', code, method: details?.reason })
      },
      onValueReject: (_, details) => {
        if (details?.reason !== 'typed') controller.send({ type: 'CODE_REJECTED' })
      },
    }),
    getSendCodeProps: () => action('submit', startAvailability(snapshot), step.name === 'starting'),
    getVerifyProps: () => action('submit', checkAvailability(snapshot), step.name === 'checking'),
    getCancelProps: () =>
      action('cancel', cancelAvailability(snapshot), step.name === 'cancelling', () =>
        controller.send({ type: 'CANCEL' }),
      ),
    getNewCodeProps: () =>
      action(
        'new-code',
        newCodeAvailability(snapshot),
        step.name === 'resendCancelling' || step.name === 'starting',
        controller.requestNewCode,
      ),
    getRetryProps: () =>
      action('retry', retryAvailability(snapshot), step.name === 'starting', () =>
        controller.send({ type: 'RETRY' }),
      ),
    getChangeNumberProps: (part = 'change-number') =>
      action(part, changeAvailability(snapshot), false, () => controller.send({ type: 'CHANGE_NUMBER' })),
    getResumeNumberProps: () =>
      action('resume-number', resumeAvailability(snapshot), false, () =>
        controller.send({ type: 'RESUME_NUMBER' }),
      ),
    getHeadingProps: () => ({ ...identity('heading'), tabIndex: -1 }),
    getIntroTextProps: () => ({ id: introId }),
    getCooldownProps: () => ({ ...identity('next'), id: waitId('cooldownEndsIn') }),
    getWaitReasonProps: (wait) => ({ ...identity('wait'), id: waitId(wait) }),
    getTimerProps: () => ({ role: 'timer' }),
    getStatusProps: () => live('status'),
    getAlertProps: () => live('alert'),
  }
}
