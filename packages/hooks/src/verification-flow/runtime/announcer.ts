import type { FlowMoment } from '../machine/flow-state.ts'
import {
  announceNow,
  announcementFor,
  isStillSo,
  type CurrentAnnouncement,
} from '../view/announcements.ts'

/** Decides what screen readers are told, change by change. */
export interface Announcer {
  /** What is to be announced now: something new, the last thing while it is true, or nothing. */
  next(
    moment: FlowMoment,
    last: CurrentAnnouncement | undefined,
    isHidden: boolean,
  ): CurrentAnnouncement | undefined
}

export function createAnnouncer({ state, now }: FlowMoment): Announcer {
  /**
   * What a visible page showed last: whatever happens while it is hidden becomes one announcement. A
   * notice that was there from the start has not been announced yet.
   */
  let shown: FlowMoment = { state: { ...state, notice: undefined }, now }
  let count = 0
  return {
    next(moment, last, isHidden) {
      const lasting = last && isStillSo(last, moment) ? last : undefined
      if (isHidden) return lasting
      const fresh = announcementFor(shown, moment)
      shown = moment
      if (!fresh) return lasting
      count += 1
      return announceNow(fresh, count, moment)
    },
  }
}
