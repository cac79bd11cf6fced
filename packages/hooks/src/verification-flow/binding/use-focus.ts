'use client'
import { useCallback, useEffect, useRef } from 'react'
import { focusTargetFor, isCodeReturned, type FocusTarget } from '../view/focus.ts'
import { partSelector } from './verification-flow.anatomy.ts'
import type { FlowState } from '../machine/flow-state.ts'

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
 * Moves the focus with the flow (flow.md A11Y-11), if it is within the flow or nowhere. It never takes
 * the focus from something else on the page. Returns the ref for the element around the flow.
 */
export function useFocus(
  state: FlowState,
  serverState: FlowState,
): (root: HTMLElement | null) => void {
  const root = useRef<HTMLElement>(null)
  const previous = useRef(state)
  useEffect(() => {
    const before = previous.current
    previous.current = state
    // Hydration replaces the server's page. The person has done nothing.
    const target = before === serverState ? undefined : focusTargetFor(before, state)
    const element = root.current
    if (!element) return
    if (isCodeReturned(before, state)) {
      const field = element.querySelector<HTMLInputElement>(codeField)
      if (field?.matches(':focus')) field.select()
    }
    if (!target || isFocusBeside(element)) return
    const found = element.querySelector<HTMLElement>(selectors[target])
    found?.focus()
    if (target === 'phone' || target === 'codeSelected') {
      // SAFETY: both selectors say `input`. A class would be that of another window in a frame.
      ;(found as HTMLInputElement | null)?.select()
    }
  }, [state, serverState])
  return useCallback((element) => {
    root.current = element
  }, [])
}

/** Something else has the focus, in this document or around its shadow hosts and frames. */
function isFocusBeside(element: Element): boolean {
  let around: Element | null | undefined = element
  while (around) {
    // SAFETY: an element in a page has one of the two as its root.
    const root = around.getRootNode() as Document | ShadowRoot
    const { activeElement } = root
    const isNowhere = !activeElement || activeElement === around.ownerDocument.body
    if (!isNowhere && !around.contains(activeElement)) return true
    around = 'host' in root ? root.host : root.defaultView?.frameElement
  }
  return false
}
