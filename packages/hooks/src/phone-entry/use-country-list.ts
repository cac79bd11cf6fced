'use client'
import type { CountryCode } from 'libphonenumber-js/core'
import {
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  type ComponentPropsWithoutRef,
  type HTMLAttributes,
  type KeyboardEvent,
  type RefCallback,
} from 'react'
import { safely } from '../lib/safely.ts'
import { countryListTransition, openedList } from './country-list.state.ts'
import { matchCountries, type ListedCode, type ListedCountry } from './match-countries.ts'
import { phoneEntryPart, type PhonePartIdentity } from './phone-entry.anatomy.ts'
import type { PhoneEntryMessages } from './phone-entry.messages.ts'
import type { UseCountryPickerReturn } from './use-country-picker.ts'

/** The picker that the list belongs to, and what is in it. */
export interface UseCountryListOptions {
  /** The picker that has opened it. */
  picker: UseCountryPickerReturn
  /** The countries in the order of the list. */
  items: readonly ListedCountry[]
  /** Undefined is *International*. */
  value: CountryCode | undefined
  /** The `messages` of `usePhoneEntry`. */
  messages: PhoneEntryMessages
  /** After a choice by Enter or a click. The list is closed by then. */
  onValueChange: (country: CountryCode | undefined) => void
}

type Attributes = HTMLAttributes<HTMLElement> & PhonePartIdentity

/** The open list: what the search found, and prop getters. */
export interface UseCountryListReturn {
  query: string
  /** The option that Enter would pick. */
  active: ListedCode | undefined
  /** The countries that the query found. */
  found: readonly ListedCountry[]
  /** Closes it without a change, and goes back to the button. */
  dismiss: () => void
  getPickerProps: () => Attributes & { ref: RefCallback<HTMLElement> }
  getSearchProps: () => ComponentPropsWithoutRef<'input'> & PhonePartIdentity
  getListProps: () => Attributes
  getOptionProps: (
    country: ListedCode,
  ) => Attributes & { role: 'option'; 'data-active': '' | undefined }
  /** For a line that says how many were found. */
  getResultsProps: () => Attributes
}

/**
 * The open list of a country picker: a dialog with a search (combobox) over a listbox. Mount it
 * while the picker is open. It can be loaded only then: a closed picker needs none of it.
 */
export function useCountryList(options: UseCountryListOptions): UseCountryListReturn {
  const { picker, items, value = 'ZZ', messages, onValueChange } = options
  const { id, button, close, firstQuery } = picker
  const [state, send] = useReducer(countryListTransition, undefined, () =>
    openedList(items, value, firstQuery),
  )
  const { query, active } = state
  const root = useRef<HTMLElement>(null)
  const found = useMemo(() => matchCountries(items, query), [items, query])
  const optionId = (country: ListedCode) => `${id}-option-${country}`

  const commit = (country: ListedCode | undefined) => {
    if (country === undefined) return
    close()
    onValueChange(country === 'ZZ' ? undefined : country)
  }

  const dismiss = useCallback(() => {
    button.current?.focus({ preventScroll: true })
    close()
  }, [button, close])

  useEffect(() => {
    const page = root.current?.ownerDocument
    const leave = (event: Event) => {
      // Inside a shadow root `target` is the host.
      const isFocus = event.type === 'focusout'
      const target = isFocus ? (event as FocusEvent).relatedTarget : event.composedPath()[0]
      const isInside = [button, root].some(({ current }) => current?.contains(target as Node))
      if (target && !isInside) close()
    }
    // A focus that moves within a shadow root is not heard outside it.
    const tree = root.current?.getRootNode()
    page?.addEventListener('pointerdown', leave)
    tree?.addEventListener('focusout', leave)
    return () => {
      page?.removeEventListener('pointerdown', leave)
      tree?.removeEventListener('focusout', leave)
    }
  }, [button, close])

  useEffect(() => {
    const row = root.current?.querySelector('[role="option"][data-active]')
    // jsdom has no scrollIntoView, and the tests of an app may open the list.
    safely(() => row?.scrollIntoView({ block: 'nearest' }))
  }, [active, found])

  const onPickerKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const { key } = event
    if (key === 'Escape' || key === 'Tab') {
      // The focus is on the button again, and Tab goes on from there.
      dismiss()
      if (key === 'Escape') {
        event.preventDefault()
        // A dialog around the field must stay open.
        event.stopPropagation()
      }
      return
    }
    // SAFETY: keys are pressed on elements.
    if (key === 'Enter' && (event.target as Element).localName !== 'button') {
      // Nor may Enter submit the form.
      event.preventDefault()
      commit(found.some(({ country }) => country === active) ? active : undefined)
      return
    }
    const isMove = /^(?:Arrow(?:Up|Down)|Page(?:Up|Down))$/.test(key)
    if (isMove || (query === '' && (key === 'Home' || key === 'End'))) {
      event.preventDefault()
      send({ type: 'KEY', key, list: items })
    }
  }

  const attachPicker = useCallback((element: HTMLElement | null) => {
    root.current = element
    if (!element) return
    // A field that takes the focus brings up the keyboard, which hides half of the list.
    const view = element.ownerDocument.defaultView
    const isTouch = safely(() => view?.matchMedia('(pointer: coarse)').matches)
    const target = isTouch ? element : element.querySelector<HTMLElement>('[role="combobox"]')
    target?.focus({ preventScroll: true })
  }, [])

  return {
    ...state,
    found,
    dismiss,
    getPickerProps: () => ({
      ...phoneEntryPart('picker'),
      ref: attachPicker,
      id: `${id}-picker`,
      role: 'dialog',
      tabIndex: -1,
      'aria-label': messages.choose,
      onKeyDown: onPickerKeyDown,
    }),
    getSearchProps: () => ({
      ...phoneEntryPart('search'),
      type: 'text',
      role: 'combobox',
      'aria-label': messages.search,
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
      placeholder: messages.search,
      value: query,
      onChange: ({ target }) => send({ type: 'SEARCH', query: target.value, list: items }),
    }),
    getListProps: () => ({
      ...phoneEntryPart('list'),
      id: `${id}-list`,
      role: 'listbox',
      'aria-label': messages.countries,
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
