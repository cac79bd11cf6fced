'use client'
import { phoneEntryPart } from '@phoneproof/hooks/internal/phone-entry'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Icon } from './phone-entry-icon.tsx'
import { usePhoneEntryContext } from './phone-entry-context.ts'

/** Decoration: the name or the calling code always stands beside it. */
export function Flag({ country }: { country: string | undefined }): ReactNode {
  const { isLive, flags } = usePhoneEntryContext('Flag')
  if (flags === false) return null
  // A picture that is missing says so on this element: the next country has one of its own.
  return (
    <span key={country} {...phoneEntryPart('flag')} aria-hidden="true">
      {country === undefined ? (
        <Icon path={globe} />
      ) : typeof flags === 'function' ? (
        flags(country)
      ) : (
        <FlagImage country={country} isLive={isLive} />
      )}
    </span>
  )
}

const globe =
  'M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15Zm0 0c2 0 3.25-3.5 3.25-7.5S12 2.5 10 2.5 6.75 6 6.75 10 8 17.5 10 17.5ZM2.75 10h14.5'

let urls: Readonly<Record<string, string>> | undefined

/** `isLive`: until then it is what the server drew, which knows no file. */
function FlagImage({ country, isLive }: { country: string; isLive: boolean }): ReactNode {
  const image = useRef<HTMLImageElement>(null)
  const [initialUrl] = useState(() => (isLive ? urls?.[country] : undefined))
  // Straight to the DOM: a flag that arrives is no reason to render.
  useEffect(() => {
    if (initialUrl !== undefined) return
    void import('./flag-urls.ts').then(
      ({ flagUrls }) => {
        urls = flagUrls
        const url = flagUrls[country]
        if (image.current && url !== undefined) image.current.src = url
      },
      () => showCode(image.current, country),
    )
  }, [country, initialUrl])
  return (
    <img
      ref={image}
      {...(initialUrl !== undefined && { src: initialUrl })}
      alt=""
      width={24}
      height={16}
      loading="lazy"
      decoding="async"
      onError={({ currentTarget }) => showCode(currentTarget, country)}
    />
  )
}

const showCode = (image: HTMLImageElement | null, country: string): void =>
  image?.parentElement?.setAttribute('data-missing', country)
