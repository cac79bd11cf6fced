import type { FormEvent, MouseEvent, ReactNode } from 'react'
import {
  cancelAvailability,
  changeAvailability,
  checkAvailability,
  keepAvailability,
  newCodeAvailability,
  retryAvailability,
  startAvailability,
  type Availability,
  type WaitKind,
} from './availability.state.ts'
import { errorWords } from './flow-words.ts'
import type { SpokenMessages } from './spoken.messages.ts'
import { verificationScope, type VerificationPart } from './verification.anatomy.ts'
import type { VerificationRun, VerificationSnapshot } from './verification.run.ts'
import { verificationOf } from './verification.state.ts'
import { errorScope, viewOf } from './view.state.ts'

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
  messages: SpokenMessages
  /** Prefix of the ids that tie parts together. */
  id: string
  /** Submit as soon as the code is complete. */
  autoSubmit: boolean
  /** What the two live regions say. */
  spoken?: Spoken | undefined
  /** BCP 47 tag of the words. */
  language?: string | undefined
}

/** What screen readers are told, for the two live regions. */
export interface Spoken {
  readonly status: ReactNode
  readonly alert: ReactNode
}

/** Snapshot in, attributes and handlers out. Accessibility lives here, for hook users as well. */
export interface VerificationProps {
  readonly getRootProps: () => Identity & {
    'data-step': string
    'data-view': string
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
    onValueInvalid(text: string, details?: { reason?: string | undefined }): void
  }
  readonly getSendCodeProps: () => ActionProps
  readonly getVerifyProps: () => ActionProps
  readonly getCancelProps: () => ActionProps
  readonly getNewCodeProps: () => ActionProps
  readonly getRetryProps: () => ActionProps
  readonly getChangeNumberProps: (part?: 'change-number' | 'different-number') => ActionProps
  readonly getKeepNumberProps: () => ActionProps
  readonly getHeadingProps: () => Identity & { tabIndex: -1 }
  /** For the sentence that says where the code went and how long it is valid; it describes the field. */
  readonly getIntroTextProps: () => { id: string }
  /** For the line that says when *Cancel* and *Send a new code* open; it describes both. */
  readonly getWindowProps: () => Identity & { id: string }
  /** For the line that says why an action waits otherwise: one for each of `waitsOf(snapshot)`. */
  readonly getWaitProps: (wait: WaitKind) => Identity & { id: string }
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

const identity = (part: VerificationPart): Identity => ({
  'data-scope': verificationScope,
  'data-part': part,
})

export function verificationProps(options: VerificationPropsOptions): VerificationProps {
  const { run, snapshot, messages, id, autoSubmit, spoken, language } = options
  const { state } = snapshot
  const { main } = state
  const scope = errorScope(state)
  const introId = `${id}-intro`
  const waitId = (wait: WaitKind): string => `${id}-${wait}`

  const errorText = (field: 'phone' | 'code'): string | undefined =>
    state.error && scope === field ? errorWords(state, messages) : undefined

  /** Without `press` it submits the form around it. */
  const action = (
    part: VerificationPart,
    { isAvailable, wait }: Availability,
    isBusy: boolean,
    press?: () => void,
  ): ActionProps => ({
    ...identity(part),
    type: press ? 'button' : 'submit',
    // Not `disabled`: that would drop the focus, and hide why.
    'aria-disabled': isAvailable ? undefined : true,
    'aria-describedby': wait && waitId(wait),
    'data-unavailable': isAvailable ? undefined : '',
    'data-busy': isBusy ? '' : undefined,
    ...(press && { onClick: () => isAvailable && press() }),
  })

  const live = <Role extends 'status' | 'alert'>(role: Role) => ({
    ...identity(role),
    role,
    'aria-atomic': true as const,
    children: spoken?.[role],
  })

  return {
    getRootProps: () => ({
      ...identity('root'),
      'data-step': main.step,
      'data-view': viewOf(state),
      'aria-busy': 'request' in main ? true : undefined,
      lang: language,
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
      'aria-describedby': introId,
      onValueChange: (code) => run.send({ type: 'CODE_CHANGED', code }),
      onValueComplete: (code, details) => {
        if (autoSubmit) run.send({ type: 'SUBMIT_CODE', code, method: details?.reason })
      },
      onValueInvalid: (_, details) => {
        if (details?.reason !== 'input-change') run.send({ type: 'CODE_REJECTED' })
      },
    }),
    getSendCodeProps: () => action('submit', startAvailability(snapshot), main.step === 'starting'),
    getVerifyProps: () => action('submit', checkAvailability(snapshot), main.step === 'checking'),
    getCancelProps: () =>
      action('cancel', cancelAvailability(snapshot), main.step === 'cancelling', () =>
        run.send({ type: 'CANCEL' }),
      ),
    getNewCodeProps: () =>
      action(
        'new-code',
        newCodeAvailability(snapshot),
        main.step === 'resendCancelling' || main.step === 'starting',
        run.requestNewCode,
      ),
    getRetryProps: () =>
      action('retry', retryAvailability(snapshot), main.step === 'starting', () =>
        run.send({ type: 'RETRY' }),
      ),
    getChangeNumberProps: (part = 'change-number') =>
      action(part, changeAvailability(snapshot), false, () => run.send({ type: 'CHANGE_NUMBER' })),
    getKeepNumberProps: () =>
      action('keep-number', keepAvailability(snapshot), false, () =>
        run.send({ type: 'KEEP_NUMBER' }),
      ),
    getHeadingProps: () => ({ ...identity('heading'), tabIndex: -1 }),
    getIntroTextProps: () => ({ id: introId }),
    getWindowProps: () => ({ ...identity('next'), id: waitId('windowOpens') }),
    getWaitProps: (wait) => ({ ...identity('wait'), id: waitId(wait) }),
    getTimerProps: () => ({ role: 'timer' }),
    getStatusProps: () => live('status'),
    getAlertProps: () => live('alert'),
  }
}
