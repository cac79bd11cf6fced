import { textMagic } from '@phoneproof/client'
import type { FlowState, Verification } from '@phoneproof/hooks'
import { initialState, termsOf } from '@phoneproof/hooks/internal/verification-flow'
import { storyNow } from '../story-world.ts'

const verification: Verification = {
  verifyId: 'story',
  phone: '+447400123456',
  codeLength: 6,
  terms: termsOf(textMagic),
  earliestStart: storyNow,
  latestStart: storyNow,
}
const start = {
  startId: 'story',
  pressedAt: storyNow,
  phone: verification.phone,
  uncertain: true,
  validForMs: textMagic.codeValidForMs,
  acceptedBefore: storyNow,
}
const request = { sendAt: storyNow, sentAt: storyNow, repeats: 0 }

const phone = initialState()
const starting = initialState({ step: { name: 'starting', start, mode: 'fresh', request } })
const entering = initialState({ step: { name: 'entering', verification } })
const checking = initialState({
  step: { name: 'checking', verification, code: '482913', request },
})
const cancelling = initialState({ step: { name: 'cancelling', verification, request } })

export interface FocusRow {
  after: string
  /** What `focusTargetFor` returns for it. Undefined: the focus stays. */
  target: 'phone' | 'code' | 'codeSelected' | 'newCode' | 'retry' | 'heading' | undefined
  changes: readonly (readonly [before: FlowState, after: FlowState])[]
}

/** The table of the page, and the changes that prove each row of it. */
export const focusRows: readonly FocusRow[] = [
  { after: 'The code was sent', target: 'code', changes: [[starting, entering]] },
  {
    after: 'A wrong code',
    target: 'codeSelected',
    changes: [[checking, { ...entering, error: { kind: 'wrongCode' }, failedAttempts: 1 }]],
  },
  {
    after: 'Too few digits',
    target: 'code',
    changes: [[entering, { ...entering, code: '48', error: { kind: 'incompleteCode' } }]],
  },
  {
    after: 'A press that failed: offline, busy, no longer possible',
    target: undefined,
    changes: [
      [phone, { ...phone, error: { kind: 'offline' } }],
      [entering, { ...entering, error: { kind: 'notCancellable' } }],
    ],
  },
  {
    after: 'The code expired, or too many wrong codes',
    target: 'newCode',
    changes: [
      [entering, initialState({ step: { name: 'expired', verification, cause: 'time' } })],
      [checking, initialState({ step: { name: 'locked', verification } })],
    ],
  },
  {
    after: 'It is unsure whether a code was sent, or the number is busy',
    target: 'retry',
    changes: [
      [starting, initialState({ step: { name: 'startUncertain', start, mode: 'fresh' } })],
      [
        starting,
        initialState({
          step: { name: 'blocked', start, until: storyNow + 300_000, retryAt: storyNow },
        }),
      ],
    ],
  },
  {
    after: 'A number that was refused; cancelled; *Change number*',
    target: 'phone',
    changes: [
      [starting, { ...phone, error: { kind: 'invalidPhone' } }],
      [cancelling, { ...phone, notice: { kind: 'cancelled' } }],
      [entering, phone],
    ],
  },
  {
    after: 'Verified',
    target: 'heading',
    changes: [
      [
        checking,
        initialState({
          step: { name: 'verified', verification, at: storyNow, source: 'this-tab' },
        }),
      ],
    ],
  },
  {
    after: 'Time passes: 30 s, a call, the last minute',
    target: undefined,
    changes: [[entering, entering]],
  },
]

export const focusTexts: Readonly<Record<NonNullable<FocusRow['target']>, string>> = {
  phone: 'The phone field, its number selected',
  code: 'The code field',
  codeSelected: 'The code field, its digits selected: typing replaces them',
  newCode: '*Send a new code*',
  retry: '*Try again*',
  heading: 'The heading',
}
