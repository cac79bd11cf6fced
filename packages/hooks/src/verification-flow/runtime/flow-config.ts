import {
  textMagic,
  type ErrorRule,
  type ServiceProfile,
  type VerifyClient,
} from '@phoneproof/client'
import { termsOf } from '../machine/deadlines.ts'
import { defaultSettings, type FlowSettings } from '../machine/flow-state.ts'

/** What the flow sends with each start, beside the number. */
export interface StartParameters {
  brand: string
  language?: string | undefined
  senderId?: string | undefined
  /** Which schedule of texts and calls, by the service's number for it. @default the service's; with TextMagic a text, then two calls */
  workflowId?: number | undefined
}

/** Everything that may change while a flow runs. */
export interface FlowConfig extends StartParameters {
  client: VerifyClient
  service: ServiceProfile
  settings: FlowSettings
  errorRules?: readonly ErrorRule[] | undefined
  /** Sends a code to the default number as soon as the flow is seen. */
  autoStart?: boolean | undefined
}

interface GivenSettings {
  codeLength?: number | undefined
  workflowId?: number | undefined
  maxCodes?: number | undefined
  maxAttempts?: number | undefined
  defersCancel?: boolean | undefined
}

export const settingsFrom = (
  given: GivenSettings,
  service: ServiceProfile = textMagic,
): FlowSettings => ({
  codeLength: given.codeLength ?? service.defaultCodeLength,
  terms: termsOf(service, given.workflowId),
  maxCodes: given.maxCodes ?? defaultSettings.maxCodes,
  maxAttempts: given.maxAttempts,
  defersCancel: given.defersCancel,
})
