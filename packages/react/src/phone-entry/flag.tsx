'use client'
import { useEffect, useRef, type ReactNode } from 'react'
import { GlobeIcon } from './phone-entry-icons.tsx'
import { usePhoneEntryContext } from './phone-entry-context.ts'

/** Decoration: the name or the calling code always stands beside it. */
export function Flag({ country }: { country: string | undefined }): ReactNode {
  const { flags } = usePhoneEntryContext('Flag')
  if (flags === false) return null
  return (
    <span data-scope="phone-entry" data-part="flag" aria-hidden="true">
      {country === undefined ? (
        <GlobeIcon />
      ) : typeof flags === 'function' ? (
        flags(country)
      ) : (
        <FlagImage key={country} country={country} />
      )}
    </span>
  )
}

function FlagImage({ country }: { country: string }): ReactNode {
  const image = useRef<HTMLImageElement>(null)
  // Straight to the DOM: a flag that arrives is no reason to render.
  useEffect(() => {
    void import('./flag-urls.ts').then(
      ({ flagUrls }) => {
        const url = flagUrls[country]
        if (image.current && url !== undefined) image.current.src = url
      },
      // Without its flag a country still has its name and code.
      () => {},
    )
  }, [country])
  return (
    <img
      ref={image}
      alt=""
      width={24}
      height={16}
      loading="lazy"
      decoding="async"
      onError={({ currentTarget }) => {
        currentTarget.parentElement?.setAttribute('data-missing', country)
      }}
    />
  )
}
