'use client'

/** A number as people read it, kept left to right inside right-to-left sentences. */
export const usePhoneText = (e164: string | undefined): string =>
  e164 === undefined ? '' : `\u2066${e164}\u2069`

/** True when the number is known to be a landline, which no text message reaches. */
export const useIsLandline = (_e164: string | undefined): boolean => false
