'use client'
import { useEffect, useSyncExternalStore } from 'react'
import { liteNumberMetadata, loadNumberMetadata, numberMetadata } from './number-metadata.ts'
import { formatPhone, isLandline } from './phone-text.ts'

export interface PhoneText {
  /**
   * The number as people read it, spaced better once the full metadata is there. Kept together,
   * and left to right inside any sentence; empty for none.
   */
  text: string
  /** Known to be a landline, which no text message reaches. */
  isLandline: boolean
}

/** A number for use within words. Fetches the metadata that knows how it is written. */
export function usePhoneText(e164: string | undefined): PhoneText {
  const store = numberMetadata()
  useSyncExternalStore(store.subscribe, store.getSnapshot, liteNumberMetadata)
  useEffect(() => {
    if (e164 !== undefined) void loadNumberMetadata()
  }, [e164])
  if (e164 === undefined) return { text: '', isLandline: false }
  const text = formatPhone(e164, 'international').replaceAll(' ', '\u00A0')
  // U+2066 and U+2069 isolate it from right-to-left words around it.
  return { text: `\u2066${text}\u2069`, isLandline: isLandline(e164) === true }
}
