'use client'
import { useEffect, useSyncExternalStore } from 'react'
import { liteNumberMetadata, loadNumberMetadata, numberMetadata } from './number-metadata.ts'
import { formatPhone, isLandline, maskPhone } from './phone-text.ts'
import { isolateNumber } from './phone-in-sentence.ts'

/** A number as text within a sentence. */
export interface PhoneText {
  /**
   * The number as people read it, spaced better once the full metadata is there. Kept together,
   * and left to right inside any sentence; empty for none.
   */
  text: string
  /** Known to be a landline, which no text message reaches. */
  isLandline: boolean
}

/** A number for use in sentences. Fetches the metadata that knows how it is written. */
export function usePhoneText(e164: string | undefined, isMasked = false): PhoneText {
  const store = numberMetadata()
  // Not the store itself: while hydrating, this is what the server had.
  const metadata = useSyncExternalStore(store.subscribe, store.getSnapshot, liteNumberMetadata)
  useEffect(() => {
    if (e164 !== undefined) void loadNumberMetadata()
  }, [e164])
  if (e164 === undefined) return none
  const text = isMasked ? maskPhone(e164) : formatPhone(e164, 'international', metadata)
  return { text: isolateNumber(text), isLandline: isLandline(e164, metadata) === true }
}

const none: PhoneText = { text: '', isLandline: false }
