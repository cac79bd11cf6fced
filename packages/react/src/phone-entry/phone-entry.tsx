'use client'
import { usePhoneEntry, type UsePhoneEntryOptions } from '@phoneproof/hooks/phone-entry'
import { usePhoneproof } from '@phoneproof/hooks/provider'
import {
  forwardRef,
  useId,
  useMemo,
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  type ReactNode,
  type RefAttributes,
} from 'react'
import { CountryPicker } from './country-picker.tsx'

type HookOptions = Omit<UsePhoneEntryOptions, 'invalid' | 'hasDescription'>

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
  countryNames?: Readonly<Record<string, string>> | undefined
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
    numberType,
    name,
    form,
    disabled = false,
    readOnly = false,
    required,
    preferredCountries,
    label,
    description,
    error,
    countryNames,
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
    numberType,
    name,
    form,
    id,
    disabled,
    readOnly,
    required,
    hasDescription,
    invalid: hasError,
  })
  const { messages, plans, isLive, pickCountry, focus, detail } = field
  const { country, callingCode } = detail
  const code = field.isInternational || callingCode === undefined ? undefined : `+${callingCode}`
  const isBlocked = disabled || readOnly
  const all = field.countries
  const hasInternational = countries === undefined
  // Arrays and functions written in JSX are new at each render.
  const first = preferredCountries?.join() ?? ''
  const preferred = useMemo(
    () => [...new Set(first.split(','))].flatMap((each) => all.find((one) => one === each) ?? []),
    [first, all],
  )
  const fieldName =
    label === undefined && inputProps['aria-label'] === undefined ? messages.label : label
  const message = field.problem && messages.problems[field.problem]
  const shownError = hasError ? error : message
  const notice = field.refused && messages.refusals[field.refused]
  const hidden = field.getHiddenInputProps()
  return (
    <div {...field.getRootProps()} className={className} style={style}>
      {isShown(fieldName) && <label {...field.getLabelProps()}>{fieldName}</label>}
      {hasDescription && <div {...field.getDescriptionProps()}>{description}</div>}
      <div {...field.getControlProps()} onPointerEnter={field.load}>
        <CountryPicker
          {...{
            id,
            messages,
            plans,
            locale,
            countryNames,
            country,
            code,
            isLive,
            isBlocked,
            flags,
            picker,
          }}
          {...{ countries: all, preferred, hasInternational, focusAfterPick, pickCountry, focus }}
        />
        <input {...field.getInputProps({ ...inputProps, ref })} />
      </div>
      {hidden && <input {...hidden} />}
      {isShown(shownError) && <div {...field.getErrorProps()}>{shownError}</div>}
      <div {...field.getNoticeProps()}>{notice}</div>
    </div>
  )
})

const isShown = (node: ReactNode): boolean =>
  node !== undefined && node !== null && node !== false && node !== ''
