import type { ErrorRule, Language, VerifyClient } from '@phoneproof/client'
import { defaultSettings, type FlowSettings } from './verification.state.ts'

/** What the flow sends with each start, beside the number. */
export interface StartParameters {
  brand: string
  language?: Language | undefined
  senderId?: string | undefined
  country?: string | undefined
}

/** Everything that may change while a flow runs. */
export interface VerificationRunConfig extends StartParameters {
  client: VerifyClient
  settings: FlowSettings
  errorRules?: readonly ErrorRule[] | undefined
  /** Sends a code to the default number as soon as the flow is seen. */
  autoStart?: boolean | undefined
}

type GivenSettings = { [Name in keyof FlowSettings]?: FlowSettings[Name] | undefined }

export const settingsFrom = (given: GivenSettings): FlowSettings => ({
  codeLength: given.codeLength ?? defaultSettings.codeLength,
  workflowId: given.workflowId ?? defaultSettings.workflowId,
  maxStarts: given.maxStarts ?? defaultSettings.maxStarts,
  maxWrong: given.maxWrong,
  defersCancel: given.defersCancel,
})
