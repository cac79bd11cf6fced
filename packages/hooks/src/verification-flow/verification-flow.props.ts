import type { FormEvent, MouseEvent, ReactNode, RefCallback } from 'react'
import {
  verificationFlowPart,
  type VerificationFlowPart,
  type VerificationFlowPartIdentity,
} from './binding/verification-flow.anatomy.ts'
import { availabilityOf, type UserAction, type WaitReason } from './machine/availability.ts'
import { verificationOf, type FlowStepName } from './machine/flow-state.ts'
import { problemOf, screenOf } from './machine/screen.ts'
import type { FlowController, FlowSnapshot } from './runtime/flow-controller.ts'
import type { AnnouncementMessages } from './view/announcement.messages.ts'
import { errorText } from './view/flow-texts.ts'
import { errorPlaceOf } from './view/what-shows.ts'

/** Attributes of a button that may be there before it can be used. */
export interface ActionProps extends VerificationFlowPartIdentity {
  type: 'button' | 'submit'
  'aria-disabled': true | undefined
  'aria-describedby': string | undefined
  'data-unavailable': '' | undefined
  'data-busy': '' | undefined
  onClick?: (event: MouseEvent) => void
}

/** What the two live regions announce to screen readers. */
export interface LiveRegionContents {
  readonly status: ReactNode
  readonly alert: ReactNode
}

export interface FlowPropsOptions {
  controller: FlowController
  snapshot: FlowSnapshot
  messages: AnnouncementMessages
  /** Prefix of the ids that tie parts together. */
  id: string
  /** Check a code as soon as it is complete. */
  autoSubmit: boolean
  announcements?: LiveRegionContents | undefined
  /** BCP 47 tag of the messages. */
  language?: string | undefined
  rootRef?: RefCallback<HTMLElement> | undefined
}

/** Snapshot in, attributes and handlers out. Accessibility lives here, for users of the hook as well. */
export interface FlowPropGetters {
  /** For the element around the flow: focus moves within it. */
  readonly getRootProps: () => RootProps
  readonly getPhoneFormProps: () => FormProps
  readonly getCodeFormProps: () => FormProps
  readonly getPhoneEntryProps: () => PhoneEntryFlowProps
  readonly getCodeInputProps: () => CodeInputFlowProps
  readonly getSendCodeProps: () => ActionProps
  readonly getVerifyProps: () => ActionProps
  readonly getCancelProps: () => ActionProps
  readonly getNewCodeProps: () => ActionProps
  readonly getRetryProps: () => ActionProps
  readonly getChangeNumberProps: () => ActionProps
  readonly getResumeNumberProps: () => ActionProps
  readonly getHeadingProps: () => VerificationFlowPartIdentity & { tabIndex: -1 }
  /** For the sentence that says where the code went and how long it is valid. It describes the code field. */
  readonly getIntroTextProps: () => { id: string }
  /** For the line that says when *Cancel* and *Send a new code* open. It describes both. */
  readonly getCooldownProps: () => VerificationFlowPartIdentity & { id: string }
  /** For a line that says why an action waits otherwise: one for each of `flow.waitReasons`. */
  readonly getWaitReasonProps: (reason: WaitReason) => VerificationFlowPartIdentity & { id: string }
  readonly getTimerProps: () => VerificationFlowPartIdentity & { role: 'timer' }
  /** For an element that is always there. Screen readers are told of progress in it. */
  readonly getStatusProps: () => LiveRegionProps<'status'>
  /** The same for errors and the end of the code. */
  readonly getAlertProps: () => LiveRegionProps<'alert'>
}

export interface RootProps extends VerificationFlowPartIdentity {
  'data-screen': string
  'data-problem': string | undefined
  'data-step': FlowStepName
  'aria-busy': true | undefined
  lang: string | undefined
  ref: RefCallback<HTMLElement> | undefined
}

interface PhoneEntryFlowProps {
  value: string | undefined
  readOnly: boolean
  error: string | undefined
  onValueChange(value: string | undefined): void
}

interface CodeInputFlowProps {
  length: number
  value: string
  readOnly: boolean
  busy: boolean
  error: string | undefined
  'aria-describedby': string
  onValueChange(value: string): void
  onValueComplete(value: string, details?: { reason?: string | undefined }): void
  onValueInvalid(text: string, details?: { reason?: string | undefined }): void
}

interface FormProps extends VerificationFlowPartIdentity {
  noValidate: true
  onSubmit(event: FormEvent<HTMLFormElement>): void
}

interface LiveRegionProps<Role extends 'status' | 'alert'> extends VerificationFlowPartIdentity {
  role: Role
  'aria-atomic': true
  children: ReactNode
}

/** While these steps last, the button of the action shows that it works. */
const busySteps: Readonly<Partial<Record<UserAction, readonly FlowStepName[]>>> = {
  sendCode: ['starting'],
  verify: ['checking'],
  cancel: ['cancelling'],
  newCode: ['resendCancelling', 'starting'],
  retry: ['starting'],
}

export function flowProps(options: FlowPropsOptions): FlowPropGetters {
  const { controller, snapshot, messages, id, autoSubmit, announcements, language, rootRef } =
    options
  const { state } = snapshot
  const { step } = state
  const introId = `${id}-intro`
  const waitId = (reason: WaitReason): string => `${id}-${reason}`

  const fieldError = (field: 'phone' | 'code'): string | undefined =>
    errorPlaceOf(state) === field ? errorText(state, messages) : undefined

  /** Without `press` it submits the form around it. */
  function action(part: VerificationFlowPart, name: UserAction, press?: () => void): ActionProps {
    const { isAvailable, reason } = availabilityOf(snapshot, name)
    return {
      ...verificationFlowPart(part),
      type: press ? 'button' : 'submit',
      // Not `disabled`: that would drop the focus, and hide why.
      'aria-disabled': isAvailable ? undefined : true,
      'aria-describedby': reason && waitId(reason),
      'data-unavailable': isAvailable ? undefined : '',
      'data-busy': busySteps[name]?.includes(step.name) ? '' : undefined,
      ...(press && { onClick: () => isAvailable && press() }),
    }
  }

  const liveRegion = <Role extends 'status' | 'alert'>(role: Role): LiveRegionProps<Role> => ({
    ...verificationFlowPart(role),
    role,
    'aria-atomic': true,
    children: announcements?.[role],
  })

  return {
    getRootProps: () => ({
      ...verificationFlowPart('root'),
      'data-screen': screenOf(state),
      'data-problem': problemOf(state),
      'data-step': step.name,
      'aria-busy': 'request' in step ? true : undefined,
      lang: language,
      ref: rootRef,
    }),
    getPhoneFormProps: () => ({
      ...verificationFlowPart('form'),
      noValidate: true,
      onSubmit(event) {
        event.preventDefault()
        // The field says what is wrong with it, and takes the focus, when it is asked.
        if (!event.currentTarget.checkValidity()) return
        controller.submitPhone(controller.getSnapshot().state.phone)
      },
    }),
    getCodeFormProps: () => ({
      ...verificationFlowPart('form'),
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
      onValueChange: (phone) => controller.send({ type: 'PHONE_CHANGED', phone }),
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
      onValueInvalid: (_, details) => {
        if (details?.reason !== 'input-change') controller.send({ type: 'CODE_REJECTED' })
      },
    }),
    getSendCodeProps: () => action('send-code', 'sendCode'),
    getVerifyProps: () => action('verify', 'verify'),
    getCancelProps: () => action('cancel', 'cancel', () => controller.send({ type: 'CANCEL' })),
    getNewCodeProps: () => action('new-code', 'newCode', controller.requestNewCode),
    getRetryProps: () => action('retry', 'retry', controller.retry),
    getChangeNumberProps: () =>
      action('change-number', 'changeNumber', () => controller.send({ type: 'CHANGE_NUMBER' })),
    getResumeNumberProps: () =>
      action('resume-number', 'resumeNumber', () => controller.send({ type: 'RESUME_NUMBER' })),
    getHeadingProps: () => ({ ...verificationFlowPart('heading'), tabIndex: -1 }),
    getIntroTextProps: () => ({ id: introId }),
    getCooldownProps: () => ({
      ...verificationFlowPart('cooldown'),
      id: waitId('cooldownEndsIn'),
    }),
    getWaitReasonProps: (reason) => ({
      ...verificationFlowPart('wait-reason'),
      id: waitId(reason),
    }),
    getTimerProps: () => ({ ...verificationFlowPart('timer'), role: 'timer' }),
    getStatusProps: () => liveRegion('status'),
    getAlertProps: () => liveRegion('alert'),
  }
}
