import type { Edit } from './code-input.state.ts'

// How long an edit may wait for the parent's answer. After that, the next key takes it as refused.
const answerMs = 150

/** What the parent makes of an edit that it was told of. */
export interface Answer {
  /** The edit that the parent has accepted, with its selection. */
  accepted: Edit | undefined
  /** The parent has set a value of its own. */
  isSet: boolean
}

/** The edits that the parent was told of and has not answered, and the value that it holds. */
export interface ParentAnswers {
  report: (edit: Edit, at: number) => void
  /** The last edit that may still be accepted. A parent that cannot answer late has refused it. */
  awaited: (at: number, answersLate: boolean) => Edit | undefined
  /** The parent has rendered with this value. */
  receive: (value: string, isControlled: boolean) => Answer
  /** The value of the last commit. */
  committed: () => string
  /** Whether the parent was told of this value last, or has set it. A script's write is neither. */
  isKnown: (value: string) => boolean
}

export function createParentAnswers(value: string): ParentAnswers {
  let committed = value
  let known = value
  let unanswered: Edit[] = []
  let reportedAt = 0

  return {
    report(edit, at) {
      known = edit.value
      unanswered.push(edit)
      reportedAt = at
    },
    awaited(at, answersLate) {
      if (!answersLate || at - reportedAt > answerMs) unanswered = []
      return unanswered.at(-1)
    },
    receive(next, isControlled) {
      const answered = unanswered.findLastIndex((edit) => edit.value === next)
      const accepted = unanswered[answered]
      const isSet = !accepted && next !== committed
      unanswered = isSet ? [] : unanswered.slice(answered + 1)
      committed = next
      if (isControlled) known = next
      return { accepted, isSet }
    },
    committed: () => committed,
    isKnown: (text) => text === known,
  }
}
