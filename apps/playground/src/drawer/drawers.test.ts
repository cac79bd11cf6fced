import { expect, test } from 'vitest'
import { createDrawers } from './drawers.ts'

test('opens and closes, one at an edge', () => {
  const drawers = createDrawers(() => true)
  drawers.toggle('Source')
  drawers.toggle('Inspector')
  expect(drawers.getSnapshot()).toEqual(['Inspector'])
  drawers.toggle('Settings')
  expect(drawers.getSnapshot()).toEqual(['Inspector', 'Settings'])
  drawers.toggle('Settings')
  drawers.close('Inspector')
  expect(drawers.getSnapshot()).toEqual([])
})

test('opens one alone where there is no room for two', () => {
  const drawers = createDrawers(() => false)
  drawers.toggle('Settings')
  drawers.toggle('Inspector')
  expect(drawers.getSnapshot()).toEqual(['Inspector'])
})
