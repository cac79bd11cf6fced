'use client'
import { createElement, useState, type ReactNode } from 'react'
import { useCountdown } from '../../countdown/use-countdown.ts'
import { phoneInSentence } from '../../phone-entry/phone-in-sentence.ts'
import { announcedForMs, type AnnouncementKind } from '../view/announcements.ts'
import { alertText, announcementText } from '../view/flow-texts.ts'
import type { AnnouncementMessages } from '../view/announcement.messages.ts'
import type { LiveRegionContents } from '../verification-flow.props.ts'
import type { FlowSnapshot } from '../runtime/flow-controller.ts'

/** These interrupt, because the person has to do something else now. */
const urgent: ReadonlySet<AnnouncementKind> = new Set([
  'expired',
  'whileChecking',
  'ended',
  'unconfirmed',
  'lockedText',
  'lastCodeOver',
  'blockedText',
  'lostText',
  'lostNoCallText',
  'uncertainText',
] as const)

/**
 * The contents of the live regions. A sentence is made once and does not change: a region that changes
 * is read out again, even if only the spacing of a number is different.
 */
export function useAnnouncements(
  snapshot: FlowSnapshot,
  messages: AnnouncementMessages,
  isPhoneMasked: boolean,
): LiveRegionContents {
  const { announcement } = snapshot
  const { error } = snapshot.state
  // What was there before this component is no news.
  const [last, setLast] = useState<Last>({ announcement, error, count: 0 })
  let next = last
  if (announcement !== last.announcement) {
    const phone = phoneInSentence(announcement?.phone, isPhoneMasked)
    const said = announcement && announcementText(announcement, phone, messages)
    next = {
      ...next,
      announcement,
      said: sentence(said, next.count, announcement?.until),
      count: next.count + 1,
    }
  }
  if (error !== last.error) {
    // A sentence that names a time does not stay true. Any other stays as long as the error does.
    const until = error?.retryAt === undefined ? undefined : snapshot.now + announcedForMs
    const alert = sentence(alertText(snapshot, messages), next.count, until)
    next = { ...next, error, alert, count: next.count + 1 }
  }
  if (next !== last) setLast(next)
  const isUrgent = announcement !== undefined && urgent.has(announcement.kind)
  return {
    status: isUrgent ? undefined : next.said,
    alert: next.alert ?? (isUrgent ? next.said : undefined),
  }
}

interface Last {
  announcement: FlowSnapshot['announcement']
  error: FlowSnapshot['state']['error']
  said?: ReactNode
  alert?: ReactNode
  count: number
}

/** A new element each time, so that the same text is read out again. */
function sentence(text: string | undefined, key: number, until: number | undefined): ReactNode {
  if (!text) return undefined
  if (until === undefined) return createElement('span', { key }, text)
  return createElement(PassingSentence, { key, until }, text)
}

/** Goes by itself, and renders nothing else for that. */
function PassingSentence({ until, children }: { until: number; children?: ReactNode }): ReactNode {
  return useCountdown(until, 'minute') > 0 && createElement('span', {}, children)
}
