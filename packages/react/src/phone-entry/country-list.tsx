'use client'
import {
  useCountryList,
  type ListedCountry,
  type UseCountryListReturn,
} from '@phoneproof/hooks/country-list'
import { phoneEntryPart } from '@phoneproof/hooks/internal/phone-entry'
import { listedCountry, type UseCountryPickerReturn } from '@phoneproof/hooks/phone-entry'
import { safely } from '@phoneproof/hooks/internal'
import {
  memo,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { CountryOptions, type CountryOption as Option } from './country-options.tsx'
import { Flag } from './flag.tsx'
import { CheckIcon, CloseIcon, SearchIcon } from './country-list-icons.tsx'
import { usePhoneEntryContext } from './phone-entry-context.ts'
import { usePlacement } from './use-placement.ts'

export interface CountryListProps {
  picker: UseCountryPickerReturn
}

/** The open list: in the DOM only while it is open. */
export function CountryList({ picker }: CountryListProps): ReactNode {
  return <CountryOptions>{(options) => <OpenList {...{ picker, options }} />}</CountryOptions>
}

function OpenList({
  picker,
  options,
}: CountryListProps & { options: readonly Option[] }): ReactNode {
  const { messages, country, focusAfterPick, countryNames, locale, pickCountry, focus } =
    usePhoneEntryContext('CountryList')
  const listed = useMemo(
    () =>
      options
        .filter(({ divider }) => !divider)
        .map(({ value, label }) => listedCountry(value ?? 'ZZ', label)),
    [options],
  )
  const dividerAfter = options[options.findIndex((option) => option.divider) - 1]?.value
  const open = useCountryList({
    picker,
    items: listed,
    value: country,
    messages,
    onValueChange(picked) {
      pickCountry(picked)
      if (focusAfterPick === 'input') focus()
      else picker.button.current?.focus()
    },
  })
  const { found, query } = open
  // Before it is scrolled: until it is placed it has no size.
  const placement = usePlacement(open.dismiss)
  const { list, rows } = useGrowingList(found, open.active)
  const { ref, ...pickerProps } = open.getPickerProps()
  const attach = useCallback(
    (element: HTMLElement | null) => {
      placement(element)
      ref(element)
    },
    [placement, ref],
  )
  return (
    <div {...pickerProps} ref={attach}>
      <div {...phoneEntryPart('picker-head')}>
        <SearchIcon />
        <input {...open.getSearchProps()} />
        <button
          type="button"
          {...phoneEntryPart('close')}
          aria-label={messages.close}
          onClick={open.dismiss}
        >
          <CloseIcon />
        </button>
      </div>
      {/* Names of countries may be in another language than the page. */}
      <ul
        {...open.getListProps()}
        ref={list}
        lang={countryNames ? undefined : (locale ?? safely(() => navigator.language))}
      >
        {rows.map((each) => (
          <CountryOption
            key={each.country}
            listed={each}
            {...open.getOptionProps(each.country)}
            isLast={query === '' && each.country === dividerAfter}
          />
        ))}
      </ul>
      {found.length === 0 && <p {...phoneEntryPart('empty')}>{messages.noResults}</p>}
      <div {...open.getResultsProps()}>
        {query && (found.length === 0 ? messages.noResults : messages.results(found.length))}
      </div>
    </div>
  )
}

/** Rows of the first frame: more than are seen, and a few above the active one. */
const firstRows = 20
const rowsAbove = 5

/**
 * Opens with the rows that are seen. The rest follow a moment later: 245 rows would cost a frame or
 * two.
 */
function useGrowingList(found: readonly ListedCountry[], active: string | undefined) {
  const list = useRef<HTMLUListElement>(null)
  const lastTop = useRef<number>(undefined)
  const [isWhole, setIsWhole] = useState(false)
  const at = found.findIndex(({ country }) => country === active)
  const start = Math.max(Math.min(at - rowsAbove, found.length - firstRows), 0)

  useLayoutEffect(() => {
    const row = list.current?.querySelector('[data-active]')
    if (!list.current || !row || (isWhole && lastTop.current === undefined)) return
    if (!isWhole) safely(() => row.scrollIntoView({ block: 'center' }))
    // In the list, which may be sliding in.
    const top = row.getBoundingClientRect().top - list.current.getBoundingClientRect().top
    // The rows that came in above must not push the active one away.
    if (isWhole) list.current.scrollTop += top - (lastTop.current ?? top)
    lastTop.current = isWhole ? undefined : top
  }, [isWhole, active])
  useEffect(() => {
    if (found.length > 0) startTransition(() => setIsWhole(true))
  }, [found.length])
  return { list, rows: isWhole ? found : found.slice(start, start + firstRows) }
}

type OptionProps = ReturnType<UseCountryListReturn['getOptionProps']> & {
  listed: ListedCountry
  isLast: boolean
}

// The handlers are new with each render and do the same: no reason to render 245 options.
const CountryOption = memo(
  function CountryOption({ listed, isLast, ...props }: OptionProps): ReactNode {
    return (
      <li {...props} data-last={isLast ? '' : undefined}>
        <Flag country={listed.country === 'ZZ' ? undefined : listed.country} />
        <span {...phoneEntryPart('option-name')}>{listed.name}</span>
        {listed.callingCode && (
          <bdi {...phoneEntryPart('option-code')}>{`+${listed.callingCode}`}</bdi>
        )}
        {props['aria-selected'] === true && <CheckIcon />}
      </li>
    )
  },
  (before, after) =>
    before.listed === after.listed &&
    before.isLast === after.isLast &&
    before['data-active'] === after['data-active'] &&
    before['aria-selected'] === after['aria-selected'],
)
