import { expect, test } from 'vitest'
import { scenarioNotice } from './scenario-notice.ts'

test('says that a code keeps what is decided when it is sent', () => {
  expect(scenarioNotice('happy-path', 'busy')).toBe('From the next code on.')
  expect(scenarioNotice('landline', 'happy-path')).toBe('From the next code on.')
})

test('says that the network and the checks change at once', () => {
  const atOnce = 'From now on, for the code that is under way too.'
  expect(scenarioNotice('happy-path', 'service-down')).toBe(atOnce)
  expect(scenarioNotice('wrong-code-twice', 'busy')).toBe(atOnce)
})
