'use client'
import { useCallback, useEffect, useRef } from 'react'
import { focusTargetFor, isCodeReturned, type FocusTarget } from './focus.state.ts'
import { partSelector } from './verification.anatomy.ts'
import type { VerificationState } from './verification.state.ts'

const codeField = '[data-scope="code-input"][data-part="input"]'
const selectors: Record<FocusTarget, string> = {
  phone: '[data-scope="phone-entry"] input[type="tel"]',
  code: codeField,
  codeSelected: codeField,
  newCode: partSelector('new-code'),
  changeNumber: partSelector('change-number'),
  retry: partSelector('retry'),
  heading: partSelector('heading'),
}

/**
 * Moves focus with the flow (flow.md A11Y-11): only from within it, or from nowhere, never away
 * from something else on the page. Returns the ref for the element around the flow.
 */
export function useFocusMap(
  state: VerificationState,
  serverState: VerificationState,
): (root: HTMLElement | null) => void {
  const root = useRef<HTMLElement>(null)
  const previous = useRef(state)
  useEffect(() => {
    const before = previous.current
    previous.current = state
    // What hydration puts in the place of the server's page was there before: nobody did anything.
    const target = before === serverState ? undefined : focusTargetFor(before, state)
    const element = root.current
    if (!element) return
    const { activeElement, body } = element.ownerDocument
    if (isCodeReturned(before, state)) {
      const field = element.querySelector<HTMLInputElement>(codeField)
      if (field === activeElement) field?.select()
    }
    if (!target) return
    if (activeElement && activeElement !== body && !element.contains(activeElement)) return
    const found = element.querySelector<HTMLElement>(selectors[target])
    found?.focus()
    const isField = found instanceof HTMLInputElement
    if (isField && (target === 'phone' || target === 'codeSelected')) found.select()
  }, [state, serverState])
  return useCallback((element) => {
    root.current = element
  }, [])
}
