import type { LoggedRequest } from '@phoneproof/simulator'
import { expect, test } from 'vitest'
import { createObservableValue } from '../observable-value.ts'
import { createTraffic } from './traffic.ts'

const request = (id: number, method: string): LoggedRequest => ({
  id,
  method,
  path: '/api/v2/verify',
  body: undefined,
  at: 0,
  answeredAt: undefined,
  status: 0,
  answer: undefined,
})

const log = () => createObservableValue<readonly LoggedRequest[]>([])

test('lists both legs in the order in which they began, also within one instant', () => {
  const [service, page] = [log(), log()]
  const traffic = createTraffic(service, page)
  page.set([request(1, 'POST')])
  service.set([request(1, 'POST')])
  page.set([{ ...request(1, 'POST'), status: 200 }, request(2, 'PUT')])
  service.set([request(1, 'POST'), request(2, 'PUT')])
  const seen = traffic.getSnapshot().map(({ leg, method, status }) => [leg, method, status])
  expect(seen).toEqual([
    ['page', 'POST', 200],
    ['service', 'POST', 0],
    ['page', 'PUT', 0],
    ['service', 'PUT', 0],
  ])
})

test('is the log of the service where the page asks the service itself', () => {
  const [service, page] = [log(), log()]
  const traffic = createTraffic(service, page)
  service.set([request(1, 'POST')])
  expect(traffic.getSnapshot()).toBe(service.getSnapshot())
})
