import { expect, it } from 'vitest'
import { T0, verification } from '../../../../../test/support/flow-play.ts'
import { deadlinesOf } from './deadlines.ts'

it('has the deadlines of the service (E-1)', () => {
  expect(deadlinesOf(verification({ latestStart: T0 + 1000 }))).toEqual({
    cancelAt: T0 + 31_000,
    expiresAt: T0 + 300_000,
    startAgainAt: T0 + 301_000,
    deliveries: [
      { at: T0 + 1_000, channel: 'sms' },
      { at: T0 + 61_000, channel: 'voice' },
      { at: T0 + 121_000, channel: 'voice' },
    ],
  })
})
