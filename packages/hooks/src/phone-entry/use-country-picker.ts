'use client'
import {
  useCallback,
  useRef,
  useState,
  type ButtonHTMLAttributes,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react'
import { phoneEntryPart, type PhonePartIdentity } from './phone-entry.anatomy.ts'

/** What the button of a country list needs to know. */
export interface UseCountryPickerOptions {
  /** Prefix of the ids that tie the parts together. */
  id: string
  /** A list that is open closes. */
  disabled?: boolean | undefined
  /** False while the list is still being loaded: it opens when it is here. @default true */
  isReady?: boolean | undefined
}

/** Whether the list is open, and prop getters for its button. Hand it to `useCountryList`. */
export interface UseCountryPickerReturn {
  id: string
  /** The list was asked for. */
  isOpen: boolean
  /** Letters typed on the button: they open the list and begin the search. */
  firstQuery: string
  button: RefObject<HTMLButtonElement | null>
  close: () => void
  getButtonProps: () => ButtonHTMLAttributes<HTMLButtonElement> &
    PhonePartIdentity & { ref: RefObject<HTMLButtonElement | null> }
}

/** The button that opens a list of countries; the list itself is `useCountryList`. */
export function useCountryPicker(options: UseCountryPickerOptions): UseCountryPickerReturn {
  const { id, disabled = false, isReady = true } = options
  const [query, setQuery] = useState<string>()
  const button = useRef<HTMLButtonElement>(null)
  const close = useCallback(() => setQuery(undefined), [])
  if (disabled && query !== undefined) close()
  const isOpen = query !== undefined && !disabled
  const isPending = isOpen && !isReady

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event
    // A list that comes later must not take the focus away from where the person has gone.
    if (isPending && key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      close()
    }
    // No search begins with a space.
    const isLetter = key.length === 1 && !ctrlKey && !metaKey && !altKey && (key !== ' ' || query)
    if (!isLetter && key !== 'ArrowDown' && key !== 'ArrowUp') return
    event.preventDefault()
    setQuery((typed = '') => (isLetter ? typed + key : typed))
  }

  const onClick = (event: MouseEvent<HTMLButtonElement>) => {
    // Enter and Space click as well. While the list is loading, they do not call it off.
    if (isPending && event.detail === 0) return
    // Safari gives no focus to what is clicked.
    event.currentTarget.focus()
    setQuery(isOpen ? undefined : '')
  }

  return {
    id,
    isOpen,
    firstQuery: query ?? '',
    button,
    close,
    getButtonProps: () => ({
      ...phoneEntryPart('country'),
      ref: button,
      type: 'button',
      disabled,
      'aria-haspopup': 'dialog',
      'aria-expanded': isOpen && isReady,
      'aria-controls': isOpen && isReady ? `${id}-picker` : undefined,
      onClick,
      onKeyDown,
      onBlur: isPending ? close : undefined,
    }),
  }
}
