/** What undo goes back to: the digits, and the caret among them. */
export interface EditStep {
  readonly digits: string
  readonly caret: number
}

export interface EditHistory {
  readonly past: readonly EditStep[]
  readonly future: readonly EditStep[]
}

export const noHistory: EditHistory = { past: [], future: [] }

/** Nobody goes back further, and a held key must not fill the memory. */
const longest = 200

/**
 * A step and nothing else: a whole state would keep its own history, and that one the one before.
 */
const stepOf = ({ digits, caret }: EditStep): EditStep => ({ digits, caret })

export const remember = (history: EditHistory, step: EditStep): EditHistory => ({
  past: [...history.past, stepOf(step)].slice(-longest),
  future: [],
})

/** The step before `now`, and the history as seen from there; undefined at the start. */
export function stepBack(
  { past, future }: EditHistory,
  now: EditStep,
): { step: EditStep; history: EditHistory } | undefined {
  const step = past.at(-1)
  return step && { step, history: { past: past.slice(0, -1), future: [stepOf(now), ...future] } }
}

/** The step after `now`; undefined at the end. */
export function stepForward(
  { past, future }: EditHistory,
  now: EditStep,
): { step: EditStep; history: EditHistory } | undefined {
  const [step, ...rest] = future
  return step && { step, history: { past: [...past, stepOf(now)], future: rest } }
}

/** What a key asks for: Ctrl or Cmd with Z, the same with Shift, or with Y. */
export function historyKey(event: KeyboardEvent): 'UNDO' | 'REDO' | undefined {
  // Chromium sends a keydown without a key when it fills in.
  const key = event.key?.toLowerCase()
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return undefined
  if (key === 'y') return 'REDO'
  if (key !== 'z') return undefined
  return event.shiftKey ? 'REDO' : 'UNDO'
}
