import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { MessageOverrides } from './messages.ts'
import { PhoneproofProvider } from '../provider/phoneproof-provider.tsx'
import { useMessages } from './use-messages.ts'
import { verificationFlowMessages } from '../verification-flow/view/verification-flow.messages.ts'

function Words() {
  const { verify, errors, announcements, expiredText } = useMessages(
    'verificationFlow',
    verificationFlowMessages,
  )
  const details = { codeLength: 6, failedAttempts: 1, codesSent: 1, attemptsLeft: undefined }
  const lines = [
    verify,
    errors.rateLimited(details),
    errors.offline(details),
    `[${announcements.lastHalfMinute('', '30 seconds')}]`,
    announcements.lastMinute('', '1 minute'),
    expiredText.time,
  ]
  return <p>{lines.join('|')}</p>
}

const shown = (messages?: MessageOverrides) => {
  render(
    <PhoneproofProvider messages={messages}>
      <Words />
    </PhoneproofProvider>,
  )
  return screen.getByText(/\|/).textContent.split('|')
}

it('takes one sentence out of a record, and keeps the rest of it', () => {
  const messages: MessageOverrides = {
    verificationFlow: {
      verify: 'Go',
      errors: { rateLimited: () => 'Busy.' },
      announcements: { lastHalfMinute: () => '' },
    },
  }
  expect(shown(messages)).toEqual([
    'Go',
    'Busy.',
    'You’re offline. Nothing was sent. Check your connection and try again.',
    '[]',
    'Code valid for 1 minute.',
    'Your code expired. Send a new one to continue.',
  ])
})

it('takes an undefined for nothing given', () => {
  expect(shown({ verificationFlow: { verify: undefined, errors: undefined } })[0]).toBe('Verify')
})

it('refuses a message that is none, and a name that no message has', () => {
  const wrong: MessageOverrides = {
    verificationFlow: {
      // @ts-expect-error -- a function is asked for
      errors: { rateLimited: 'Busy.' },
      // @ts-expect-error -- there is no such announcement
      announcements: { lastSecond: () => '' },
    },
  }
  expect(wrong).toBeDefined()
})
