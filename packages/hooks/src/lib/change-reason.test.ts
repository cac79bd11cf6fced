import { expect, test } from 'vitest'
import { reasonOf } from './change-reason.ts'

test.each([
  ['insertText', '4', 'input-change'],
  ['insertCompositionText', '48', 'input-change'],
  ['insertText', '482913', 'input-autofill'],
  ['insertReplacementText', '', 'input-autofill'],
  ['', '', 'input-autofill'],
  [undefined, '', 'input-autofill'],
  ['insertFromPaste', '', 'input-paste'],
  ['insertFromYank', '', 'input-paste'],
  ['insertFromDrop', '', 'input-drop'],
  ['deleteContentBackward', '', 'input-clear'],
  ['deleteByCut', '', 'input-clear'],
  ['historyUndo', '', 'input-undo'],
] as const)('an input event of type %s that inserts %j is %s', (inputType, inserted, reason) => {
  expect(reasonOf(inputType, inserted)).toBe(reason)
})
