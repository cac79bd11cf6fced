import { availabilityOf, type UserAction, type WaitReason } from '../machine/availability.ts'
import type { FlowMoment } from '../machine/flow-state.ts'
import { screenKeyOf, type ScreenKey } from '../machine/screen.ts'

/** Why an action on the screen waits. */
export interface Wait {
  readonly reason: WaitReason
  /** Until when, in milliseconds since the epoch. Undefined when that is not known. */
  readonly until: number | undefined
  /** The first of the actions on the screen that wait for it. */
  readonly action: UserAction
}

const actionsOf: Readonly<Record<ScreenKey, readonly UserAction[]>> = {
  phone: ['sendCode'],
  code: ['verify', 'newCode', 'cancel'],
  uncertain: ['retry'],
  blocked: ['retry'],
  expired: ['newCode'],
  locked: ['newCode'],
  verified: [],
}

/** Why the actions on the screen wait, each reason once. The cooldown has a line of its own. */
export function waitReasons(moment: FlowMoment): Wait[] {
  const waits = actionsOf[screenKeyOf(moment.state)].flatMap((action): Wait[] => {
    const { reason, from } = availabilityOf(moment, action)
    return reason ? [{ reason, until: from, action }] : []
  })
  return waits.filter(
    ({ reason }, index) =>
      reason !== 'cooldownEndsIn' && waits.findIndex((each) => each.reason === reason) === index,
  )
}

/** A reason that no time takes away: the number has had all its codes. */
export const isLimit = ({ reason }: Wait): boolean =>
  reason === 'lastCode' || reason === 'noMoreCodes'
