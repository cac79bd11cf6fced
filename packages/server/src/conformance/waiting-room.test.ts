import { expect, it } from 'vitest'
import { createWaitingRoom } from './waiting-room.ts'

/** A clock that only waiting moves, and the waits that were asked for. */
function openRoom(count: number) {
  let now = 0
  const waits: number[] = []
  const wait = async (ms: number) => {
    waits.push(ms)
    now += ms
  }
  return { room: createWaitingRoom(count, () => now, wait), waits, now: () => now }
}

it('waits once for all who wait for one instant', async () => {
  const { room, waits } = openRoom(2)
  await Promise.all([room.until(30), room.until(30)])
  expect(waits).toEqual([30])
})

it('does not move while somebody is busy', async () => {
  const { room, waits } = openRoom(2)
  const waited = room.until(30)
  await Promise.resolve()
  expect(waits).toEqual([])
  room.leave()
  await waited
  expect(waits).toEqual([30])
})

it('wakes each at the instant it wanted, the earliest first', async () => {
  const { room, now } = openRoom(2)
  const woken: [string, number][] = []
  const sleep = async (name: string, ...instants: number[]) => {
    for (const instant of instants) {
      await room.until(instant)
      woken.push([name, now()])
    }
    room.leave()
  }
  await Promise.all([sleep('a', 30, 50), sleep('b', 40)])
  expect(woken).toEqual([
    ['a', 30],
    ['b', 40],
    ['a', 50],
  ])
})
