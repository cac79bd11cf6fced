import { textMagic } from './text-magic.ts'
import type { ServiceProfile } from './service-profile.ts'

/** A brand as it is sent and counted. */
export const toBrand = (brand: string): string => brand.trim().normalize()

/** Whether a service takes this as a brand. */
export function isBrand(
  brand: unknown,
  service: Pick<ServiceProfile, 'brand'> = textMagic,
): brand is string {
  if (typeof brand !== 'string') return false
  const { maxLength, pattern } = service.brand
  const composed = toBrand(brand)
  return Array.from(composed).length <= maxLength && pattern.test(composed)
}
