import { textMagic } from '@phoneproof/client'
import { limitsOf } from './limits/limit-checks.ts'
import type { Limits } from './limits/limits.ts'
import { defaultNumberTypes, type NumberRules } from './limits/phone-number.ts'
import { checkOptions } from './option-checks.ts'
import type { VerifyServerOptions } from './options.ts'

type Given = Pick<
  VerifyServerOptions,
  'brand' | 'origins' | 'language' | 'senderId' | 'workflowId' | 'botCheck' | 'onVerified'
>

/** The options of a server, checked and complete. */
export interface Settings extends Given, NumberRules {
  secrets: readonly string[]
  limits: Limits
  codeLength: number
  purpose: string
  busyElsewhere: 'conflict' | 'pretend'
  botCheckWhen: 'always' | 'suspicious'
  basePath: string
  crossOrigin: boolean
  verifiedForMs: number
}

/** Throws for options with which a server would not be safe, or not work. */
export function settingsOf(options: VerifyServerOptions): Settings {
  checkOptions(options)
  const { secret, limits, service, basePath = '/api/v2' } = options
  const { defaultCodeLength } = service?.service ?? textMagic
  return {
    ...options,
    secrets: typeof secret === 'string' ? [secret] : secret,
    limits: limitsOf(limits),
    numberTypes: options.numberTypes ?? defaultNumberTypes,
    codeLength: options.codeLength ?? defaultCodeLength,
    purpose: options.purpose ?? 'phone-verification',
    busyElsewhere: options.busyElsewhere ?? 'conflict',
    botCheckWhen: options.botCheckWhen ?? 'suspicious',
    basePath: basePath.replace(/\/+$/, ''),
    crossOrigin: options.crossOrigin ?? false,
    verifiedForMs: options.verifiedForMs ?? 3_600_000,
  }
}
