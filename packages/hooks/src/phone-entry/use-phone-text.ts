'use client'
import { useEffect, useSyncExternalStore } from 'react'
import {
  liteNumberMetadata,
  loadNumberMetadata,
  numberMetadata,
  type NumberMetadata,
} from './number-metadata.ts'
import { formatPhone, isLandline, maskPhone } from './phone-text.ts'

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
export function usePhoneText(e164: string | undefined, isMasked = false): PhoneText {
  const store = numberMetadata()
  // Not the store itself: while hydrating, this is what the server had.
  const metadata = useSyncExternalStore(store.subscribe, store.getSnapshot, liteNumberMetadata)
  useEffect(() => {
    if (e164 !== undefined) void loadNumberMetadata()
  }, [e164])
  return {
    text: phoneWithinWords(e164, isMasked, metadata),
    isLandline: e164 !== undefined && isLandline(e164, metadata) === true,
  }
}

/** The number as it is written now. */
export function phoneWithinWords(
  e164: string | undefined,
  isMasked: boolean,
  metadata?: NumberMetadata,
): string {
  if (e164 === undefined) return ''
  const text = isMasked ? maskPhone(e164) : formatPhone(e164, 'international', metadata)
  // U+2066 and U+2069 isolate it from right-to-left words around it.
  return `\u2066${text.replaceAll(' ', '\u00A0')}\u2069`
}
