import type { ErrorRule, Language, VerifyClient } from '@phoneproof/client'
import { defaultSettings, type FlowSettings } from '../machine/flow-state.ts'

/** What the flow sends with each start, beside the number. */
export interface StartParameters {
  brand: string
  language?: Language | undefined
  senderId?: string | undefined
}

/** Everything that may change while a flow runs. */
export interface FlowConfig extends StartParameters {
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
  maxCodes: given.maxCodes ?? defaultSettings.maxCodes,
  maxAttempts: given.maxAttempts,
  defersCancel: given.defersCancel,
})
