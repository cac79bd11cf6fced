import { phoneDetail, type PhoneDetail } from './phone-detail.ts'
import {
  phoneView,
  type PhoneEntryRules,
  type PhoneEntryState,
  type PhoneView,
} from './phone-entry.state.ts'

/**
 * What follows from a state, worked out once: an event and the render after it ask for the same.
 */
export interface PhoneViews {
  readonly viewOf: (state: PhoneEntryState, rules: PhoneEntryRules) => PhoneView
  readonly detailOf: (state: PhoneEntryState, rules: PhoneEntryRules) => PhoneDetail
}

export function createPhoneViews(): PhoneViews {
  let last: [PhoneEntryState, PhoneEntryRules, PhoneView] | undefined
  let lastDetail: [PhoneView, PhoneDetail] | undefined

  function viewOf(state: PhoneEntryState, rules: PhoneEntryRules): PhoneView {
    if (last?.[0] !== state || last[1] !== rules) last = [state, rules, phoneView(state, rules)]
    return last[2]
  }
  return {
    viewOf,
    detailOf(state, rules) {
      const view = viewOf(state, rules)
      if (lastDetail?.[0] !== view) lastDetail = [view, phoneDetail(state, view, rules)]
      return lastDetail[1]
    },
  }
}
