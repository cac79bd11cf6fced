import type { Messages } from '@phoneproof/hooks/words'
import { en } from './en.ts'

/** American English: what is spelt otherwise than in British English. */
export const enUs: Messages = {
  ...en,
  verification: {
    ...en.verification,
    cancelling: 'Canceling…',
    expiredText: {
      ...en.verification.expiredText,
      ended: 'This code was used, canceled, replaced or tried too often. Send a new one to go on.',
    },
    notices: {
      ...en.verification.notices,
      cancelled: () => 'Verification canceled. The code no longer works.',
      cancelledElsewhere: () => 'Verification was canceled in another tab.',
    },
  },
}
