import type { Edit } from './code-input.state.ts'

// How long an edit may wait for the parent's answer (code-input.md CODE-16). After that, the next key
// takes it as refused.
const answerMs = 150

/** What the parent knows of the value, and what it has yet to answer. */
export interface ParentAnswers {
  /** The value of the last commit: the parent's, when it holds one. */
  value: string
  /** The value that was reported to the parent last, or that it has set. A script's write is neither. */
  known: string
  /** The edits that were reported and are not answered yet, and the time of the last one. */
  open: Edit[]
  at: number
}

export const firstAnswers = (value: string): ParentAnswers => ({
  value,
  known: value,
  open: [],
  at: 0,
})

/** An edit is being reported to the parent. */
export function report(answers: ParentAnswers, edit: Edit, at: number): void {
  answers.known = edit.value
  answers.open.push(edit)
  answers.at = at
}

/** The last edit that may still be accepted. A parent that cannot answer late has refused it. */
export function awaited(
  answers: ParentAnswers,
  at: number,
  answersLate: boolean,
): Edit | undefined {
  if (!answersLate || at - answers.at > answerMs) answers.open = []
  return answers.open.at(-1)
}

/** The parent has rendered with a value: the edit it accepted, and whether it set one of its own. */
export function receive(
  answers: ParentAnswers,
  value: string,
  isControlled: boolean,
): [accepted: Edit | undefined, isSet: boolean] {
  const { open } = answers
  const answered = open.findLastIndex((edit) => edit.value === value)
  const accepted = open[answered]
  const isSet = !accepted && value !== answers.value
  answers.open = isSet ? [] : open.slice(answered + 1)
  answers.value = value
  if (isControlled) answers.known = value
  return [accepted, isSet]
}
