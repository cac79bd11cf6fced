import { expect, it } from 'vitest'
import { gatherUncaught } from '../../../../test/support/uncaught.ts'
import { createStore } from './create-store.ts'

it('tells every listener, also after one that throws, and reports what was thrown', async () => {
  const uncaught = gatherUncaught()
  const store = createStore(1)
  const seen: string[] = []
  const error = new Error('mine')
  store.subscribe(() => {
    throw error
  })
  store.subscribe(() => seen.push(`got ${store.getSnapshot()}`))
  store.set(2)
  expect(seen).toEqual(['got 2'])
  expect(await uncaught()).toEqual([error])
})
