import { createObservableValue } from '../observable-value.ts'
import type { LoggedRequest } from '@phoneproof/simulator'
import { expect, test } from 'vitest'
import { nothingInTransit } from './in-transit.ts'

const idle = { carryingOut: 0 }
const request: LoggedRequest = {
  id: 1,
  method: 'POST',
  path: '/api/v2/verify',
  body: undefined,
  at: 0,
  answeredAt: undefined,
  status: 0,
  answer: undefined,
}

test('waits for what is between the page and the service, and not for what the service holds back', async () => {
  const connection = { waiting: 1 }
  const requests = createObservableValue<readonly LoggedRequest[]>([])
  let isOver = false
  const waited = nothingInTransit(connection, idle, requests).then(() => {
    isOver = true
  })
  await Promise.resolve()
  expect(isOver).toBe(false)
  requests.set([request])
  await waited
  requests.set([{ ...request, answeredAt: 5, status: 200 }])
  isOver = false
  const back = nothingInTransit(connection, idle, requests).then(() => {
    isOver = true
  })
  await Promise.resolve()
  expect(isOver).toBe(false)
  connection.waiting = 0
  await back
})

test('waits for a promised cancel that has not reached the service yet', async () => {
  const backend = { carryingOut: 1 }
  const requests = createObservableValue<readonly LoggedRequest[]>([])
  let isOver = false
  const waited = nothingInTransit({ waiting: 0 }, backend, requests).then(() => {
    isOver = true
  })
  await Promise.resolve()
  expect(isOver).toBe(false)
  backend.carryingOut = 0
  await waited
})
