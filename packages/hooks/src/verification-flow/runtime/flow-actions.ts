import type { FlowController } from './flow-controller.ts'

/**
 * What a person can do in a flow, for interfaces that do not use the prop getters. An action that is not
 * available changes nothing.
 */
export interface FlowActions {
  /** Sends a code to a number in E.164. */
  readonly submitPhone: (phone: string | undefined) => void
  /** Checks a code. */
  readonly submitCode: (code: string) => void
  /** Cancels the code on screen, unless it has ended, and sends another to the same number. */
  readonly requestNewCode: () => void
  /** Cancels the code on screen, and goes back to the number. */
  readonly cancel: () => void
  /** After a start without an answer, or for a number that was busy. */
  readonly retry: () => void
  /** Back to the number. Its code is cancelled as soon as it can be. */
  readonly changeNumber: () => void
  /** Back to the number that was left, while its code lives. */
  readonly resumeNumber: () => void
  /** Back to an empty first screen. */
  readonly reset: () => void
}

export const flowActions = (controller: FlowController): FlowActions => ({
  submitPhone: controller.submitPhone,
  submitCode: (code) => controller.send({ type: 'SUBMIT_CODE', code }),
  requestNewCode: controller.requestNewCode,
  cancel: () => controller.send({ type: 'CANCEL' }),
  retry: controller.retry,
  changeNumber: () => controller.send({ type: 'CHANGE_NUMBER' }),
  resumeNumber: () => controller.send({ type: 'RESUME_NUMBER' }),
  reset: () => controller.send({ type: 'RESET' }),
})
