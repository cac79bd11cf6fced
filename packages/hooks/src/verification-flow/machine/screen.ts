import type { FlowState, FlowStep } from './flow-state.ts'

/** What is on screen. */
export type FlowScreen = 'phone' | 'code' | 'problem' | 'verified'

/**
 * Why the flow cannot go on by itself: nobody knows whether a code was sent, the number is busy, the
 * code has ended, or it takes no more attempts.
 */
export type FlowProblem = 'uncertain' | 'blocked' | 'expired' | 'locked'

/** The step that is on screen. The problem that a start was pressed on stays until its answer. */
export const shownStep = ({ step }: FlowState): FlowStep =>
  step.name === 'starting' ? (step.problem ?? step) : step

export function problemOf(state: FlowState): FlowProblem | undefined {
  const { name } = shownStep(state)
  switch (name) {
    case 'startUncertain':
      return 'uncertain'
    case 'blocked':
    case 'expired':
    case 'locked':
      return name
    default:
      return undefined
  }
}

export function screenOf(state: FlowState): FlowScreen {
  if (problemOf(state)) return 'problem'
  const step = shownStep(state)
  if (step.name === 'phone' || step.name === 'verified') return step.name
  return step.name === 'starting' && step.mode === 'fresh' ? 'phone' : 'code'
}

/** A screen by the name of its problem: two problems are two different things to look at. */
export type ScreenKey = Exclude<FlowScreen, 'problem'> | FlowProblem

export function screenKeyOf(state: FlowState): ScreenKey {
  const screen = screenOf(state)
  return screen === 'problem' ? (problemOf(state) ?? 'uncertain') : screen
}
