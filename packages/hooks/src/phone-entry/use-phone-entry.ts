'use client'
import { getCountries, type CountryCode, type MetadataJson } from 'libphonenumber-js/core'
import { useEffect, useId, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { createRefJoiner } from '../lib/join-refs.ts'
import { safely } from '../lib/safely.ts'
import { usePhoneproof } from '../provider/phoneproof-context.ts'
import { useMessages } from '../messages/use-messages.ts'
import { liteNumberMetadata, loadNumberMetadata, numberMetadata } from './number-metadata.ts'
import type { PhoneDetail } from './phone-detail.ts'
import {
  phoneEntryMessages,
  type PhoneEntryMessages,
  type PhoneProblem,
  type PhoneRefusal,
} from './phone-entry.messages.ts'
import { phoneEntryProps, type PhoneEntryPropGetters } from './phone-entry.props.ts'
import { createPhoneField, type PhoneChangeHandler } from './phone-field.ts'
import { useNumberRules } from './use-number-rules.ts'

/** Two letters (ISO 3166, with AC, TA and XK): the countries that have numbers. */
export type PhoneCountry = CountryCode

/** What makes an `<input type="tel">` a phone field. */
export interface UsePhoneEntryOptions {
  /**
   * E.164, such as `+447860021130`, or the text that `onChange` of the input told. It is taken over when
   * it changes. Null and `''` empty the field; undefined leaves what is not a number yet. Leave it out
   * for an uncontrolled field.
   */
  value?: string | null | undefined
  /** Where an uncontrolled field starts, and what a form reset brings back. */
  defaultValue?: string | null | undefined
  /** After each change by the person. E.164 once the length is right, undefined before. */
  onValueChange?: PhoneChangeHandler | undefined
  /**
   * Two letters (ISO 3166); null for *International*. @default the country of the browser's
   * language
   */
  defaultCountry?: string | null | undefined
  /** Numbers of other countries are refused. @default all */
  countries?: readonly string[] | undefined
  /** `possible` asks only for the right length. @default 'valid' */
  strictness?: 'valid' | 'possible' | undefined
  /** `mobile` refuses numbers that are known to be of another type. @default 'any' */
  numberType?: 'any' | 'mobile' | undefined
  /** Submits E.164 under this name. */
  name?: string | undefined
  /** The form it belongs to, when that is not around it. */
  form?: string | undefined
  /** @default a generated one */
  id?: string | undefined
  disabled?: boolean | undefined
  readOnly?: boolean | undefined
  required?: boolean | undefined
  /** You show an error of your own. */
  invalid?: boolean | undefined
  /** You render an element with `getDescriptionProps`. */
  hasDescription?: boolean | undefined
}

/** A phone field as data and prop getters. */
export interface UsePhoneEntryReturn extends PhoneEntryPropGetters {
  value: string | undefined
  detail: PhoneDetail
  /** The number begins with its calling code. */
  isInternational: boolean
  /**
   * False on the server and while hydrating. Once it is true, what only a browser knows may be
   * shown.
   */
  isLive: boolean
  /** The countries to choose from, in no order. */
  countries: readonly CountryCode[]
  /** libphonenumber-js metadata: a small set first, then the full one. */
  plans: MetadataJson
  /** What to show under the field now: nothing before it was left with text in it, or submitted. */
  problem: PhoneProblem | undefined
  /** What the last paste or key left out. */
  refused: PhoneRefusal | undefined
  messages: PhoneEntryMessages
  /** Undefined picks *International*. */
  pickCountry: (country: string | undefined) => void
  /** Takes text as if it were pasted over everything. */
  setText: (text: string) => void
  focus: () => void
  /** Fetches the full metadata before the field is idle or focused. */
  load: () => void
}

// React 18 warns about layout effects on the server.
const useIsomorphicLayoutEffect = typeof window === 'undefined' ? useEffect : useLayoutEffect
const never = () => () => {}

/** The behaviour of an international phone field, around one `<input type="tel">` of yours. */
export function usePhoneEntry(options: UsePhoneEntryOptions): UsePhoneEntryReturn {
  const { value, name, onValueChange, required = false } = options
  const ownId = useId()
  const messages = useMessages('phoneEntry', phoneEntryMessages)
  const { clock } = usePhoneproof()
  const store = numberMetadata()
  const metadata = useSyncExternalStore(store.subscribe, store.getSnapshot, liteNumberMetadata)
  // False on the server and while hydrating, so that both render the same.
  const isLive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const rules = useNumberRules(options, metadata, isLive)
  const [{ field, joinRef }] = useState(() => {
    const field = createPhoneField(options, rules, clock)
    return { field, joinRef: createRefJoiner(field.attach) }
  })
  const { subscribe, getSnapshot } = field.state
  const state = useSyncExternalStore(subscribe, getSnapshot, getSnapshot)
  const fallback = field.settle(rules.fallback)
  const settled = useMemo(() => ({ ...rules, fallback }), [rules, fallback])
  const view = field.viewOf(state, settled)
  const [defaultText] = useState(view.text)

  const { status } = view
  const problem = status === 'ok' || (status === 'empty' && !required) ? undefined : status
  const shown = state.isJudged ? problem : undefined

  useIsomorphicLayoutEffect(() => {
    field.update({ rules: settled, value, name, onValueChange })
    field.input()?.setCustomValidity(problem === undefined ? '' : messages.problems[problem])
  })
  useEffect(() => {
    // Safari has none: there the focus loads it.
    const handle = safely(() => window.requestIdleCallback(load))
    if (handle === undefined) return
    return () => safely(() => window.cancelIdleCallback(handle))
  }, [])
  const countries = useMemo(
    () => rules.countries ?? getCountries(rules.metadata.plans),
    [rules.countries, rules.metadata],
  )

  return {
    ...phoneEntryProps(
      {
        ...options,
        id: options.id ?? ownId,
        required,
        value: view.value,
        defaultText,
        invalid: options.invalid === true || shown !== undefined,
        hasNotice: state.refused !== undefined,
        isLive,
      },
      {
        joinRef,
        onFocus: load,
        onLeave(event) {
          const { currentTarget, relatedTarget, defaultPrevented } = event
          // Going to the country beside it is not leaving the field.
          const root = currentTarget.closest('[data-scope="phone-entry"][data-part="root"]')
          if (defaultPrevented || state.digits === '' || root?.contains(relatedTarget)) return
          field.judge()
        },
        onInvalid(event) {
          // A script that only checks validity must move no focus. If it reports, the browser says
          // why.
          if (!field.isAsked()) return
          event.preventDefault()
          field.judge()
          const input = event.currentTarget
          const fields = [...(input.form?.elements ?? [])]
          const first = fields.find((each) => each.matches(':invalid:not(fieldset)'))
          if (first === undefined || first === input) input.focus()
        },
      },
    ),
    value: view.value,
    detail: field.detailOf(state, settled),
    isInternational: view.reading.isInternational,
    isLive,
    countries,
    plans: metadata.plans,
    problem: shown,
    refused: state.refused,
    messages,
    pickCountry: field.pick,
    setText: field.fill,
    focus: field.focus,
    load,
  }
}

const load = (): void => void loadNumberMetadata()
