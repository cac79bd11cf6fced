import type { InputEditor } from './input-editor.ts'

interface OTPCredentials {
  get: (request: {
    otp: { transport: 'sms'[] }
    signal: AbortSignal
  }) => Promise<{ code?: string } | null>
}

/**
 * Asks the browser for the code of an arriving message (WebOTP: Chrome on Android), until the request
 * is aborted or the form is submitted (code-input.md CODE-29). Browsers answer only to a message that
 * ends in the origin-bound line `@example.com #123456`.
 */
export async function askForCode(
  editor: Pick<InputEditor, 'form' | 'fill'>,
  asking: AbortController,
): Promise<void> {
  const { signal } = asking
  if (!('OTPCredential' in window) || signal.aborted) return
  editor.form()?.addEventListener('submit', () => asking.abort(), { signal })
  try {
    // SAFETY: a browser with OTPCredential takes the `otp` member, which the DOM types lack.
    const credentials = navigator.credentials as unknown as OTPCredentials
    const answer = await credentials.get({ otp: { transport: ['sms'] }, signal })
    if (answer?.code && !signal.aborted) editor.fill(answer.code, 'input-autofill')
  } catch {
    // Aborted, refused by the person, or not allowed in this frame. They can still type.
  }
}
