'use client'
import { phoneEntryMessages, useMessages, type PhoneProblem } from '@phoneproof/hooks'
import type { CountryCode } from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/min/metadata'
import {
  forwardRef,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react'
import PhoneInput from 'react-phone-number-input/core'
import labels from 'react-phone-number-input/locale/en'
import { CountrySelect } from './country-select.tsx'
import { problemOf } from './phone-problem.ts'

/** What comes with a change of the number. */
export interface PhoneEntryDetails {
  country: string | undefined
  problem: PhoneProblem | undefined
}

export interface PhoneEntryProps {
  /** E.164, such as `+447860021130`. */
  value?: string | undefined
  defaultValue?: string | undefined
  /** Gets E.164 once the number is possible, undefined before. */
  onValueChange?: ((value: string | undefined, details: PhoneEntryDetails) => void) | undefined
  defaultCountry?: string | undefined
  countries?: readonly string[] | undefined
  preferredCountries?: readonly string[] | undefined
  /** @default the `phoneEntry.label` message */
  label?: ReactNode
  description?: ReactNode
  /** Shown instead of the field's own. */
  error?: ReactNode
  /** Submits E.164 under this name. */
  name?: string | undefined
  disabled?: boolean | undefined
  readOnly?: boolean | undefined
  required?: boolean | undefined
  autoFocus?: boolean | undefined
  id?: string | undefined
}

/** An international phone number. `ref` is the visible input. */
export const PhoneEntry: ForwardRefExoticComponent<
  PhoneEntryProps & RefAttributes<HTMLInputElement>
> = forwardRef<HTMLInputElement, PhoneEntryProps>(function PhoneEntry(props, ref) {
  const { value, defaultValue, onValueChange, error, required = false, readOnly = false } = props
  const words = useMessages('phoneEntry', phoneEntryMessages)
  const ownId = useId()
  const id = props.id ?? ownId
  const input = useRef<HTMLInputElement>(null)
  useImperativeHandle(ref, () => input.current as HTMLInputElement, [])
  const [text, setText] = useState(value ?? defaultValue)
  const [country, setCountry] = useState<string | undefined>(props.defaultCountry)
  const [isShown, setShown] = useState(false)

  const problem = problemOf(text, props.countries)
  const e164 = problem === undefined ? text : undefined
  const emitted = useRef(value ?? defaultValue)
  if (value !== undefined && value !== emitted.current && value !== text) setText(value)

  const complaint = problem === 'empty' && !required ? undefined : problem
  const message = complaint && words.problems[complaint]
  useEffect(() => input.current?.setCustomValidity(message ?? ''), [message])
  const shown = error ?? (isShown ? message : undefined)

  const emit = useCallback(
    (next: string | undefined, from: string | undefined) => {
      const nextProblem = problemOf(next, props.countries)
      const possible = nextProblem === undefined ? next : undefined
      emitted.current = possible
      onValueChange?.(possible, { country: from, problem: nextProblem })
    },
    [onValueChange, props.countries],
  )

  return (
    <div
      data-scope="phone-entry"
      data-part="root"
      data-invalid={shown ? '' : undefined}
      data-readonly={readOnly ? '' : undefined}
    >
      <label data-scope="phone-entry" data-part="label" htmlFor={id}>
        {props.label ?? words.label}
      </label>
      {props.description && (
        <div data-scope="phone-entry" data-part="description" id={`${id}-description`}>
          {props.description}
        </div>
      )}
      <div data-scope="phone-entry" data-part="control">
        <PhoneInput
          metadata={metadata}
          labels={labels}
          value={text ?? ''}
          onChange={(next) => {
            setText(next)
            emit(next, country)
          }}
          onCountryChange={(next) => {
            setCountry(next)
            emit(text, next)
          }}
          // SAFETY: codes the metadata does not know are ignored by the library.
          defaultCountry={props.defaultCountry as CountryCode}
          {...(props.countries && { countries: props.countries as CountryCode[] })}
          countryOptionsOrder={(props.preferredCountries ?? []) as CountryCode[]}
          countrySelectComponent={CountrySelect}
          focusInputOnCountrySelection={false}
          numberInputProps={{ 'data-scope': 'phone-entry', 'data-part': 'input' }}
          ref={input as never}
          id={id}
          autoComplete="tel"
          autoFocus={props.autoFocus}
          disabled={props.disabled ?? false}
          readOnly={readOnly}
          required={required}
          aria-invalid={shown ? true : undefined}
          aria-describedby={
            [props.description && `${id}-description`, shown && `${id}-error`]
              .filter(Boolean)
              .join(' ') || undefined
          }
          onBlur={() => {
            if (text !== undefined) setShown(true)
          }}
          onInvalid={(event: { preventDefault(): void }) => {
            event.preventDefault()
            setShown(true)
            const { form } = input.current ?? {}
            if (form?.querySelector(':invalid') === input.current) input.current?.focus()
          }}
        />
      </div>
      {props.name && <input type="hidden" name={props.name} value={e164 ?? ''} />}
      {shown && (
        <div data-scope="phone-entry" data-part="error" id={`${id}-error`}>
          {shown}
        </div>
      )}
    </div>
  )
})
