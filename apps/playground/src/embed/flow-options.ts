import type { VerificationFlowProps } from '@phoneproof/react'
import { defaultSettings, type Settings } from '../settings/settings.ts'

export type FlowOptions = Partial<
  Pick<
    VerificationFlowProps,
    'brand' | 'codeLength' | 'workflowId' | 'language' | 'countdown' | 'lang'
  >
>

/** What the settings have a flow do otherwise, and nothing that it does by itself. */
export function flowOptions(settings: Settings): FlowOptions {
  const { brand, codeLength, workflowId, language, countdown, locale } = settings
  return {
    ...(brand !== '' && { brand }),
    ...(codeLength !== defaultSettings.codeLength && { codeLength }),
    ...(workflowId !== defaultSettings.workflowId && { workflowId }),
    ...(language !== '' && { language }),
    ...(countdown !== defaultSettings.countdown && { countdown }),
    // The page around it speaks English.
    ...(locale !== defaultSettings.locale && { lang: locale }),
  }
}
