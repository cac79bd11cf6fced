'use client'
import { createElement, useState, type ReactNode } from 'react'
import { useCountdown } from '../../countdown/use-countdown.ts'
import { phoneWithinWords } from '../../phone-entry/phone-words.ts'
import { announcedForMs, type AnnouncementKind } from '../view/announcements.ts'
import { alertText, announcementText } from '../view/flow-texts.ts'
import type { AnnouncementMessages } from '../view/announcement.messages.ts'
import type { LiveRegionContents } from '../verification-flow.props.ts'
import type { FlowSnapshot } from '../runtime/flow-controller.ts'

/** What interrupts: the person has to do something else now. */
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
 * What the live regions say. A sentence is made once, when there is something to say, and stays as
 * it was: a region that changes is read out again, even when only the spacing of a number did.
 */
export function useAnnouncements(
  snapshot: FlowSnapshot,
  messages: AnnouncementMessages,
  isPhoneMasked: boolean,
): LiveRegionContents {
  const { announcement } = snapshot
  const { error } = snapshot.state
  // What was there before this component was is no news.
  const [last, setLast] = useState<Last>({ announcement, error, count: 0 })
  let next = last
  if (announcement !== last.announcement) {
    const phone = phoneWithinWords(announcement?.phone, isPhoneMasked)
    const said = announcement && announcementText(announcement, phone, messages)
    next = {
      ...next,
      announcement,
      said: sentence(said, next.count, announcement?.until),
      count: next.count + 1,
    }
  }
  if (error !== last.error) {
    // A time that it names is over with the moment; the rest of it is so until the error is gone.
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

/** A new element each time, so that the same words are read again. */
function sentence(text: string | undefined, key: number, until: number | undefined): ReactNode {
  if (!text) return undefined
  if (until === undefined) return createElement('span', { key }, text)
  return createElement(PassingSentence, { key, until }, text)
}

/** It goes by itself, and nothing else is rendered for that. */
function PassingSentence({ until, children }: { until: number; children?: ReactNode }): ReactNode {
  return useCountdown(until, 'minute') > 0 && createElement('span', {}, children)
}
