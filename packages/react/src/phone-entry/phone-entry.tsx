'use client'
import {
  countryName,
  usePhoneEntry,
  usePhoneproof,
  type PhoneCountry,
  type UsePhoneEntryOptions,
} from '@phoneproof/hooks'
import {
  forwardRef,
  useCallback,
  useId,
  useMemo,
  useState,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react'
import PhoneInput from 'react-phone-number-input/core'
import { CountryPicker } from './country-picker.tsx'
import { PhoneControl } from './phone-control.tsx'
import { PhoneEntryContext, type PhoneEntryContextValue } from './phone-entry-context.ts'
import { PhoneTextInput } from './phone-text-input.tsx'

type HookOptions = Omit<UsePhoneEntryOptions, 'invalid' | 'hasDescription' | 'ref'>

type NativeProps = Omit<
  ComponentPropsWithoutRef<'input'>,
  'type' | 'size' | 'maxLength' | 'minLength' | 'pattern' | keyof HookOptions
>

/** Everything else an `<input>` takes goes to the input; `className` and `style` to the root. */
export interface PhoneEntryProps extends NativeProps, HookOptions {
  /** First in the list. */
  preferredCountries?: readonly string[] | undefined
  /** Names the field. @default the `phoneEntry.label` message */
  label?: ReactNode
  description?: ReactNode
  /** Shown instead of the field's own. */
  error?: ReactNode
  /**
   * Names of countries, such as a locale file of react-phone-number-input: the same on the server.
   * @default those of the browser, in the provider's `locale`
   */
  labels?: Readonly<Record<string, string>> | undefined
  /** `native`: the platform's own list, without search. @default 'list' */
  picker?: 'list' | 'native' | undefined
  /** Where the focus goes once a country is picked. @default 'input' */
  focusAfterPick?: 'input' | 'trigger' | undefined
  /** False for none; a function draws your own. @default true */
  flags?: boolean | ((country: string) => ReactNode) | undefined
}

/** An international phone number that gives E.164. `ref` is the visible input. */
export const PhoneEntry: ForwardRefExoticComponent<
  PhoneEntryProps & RefAttributes<HTMLInputElement>
> = forwardRef<HTMLInputElement, PhoneEntryProps>(function PhoneEntry(props, ref) {
  const {
    value,
    defaultValue,
    onValueChange,
    defaultCountry,
    countries,
    strictness,
    accept,
    name,
    form,
    disabled = false,
    readOnly = false,
    required,
    preferredCountries,
    label,
    description,
    error,
    labels,
    picker = 'list',
    focusAfterPick = 'input',
    flags = true,
    className,
    style,
    ...inputProps
  } = props
  const ownId = useId()
  const id = props.id ?? ownId
  const { locale } = usePhoneproof()
  const hasDescription = isShown(description)
  const hasError = isShown(error)
  const field = usePhoneEntry({
    value,
    defaultValue,
    onValueChange,
    defaultCountry,
    countries,
    strictness,
    accept,
    name,
    form,
    id,
    disabled,
    readOnly,
    required,
    hasDescription,
    invalid: hasError,
    ref,
  })
  const [hasOpened, setHasOpened] = useState(false)
  const onOpen = useCallback(() => setHasOpened(true), [])
  const isListed = hasOpened || (picker === 'native' && field.isLive)
  const names = useMemo(() => {
    if (labels || !isListed) return labels ?? noNames
    return Object.fromEntries(field.countries.map((each) => [each, countryName(each, locale)]))
  }, [labels, isListed, field.countries, locale])
  const preferred = preferredCountries?.join() ?? ''
  const listed = useMemo(() => [...field.countries], [field.countries])
  const order = useMemo((): ListOrder => {
    const first = preferred.split(',').flatMap((each) => listed.find((one) => one === each) ?? [])
    return first.length > 0 ? [...first, '|'] : []
  }, [preferred, listed])

  const words = field.words
  const fieldName =
    label === undefined && inputProps['aria-label'] === undefined ? words.label : label
  const message = field.problem && words.problems[field.problem]
  const shownError = hasError ? error : message
  const notice = field.refused && words.refusals[field.refused]
  const hidden = field.getHiddenInputProps()

  const context: PhoneEntryContextValue = {
    field,
    id,
    locale,
    isDisabled: disabled,
    isReadOnly: readOnly,
    picker,
    focusAfterPick,
    flags,
    isListed,
    onOpen,
    inputProps,
  }
  return (
    <PhoneEntryContext.Provider value={context}>
      <div {...field.getRootProps()} className={className} style={style}>
        {isShown(fieldName) && <label {...field.getLabelProps()}>{fieldName}</label>}
        {hasDescription && <div {...field.getDescriptionProps()}>{description}</div>}
        <PhoneInput
          metadata={field.plans}
          countries={listed}
          countryOptionsOrder={order}
          addInternationalOption={false}
          labels={names}
          {...(locale !== undefined && { locales: locale })}
          value={field.value ?? ''}
          onChange={field.setText}
          containerComponent={PhoneControl}
          countrySelectComponent={CountryPicker}
          inputComponent={PhoneTextInput}
          smartCaret={false}
        />
        {hidden && <input {...hidden} />}
        {isShown(shownError) && <div {...field.getErrorProps()}>{shownError}</div>}
        {notice !== undefined && <div {...field.getNoticeProps()}>{notice}</div>}
      </div>
    </PhoneEntryContext.Provider>
  )
})

type ListOrder = (PhoneCountry | '|')[]

const noNames = {}

const isShown = (node: ReactNode): boolean =>
  node !== undefined && node !== null && node !== false && node !== ''
