import type { VerificationFlowProps } from '@phoneproof/react'
import { defaultSettings, type Settings } from '../settings/settings.ts'

export type FlowOptions = Partial<
  Pick<
    VerificationFlowProps,
    'brand' | 'codeLength' | 'workflowId' | 'language' | 'countdown' | 'lang' | 'cancelMode'
  >
>

/** The options in which the settings differ from what the flow does by default. */
export function flowOptions(settings: Settings): FlowOptions {
  const { brand, codeLength, workflowId, language, countdown, locale } = settings
  return {
    ...(brand !== '' && { brand }),
    ...(codeLength !== defaultSettings.codeLength && { codeLength }),
    ...(workflowId !== defaultSettings.workflowId && { workflowId }),
    ...(language !== '' && { language }),
    // The server half cancels when the service takes cancels.
    ...(settings.hasBackend && { cancelMode: 'deferred' as const }),
    ...(countdown !== defaultSettings.countdown && { countdown }),
    // The page around it speaks English.
    ...(locale !== defaultSettings.locale && { lang: locale }),
  }
}
