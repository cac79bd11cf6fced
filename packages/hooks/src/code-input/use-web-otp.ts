'use client'
import { useEffect } from 'react'
import type { InputEditor } from './input-editor.ts'

interface OTPCredentials {
  get(request: {
    otp: { transport: 'sms'[] }
    signal: AbortSignal
  }): Promise<{ code?: string } | null>
}

/**
 * Asks the browser for the code of an arriving message (WebOTP: Chrome on Android). It answers
 * only to a message that ends in the origin-bound line `@example.com #123456`. The request ends
 * with the field, with a submission of its form, and as soon as it is no longer wanted.
 */
export function useWebOTP(editor: InputEditor, isWanted: boolean): void {
  useEffect(() => {
    if (!isWanted || !('OTPCredential' in window)) return
    const asking = new AbortController()
    const { signal } = asking
    const end = () => asking.abort()
    editor.input?.form?.addEventListener('submit', end, { signal })
    // SAFETY: a browser with OTPCredential takes the `otp` member, which the DOM types lack.
    const credentials = navigator.credentials as unknown as OTPCredentials
    credentials.get({ otp: { transport: ['sms'] }, signal }).then(
      (answer) => {
        if (answer?.code && !signal.aborted) editor.fill(answer.code, 'autofilled')
      },
      // Aborted, refused by the person, or not allowed in this frame: they can still type.
      () => {},
    )
    return end
  }, [editor, isWanted])
}
