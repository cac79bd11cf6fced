import { afterEach, expect, test } from 'vitest'
import { createConnection } from './connection.ts'

afterEach(() => void Reflect.deleteProperty(navigator, 'onLine'))

test('cuts what is under way, refuses what is asked for then, and works again afterwards', async () => {
  let answer = (_response: Response): void => {}
  const slow = new Promise<Response>((resolve) => {
    answer = resolve
  })
  const connection = createConnection(() => slow)
  const underWay = connection.fetch('/verify')
  connection.setOffline(true)
  await expect(underWay).rejects.toThrow('Failed to fetch')
  expect(navigator.onLine).toBe(false)
  await expect(connection.fetch('/verify')).rejects.toThrow('Failed to fetch')
  connection.setOffline(false)
  expect(navigator.onLine).toBe(true)
  const next = connection.fetch('/verify')
  answer(new Response('late'))
  expect(await (await next).text()).toBe('late')
})

test('tells the page when it is cut and when it is back', () => {
  const heard: string[] = []
  const hear = ({ type }: Event): void => void heard.push(type)
  window.addEventListener('offline', hear)
  window.addEventListener('online', hear)
  const connection = createConnection(fetch)
  for (const isOffline of [true, true, false]) connection.setOffline(isOffline)
  window.removeEventListener('offline', hear)
  window.removeEventListener('online', hear)
  expect(heard).toEqual(['offline', 'online'])
})
