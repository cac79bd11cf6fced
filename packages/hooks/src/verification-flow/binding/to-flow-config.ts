import { textMagic, type VerifyClient } from '@phoneproof/client'
import { formatDeveloperMessage } from '../../lib/developer-message.ts'
import { safely } from '../../lib/safely.ts'
import { settingsFrom, type FlowConfig } from '../runtime/flow-config.ts'
import type { UseVerificationFlowOptions } from '../verification-flow-options.ts'
import { problemOfOptions } from './check-options.ts'

declare const process: { env: { NODE_ENV?: string } }

/** The options that may change while a flow runs. Throws in development when something is wrong with them. */
export function toFlowConfig(
  options: UseVerificationFlowOptions,
  client: VerifyClient | undefined,
): FlowConfig {
  const service = options.service ?? client?.service ?? textMagic
  const problem = safely(() =>
    process.env.NODE_ENV === 'production' ? undefined : problemOfOptions(options, client, service),
  )
  if (problem) throw new Error(formatDeveloperMessage(problem))
  const settings = settingsFrom(
    { ...options, defersCancel: options.cancelMode === 'deferred' },
    service,
  )
  // SAFETY: checked above. In production the first request would fail without one.
  const given = client as VerifyClient
  return { ...options, client: given, service, brand: options.brand.trim(), settings }
}
