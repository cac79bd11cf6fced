import { expect, test, vi } from 'vitest'

test('starts with the little set, and gets the whole one once', async () => {
  vi.resetModules()
  const { loadNumberMetadata, numberMetadata } = await import('./number-metadata.ts')
  const told = vi.fn()
  numberMetadata().subscribe(told)
  expect(numberMetadata().getSnapshot().isFull).toBe(false)
  await Promise.all([loadNumberMetadata(), loadNumberMetadata()])
  await loadNumberMetadata()
  expect(numberMetadata().getSnapshot().isFull).toBe(true)
  expect(told).toHaveBeenCalledTimes(1)
})

test('a failure leaves the little set, and the next call tries again (PHONE-42)', async () => {
  vi.resetModules()
  let isOnline = false
  vi.doMock('libphonenumber-js/max/metadata', async (original) => {
    if (!isOnline) throw new Error('offline')
    return await original()
  })
  const { loadNumberMetadata, numberMetadata } = await import('./number-metadata.ts')
  await loadNumberMetadata()
  expect(numberMetadata().getSnapshot().isFull).toBe(false)
  isOnline = true
  vi.doUnmock('libphonenumber-js/max/metadata')
  await loadNumberMetadata()
  expect(numberMetadata().getSnapshot().isFull).toBe(true)
})
