import type { VerifyError } from '@phoneproof/client'
import type { Verification } from './deadlines.ts'
import type { FlowSettings } from './flow-state.ts'

/**
 * The input of the machine: what a person did, what the service answered, what happened by itself.
 * `at` is the clock's time, in milliseconds since the epoch.
 */
export type FlowAction = { readonly at: number } & (
  | // What a person does.
    {
      readonly type: 'SUBMIT_PHONE'
      readonly phone: string | undefined
      readonly startId: string
    }
  | { readonly type: 'PHONE_CHANGED'; readonly phone: string | undefined }
  | { readonly type: 'RESUME_NUMBER' }
  | { readonly type: 'CHANGE_NUMBER' }
  | { readonly type: 'CODE_CHANGED'; readonly code: string }
  | { readonly type: 'CODE_REJECTED' }
  | {
      readonly type: 'SUBMIT_CODE'
      readonly code: string
      /** How the code got there, for analytics. */
      readonly method?: string | undefined
    }
  | { readonly type: 'NEW_CODE'; readonly startId: string }
  | { readonly type: 'CANCEL' }
  /** The id is for a number that was busy, which is a new start. */
  | { readonly type: 'RETRY'; readonly startId: string }
  | { readonly type: 'RESET' }
  // What the service answers. Late answers come too, and none is dropped unread. The token tells one
  // request of a start from another.
  | { readonly type: 'START_SENT' }
  | { readonly type: 'START_OK'; readonly token: number; readonly verification: Verification }
  /** The answer to a start was a verification that was cancelled meanwhile. */
  | { readonly type: 'START_ENDED'; readonly token: number }
  | { readonly type: 'START_CONFLICT'; readonly token: number }
  | { readonly type: 'START_FAILED'; readonly token: number; readonly error: VerifyError }
  /** After a 409, the verification that runs was found. */
  | { readonly type: 'ADOPT'; readonly token: number; readonly verification: Verification }
  | { readonly type: 'CHECK_SENT' }
  | {
      readonly type: 'CHECK_OK'
      readonly verification: Verification
      /** For services that do not share the backend's session. */
      readonly proof?: string | undefined
    }
  | {
      readonly type: 'CHECK_FAILED'
      readonly verifyId: string
      readonly code: string
      readonly error: VerifyError
    }
  | { readonly type: 'CANCEL_SENT'; readonly verifyId: string }
  | { readonly type: 'CANCEL_OK'; readonly verifyId: string }
  | { readonly type: 'CANCEL_FAILED'; readonly verifyId: string; readonly error: VerifyError }
  // What happens by itself.
  | { readonly type: 'CLOCK' }
  | { readonly type: 'ONLINE' }
  | { readonly type: 'OFFLINE' }
  | { readonly type: 'CONFIGURE'; readonly settings: FlowSettings }
  | { readonly type: 'TAB_STARTED'; readonly verification: Verification }
  | { readonly type: 'TAB_VERIFIED'; readonly verification: Verification }
  | { readonly type: 'TAB_CANCELLED'; readonly verifyId: string }
  | {
      readonly type: 'TAB_REPLACED'
      readonly verifyId: string
      readonly verification: Verification
    }
)

type WithoutAt<Action> = Action extends { at: number } ? Omit<Action, 'at'> : never

/** An action as it is sent: the controller adds the time. */
export type UndatedAction = WithoutAt<FlowAction>
