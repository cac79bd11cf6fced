'use client'
import parsePhoneNumber from 'libphonenumber-js/core'
import metadata from 'libphonenumber-js/min/metadata'
import { useMemo } from 'react'

/** A number as people read it, kept together and left to right inside any sentence. */
export function usePhoneText(e164: string | undefined): string {
  return useMemo(() => {
    if (e164 === undefined) return ''
    const text = parsePhoneNumber(e164, metadata)?.formatInternational() ?? e164
    // Isolates for right-to-left pages, and no-break spaces.
    return `\u2066${text.replaceAll(' ', '\u00A0')}\u2069`
  }, [e164])
}

/** True when the number is known to be a landline, which no text message reaches. */
export const useIsLandline = (e164: string | undefined): boolean =>
  e164 !== undefined && parsePhoneNumber(e164, metadata)?.getType() === 'FIXED_LINE'
