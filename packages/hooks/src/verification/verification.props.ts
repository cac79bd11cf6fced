import type { FormEvent, MouseEvent } from 'react'
import type { VerificationMessages } from './verification.messages.ts'
import { verificationScope, type VerificationPart } from './verification.anatomy.ts'
import type { VerificationRun, VerificationSnapshot } from './verification.run.ts'
import { verificationOf } from './verification.state.ts'
import {
  cancelAvailability,
  checkAvailability,
  errorScope,
  newCodeAvailability,
  retryAvailability,
  startAvailability,
  viewOf,
  type Availability,
} from './view.state.ts'

interface Identity {
  'data-scope': typeof verificationScope
  'data-part': VerificationPart
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

export interface VerificationPropsOptions {
  run: VerificationRun
  snapshot: VerificationSnapshot
  messages: VerificationMessages
  /** Prefix of the ids that tie parts together. */
  id: string
  /** Submit as soon as the code is complete. */
  autoSubmit: boolean
}

/** Snapshot in, attributes and handlers out. Accessibility lives here, for hook users as well. */
export interface VerificationProps {
  readonly getRootProps: () => Identity & {
    'data-step': string
    'data-view': string
    'aria-busy': true | undefined
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
    onValueChange(value: string): void
    onValueComplete(value: string, details?: { reason?: string | undefined }): void
  }
  readonly getSendCodeProps: () => ActionProps
  readonly getVerifyProps: () => ActionProps
  readonly getCancelProps: () => ActionProps
  readonly getNewCodeProps: () => ActionProps
  readonly getRetryProps: () => ActionProps
  readonly getChangeNumberProps: (part?: 'change-number' | 'different-number') => ActionProps
  readonly getKeepNumberProps: () => ActionProps
  readonly getHeadingProps: () => Identity & { tabIndex: -1 }
  /** For the line that says when *Cancel* and *Send a new code* open; it describes both. */
  readonly getWindowProps: () => Identity & { id: string }
  /** For the line that says how long a busy service asked to wait. */
  readonly getWaitProps: () => Identity & { id: string }
  readonly getTimerProps: () => { role: 'timer' }
  readonly getStatusProps: () => Identity & { role: 'status'; 'aria-atomic': true }
  readonly getAlertProps: () => Identity & { role: 'alert'; 'aria-atomic': true }
}

interface FormProps extends Identity {
  noValidate: true
  onSubmit(event: FormEvent<HTMLFormElement>): void
}

const identity = (part: VerificationPart): Identity => ({
  'data-scope': verificationScope,
  'data-part': part,
})

export function verificationProps(options: VerificationPropsOptions): VerificationProps {
  const { run, snapshot, messages, id, autoSubmit } = options
  const { state } = snapshot
  const { main } = state
  const scope = errorScope(state)
  const windowId = `${id}-window`
  const waitId = `${id}-wait`

  const errorText = (field: 'phone' | 'code'): string | undefined =>
    state.error && scope === field ? errorWords(state, messages) : undefined

  const action = (
    part: VerificationPart,
    availability: Availability,
    press: () => void,
    extra: { isBusy?: boolean; describedBy?: string | undefined } = {},
  ): ActionProps => ({
    ...identity(part),
    type: 'button',
    // Not `disabled`: that would drop the focus, and hide why.
    'aria-disabled': availability.isAvailable ? undefined : true,
    'aria-describedby':
      !availability.isAvailable && availability.from !== undefined
        ? (extra.describedBy ?? waitId)
        : undefined,
    'data-unavailable': availability.isAvailable ? undefined : '',
    'data-busy': extra.isBusy ? '' : undefined,
    onClick: () => {
      if (availability.isAvailable) press()
    },
  })

  const submit = (part: ActionProps): ActionProps => {
    const { onClick: _, ...rest } = part
    return { ...rest, type: 'submit' }
  }

  const isWindowClosed = main.step === 'entering' && !cancelAvailability(snapshot).isAvailable
  const describedBy = isWindowClosed ? windowId : undefined

  return {
    getRootProps: () => ({
      ...identity('root'),
      'data-step': main.step,
      'data-view': viewOf(state),
      'aria-busy': isBusy(main.step) ? true : undefined,
    }),
    getPhoneFormProps: () => ({
      ...identity('form'),
      noValidate: true,
      onSubmit(event) {
        event.preventDefault()
        // The field shows what is wrong with it, and takes the focus, when it is asked.
        if (!event.currentTarget.checkValidity()) return
        const { phone, country } = run.getSnapshot().state
        run.submitPhone(phone, country)
      },
    }),
    getCodeFormProps: () => ({
      ...identity('form'),
      noValidate: true,
      onSubmit(event) {
        event.preventDefault()
        run.send({ type: 'SUBMIT_CODE', code: run.getSnapshot().state.code })
      },
    }),
    getPhoneEntryProps: () => ({
      value: state.phone,
      readOnly: main.step !== 'phone',
      error: errorText('phone'),
      onValueChange: (phone, details) =>
        run.send({ type: 'PHONE_CHANGED', phone, country: details?.country }),
    }),
    getCodeInputProps: () => ({
      length: verificationOf(state)?.codeLength ?? state.settings.codeLength,
      value: state.code,
      readOnly: main.step !== 'entering',
      busy: main.step === 'checking',
      error: errorText('code'),
      onValueChange: (code) => run.send({ type: 'CODE_CHANGED', code }),
      onValueComplete: (code, details) => {
        if (autoSubmit) run.send({ type: 'SUBMIT_CODE', code, method: details?.reason })
      },
    }),
    getSendCodeProps: () =>
      submit(
        action('submit', startAvailability(snapshot), () => {}, {
          isBusy: main.step === 'starting',
        }),
      ),
    getVerifyProps: () =>
      submit(
        action('submit', checkAvailability(snapshot), () => {}, {
          isBusy: main.step === 'checking',
        }),
      ),
    getCancelProps: () =>
      action('cancel', cancelAvailability(snapshot), () => run.send({ type: 'CANCEL' }), {
        isBusy: main.step === 'cancelling',
        describedBy,
      }),
    getNewCodeProps: () =>
      action('new-code', newCodeAvailability(snapshot), run.requestNewCode, {
        isBusy: main.step === 'resendCancelling' || main.step === 'starting',
        describedBy,
      }),
    getRetryProps: () =>
      action('retry', retryAvailability(snapshot), () => run.send({ type: 'RETRY' })),
    getChangeNumberProps: (part = 'change-number') =>
      action(part, alwaysAvailable, () => run.send({ type: 'CHANGE_NUMBER' })),
    getKeepNumberProps: () =>
      action('keep-number', alwaysAvailable, () => run.send({ type: 'KEEP_NUMBER' })),
    getHeadingProps: () => ({ ...identity('heading'), tabIndex: -1 }),
    getWindowProps: () => ({ ...identity('next'), id: windowId }),
    getWaitProps: () => ({ ...identity('next'), id: waitId }),
    getTimerProps: () => ({ role: 'timer' }),
    getStatusProps: () => ({ ...identity('status'), role: 'status', 'aria-atomic': true }),
    getAlertProps: () => ({ ...identity('alert'), role: 'alert', 'aria-atomic': true }),
  }
}

const alwaysAvailable: Availability = { isAvailable: true, from: undefined }

const isBusy = (step: VerificationSnapshot['state']['main']['step']): boolean =>
  step === 'starting' || step === 'checking' || step === 'cancelling' || step === 'resendCancelling'

/** The words for the state's error, if it has one. */
export function errorWords(
  state: VerificationSnapshot['state'],
  messages: VerificationMessages,
): string | undefined {
  if (!state.error) return undefined
  const { wrong, attemptsLeft, settings } = state
  const codeLength = verificationOf(state)?.codeLength ?? settings.codeLength
  return messages.errors[state.error.kind]({ codeLength, wrong, attemptsLeft })
}
