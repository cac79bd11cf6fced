// Compares numbers as a backend may write them with one in E.164.

/** Whether both are one number: `447400123456`, `00447400123456`, `+44 7400 123456`. */
export const isSameNumber = (written: string, e164: string): boolean =>
  digitsOf(written).replace(/^00/, '') === digitsOf(e164)

/**
 * Whether a mask such as `+44 •••• ••• 130` can be of this number: each digit it shows is where the
 * number has it. It must show the last two digits at least.
 */
export function maskFits(mask: string, e164: string): boolean {
  const shown = mask.replace(/[\s()+-]/g, '')
  if (!/\d\d$/.test(shown)) return false
  return new RegExp(`^${shown.replace(/\D+/g, String.raw`\d*`)}$`).test(digitsOf(e164))
}

const digitsOf = (text: string): string => text.replace(/\D/g, '')
