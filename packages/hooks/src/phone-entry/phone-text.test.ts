import { beforeEach, expect, test } from 'vitest'
import { liteNumberMetadata, loadNumberMetadata, numberMetadata } from './number-metadata.ts'
import { formatPhone, isLandline, maskPhone, samePhone } from './phone-text.ts'

beforeEach(async () => {
  await loadNumberMetadata()
})

/** As before the full metadata has arrived. */
function withLite<T>(read: () => T): T {
  const full = numberMetadata().getSnapshot()
  numberMetadata().set(liteNumberMetadata())
  const result = read()
  numberMetadata().set(full)
  return result
}

test('writes a number as people read it', () => {
  expect(formatPhone('+447860021130', 'international')).toBe('+44 7860 021130')
  expect(formatPhone('+447860021130', 'national')).toBe('07860 021130')
  expect(formatPhone('447860021130', 'international')).toBe('+44 7860 021130')
})

test('spaces a number out before the full metadata is there', () => {
  const early = (e164: string) => withLite(() => formatPhone(e164, 'international'))
  expect(early('+447860021130')).toBe('+44 786 002 1130')
  expect(early('+12133734253')).toBe('+1 213 373 4253')
  expect(early('+3312345678')).toBe('+33 123 456 78')
})

test('leaves what is no number as it is', () => {
  expect(formatPhone('hello', 'international')).toBe('hello')
})

test('masks all but the calling code and the end (SEC-8)', () => {
  expect(maskPhone('+447860021130')).toBe('+44 …130')
  expect(withLite(() => maskPhone('+447860021130'))).toBe('+44 …130')
})

test('knows a landline where that can be known', () => {
  expect(isLandline('+442079460958')).toBe(true)
  expect(isLandline('+447400123456')).toBe(false)
  expect(isLandline('+12133734253')).toBeUndefined()
  expect(withLite(() => isLandline('+442079460958'))).toBeUndefined()
})

test('compares numbers, not writings', () => {
  expect(samePhone('+44 7860 021130', '447860021130')).toBe(true)
  expect(samePhone('+447860021130', '+447860021131')).toBe(false)
  expect(samePhone(undefined, undefined)).toBe(false)
})
