'use client'
import { createElement, useState, type ReactNode } from 'react'
import { phoneWithinWords } from '../phone-entry/phone-words.ts'
import { saidForMs, type AnnouncementKind } from './announcements.state.ts'
import { alertWords, announcementWords } from './flow-words.ts'
import type { SpokenMessages } from './spoken.messages.ts'
import type { Spoken } from './verification.props.ts'
import type { VerificationSnapshot } from './verification.run.ts'

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
  'uncertainText',
] as const)

/**
 * What the live regions say. A sentence is made once, when there is something to say, and stays as
 * it was: a region that changes is read out again, even when only the spacing of a number did.
 */
export function useSpoken(
  snapshot: VerificationSnapshot,
  messages: SpokenMessages,
  isPhoneMasked: boolean,
): Spoken {
  const { announcement } = snapshot
  const { error } = snapshot.state
  // What was there before this component was is no news.
  const [last, setLast] = useState<Last>({ announcement, error, until: 0, count: 0 })
  let next = last
  if (announcement !== last.announcement) {
    const phone = phoneWithinWords(announcement?.phone, isPhoneMasked)
    const said = announcement && announcementWords(announcement, phone, messages)
    next = { ...next, announcement, said: sentence(said, next.count), count: next.count + 1 }
  }
  if (error !== last.error) {
    const alert = sentence(alertWords(snapshot, messages), next.count)
    // The time that it names is over with the moment; the rest of it is so until the error is gone.
    const isTimed = error?.retryAt !== undefined
    const until = isTimed ? snapshot.now + saidForMs : Number.POSITIVE_INFINITY
    next = { ...next, error, alert, until, count: next.count + 1 }
  }
  if (next !== last) setLast(next)
  const isUrgent = announcement !== undefined && urgent.has(announcement.kind)
  return {
    status: isUrgent ? undefined : next.said,
    alert: (snapshot.now < next.until && next.alert) || (isUrgent ? next.said : undefined),
  }
}

interface Last {
  announcement: VerificationSnapshot['announcement']
  error: VerificationSnapshot['state']['error']
  said?: ReactNode
  alert?: ReactNode
  /** Until when the alert may stand there. */
  until: number
  count: number
}

/** A new element each time, so that the same words are read again. */
const sentence = (text: string | undefined, key: number): ReactNode =>
  text && createElement('span', { key }, text)
