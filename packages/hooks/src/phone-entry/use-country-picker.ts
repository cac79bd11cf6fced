'use client'
import type { CountryCode } from 'libphonenumber-js/core'
import {
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  type ButtonHTMLAttributes,
  type ComponentPropsWithoutRef,
  type HTMLAttributes,
  type KeyboardEvent,
  type RefCallback,
  type RefObject,
} from 'react'
import { closedPicker, pickerTransition } from './country-picker.state.ts'
import { matchCountries, type ListedCountry } from './match-countries.ts'
import { phoneEntryPart, type PhonePartIdentity } from './phone-entry.anatomy.ts'
import type { PhoneEntryMessages } from './phone-entry.messages.ts'

export interface UseCountryPickerOptions {
  /** Prefix of the ids that tie the parts together. */
  id: string
  /** The countries in the order of the list. Asked for only while it is open. */
  list: readonly ListedCountry[]
  value: CountryCode | undefined
  words: PhoneEntryMessages
  /** After an explicit choice: Enter or a click. The list is closed by then. */
  onPick: (country: CountryCode) => void
  disabled?: boolean | undefined
}

type Attributes = HTMLAttributes<HTMLElement> & PhonePartIdentity

export interface UseCountryPickerReturn {
  isOpen: boolean
  query: string
  active: CountryCode | undefined
  /** What the query found. */
  found: readonly ListedCountry[]
  close: () => void
  getButtonProps: () => ButtonHTMLAttributes<HTMLButtonElement> &
    PhonePartIdentity & { ref: RefObject<HTMLButtonElement | null> }
  getPickerProps: () => Attributes & { ref: RefCallback<HTMLElement> }
  getSearchProps: () => ComponentPropsWithoutRef<'input'> & PhonePartIdentity
  getListProps: () => Attributes
  getOptionProps: (
    country: CountryCode,
  ) => Attributes & { role: 'option'; 'data-active': '' | undefined }
  /** For a line that says how many were found. */
  getResultsProps: () => Attributes
}

/** A list of countries behind a button: a dialog with a search (combobox) over a listbox. */
export function useCountryPicker(options: UseCountryPickerOptions): UseCountryPickerReturn {
  const { id, list, value, words, onPick, disabled = false } = options
  const [state, send] = useReducer(pickerTransition, closedPicker)
  const { isOpen, query, active } = state
  const button = useRef<HTMLButtonElement>(null)
  const picker = useRef<HTMLElement>(null)
  const found = useMemo(() => (isOpen ? matchCountries(list, query) : []), [isOpen, list, query])
  const optionId = (country: CountryCode) => `${id}-option-${country}`
  const close = useCallback(() => send({ type: 'CLOSE' }), [])

  const open = (firstQuery = '') => {
    if (!disabled) send({ type: 'OPEN', query: firstQuery, list, value })
  }
  const commit = (country: CountryCode | undefined) => {
    if (country === undefined) return
    close()
    onPick(country)
  }

  // The list is made on the first opening: what is active in it can only be known then.
  useEffect(() => {
    if (isOpen && active === undefined && list.length > 0) {
      send({ type: 'OPEN', query, list, value })
    }
  }, [isOpen, active, list, query, value])

  useEffect(() => {
    if (!isOpen) return
    const leave = (event: Event) => {
      const target = event instanceof FocusEvent ? event.relatedTarget : event.target
      const isInside = [button, picker].some(({ current }) => current?.contains(target as Node))
      if (target !== null && !isInside) close()
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusout', leave)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusout', leave)
    }
  }, [isOpen, close])

  useEffect(() => {
    if (!isOpen || active === undefined) return
    // jsdom has no scrollIntoView, and the tests of an app may open the list.
    document.getElementById(`${id}-option-${active}`)?.scrollIntoView?.({ block: 'nearest' })
  }, [isOpen, active, id, found])

  const onButtonKeyDown = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey, altKey } = event
    const isLetter = key.length === 1 && key !== ' ' && !ctrlKey && !metaKey && !altKey
    if (!isLetter && key !== 'ArrowDown' && key !== 'ArrowUp') return
    event.preventDefault()
    open(isLetter ? key : '')
  }

  const onPickerKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const { key } = event
    if (key === 'Escape' || key === 'Tab') {
      // From the button on, Tab finds its way by itself.
      button.current?.focus()
      close()
      if (key === 'Escape') {
        event.preventDefault()
        // A dialog around the field must not close as well.
        event.stopPropagation()
      }
      return
    }
    if (key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      // Neither does it submit the form.
      event.preventDefault()
      commit(found.some(({ country }) => country === active) ? active : undefined)
      return
    }
    const isMove = /^(?:Arrow(?:Up|Down)|Page(?:Up|Down))$/.test(key)
    if (isMove || (query === '' && (key === 'Home' || key === 'End'))) {
      event.preventDefault()
      send({ type: 'KEY', key, list })
    }
  }

  const attachPicker = useCallback((element: HTMLElement | null) => {
    picker.current = element
    if (!element) return
    // A field that takes the focus brings up the keyboard, which hides half of the list.
    const isTouch = window.matchMedia?.('(pointer: coarse)').matches
    const target = isTouch ? element : element.querySelector<HTMLElement>('[role="combobox"]')
    target?.focus({ preventScroll: true })
  }, [])

  return {
    ...state,
    found,
    close,
    getButtonProps: () => ({
      ...phoneEntryPart('country'),
      ref: button,
      type: 'button',
      disabled,
      'aria-haspopup': 'dialog',
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? `${id}-picker` : undefined,
      onClick: () => (isOpen ? close() : open()),
      onKeyDown: onButtonKeyDown,
    }),
    getPickerProps: () => ({
      ...phoneEntryPart('picker'),
      ref: attachPicker,
      id: `${id}-picker`,
      role: 'dialog',
      tabIndex: -1,
      'aria-label': words.choose,
      onKeyDown: onPickerKeyDown,
    }),
    getSearchProps: () => ({
      ...phoneEntryPart('search'),
      type: 'text',
      role: 'combobox',
      'aria-label': words.search,
      'aria-expanded': true,
      'aria-controls': `${id}-list`,
      'aria-autocomplete': 'list',
      'aria-activedescendant':
        active !== undefined && found.length > 0 ? optionId(active) : undefined,
      autoComplete: 'off',
      autoCapitalize: 'off',
      autoCorrect: 'off',
      spellCheck: false,
      enterKeyHint: 'done',
      placeholder: words.search,
      value: query,
      onChange: ({ target }) => send({ type: 'SEARCH', query: target.value, list }),
    }),
    getListProps: () => ({
      ...phoneEntryPart('list'),
      id: `${id}-list`,
      role: 'listbox',
      'aria-label': words.countries,
    }),
    getOptionProps: (country) => ({
      ...phoneEntryPart('option'),
      id: optionId(country),
      role: 'option',
      'aria-selected': country === value,
      'data-active': country === active ? '' : undefined,
      // The search keeps the focus.
      onMouseDown: (event) => event.preventDefault(),
      onPointerMove: () => send({ type: 'POINT', country }),
      onClick: () => commit(country),
    }),
    getResultsProps: () => ({ ...phoneEntryPart('results'), role: 'status' }),
  }
}
