import type { Messages } from '@phoneproof/hooks/messages'
import { en } from './en.ts'

/** American English: what is spelt otherwise than in British English. */
export const enUs: Messages = {
  ...en,
  verificationFlow: {
    ...en.verificationFlow,
    cancelling: 'Canceling…',
    expiredText: {
      ...en.verificationFlow.expiredText,
      ended: 'This code was used, canceled, replaced or tried too often. Send a new one to go on.',
    },
    notices: {
      ...en.verificationFlow.notices,
      cancelled: () => 'Verification canceled. The code no longer works.',
      cancelledElsewhere: () => 'Verification was canceled in another tab.',
    },
  },
}
