import type { Messages } from '@phoneproof/hooks/messages'
import { en } from './en.ts'

/** American English: what is spelt otherwise than in British English. */
export const enUs: Messages = {
  ...en,
  verificationFlow: {
    ...en.verificationFlow,
    cancelling: 'Canceling…',
    stopping: 'We’re canceling the old code first…',
    expiredText: {
      ...en.verificationFlow.expiredText,
      ended:
        'This code was used, canceled, replaced or tried too many times. Send a new one to continue.',
    },
    notices: {
      ...en.verificationFlow.notices,
      cancelled: () => 'Verification canceled. The code no longer works.',
      cancelledElsewhere: () => 'Verification was canceled in another tab.',
    },
  },
}
