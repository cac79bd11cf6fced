import type { LoggedRequest } from '@phoneproof/simulator'
import type { FlowEvent } from '@phoneproof/react'
import type { Leg } from '../backend/traffic.ts'
import type { Way } from '../transport/start-transport.ts'
import { durationText, timeText } from './time-text.ts'

/** Indented JSON in which instants are times of day; what is undefined is left out. */
export function readableState(state: object, timeZone?: string): string {
  const replace = (_key: string, value: unknown): unknown =>
    isInstant(value) ? timeText(value, timeZone) : value
  return JSON.stringify(state, replace, 2)
}

/** Milliseconds since the epoch have 13 digits from 2001 to 2286; nothing else here is that large. */
const isInstant = (value: unknown): value is number =>
  typeof value === 'number' && value >= 1e12 && value < 1e13

/** Indented JSON, or the text itself when it is none. */
export function readableJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** The members of an event besides its type, such as `t 65, stage voice1`. */
export const eventDetails = (event: FlowEvent): string =>
  Object.entries(event)
    .filter(([name]) => name !== 'type')
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')

/** What became of a request: a status, or that there is none. */
export function outcomeText({ status, answeredAt }: LoggedRequest): string {
  if (answeredAt === undefined) return 'waiting'
  return status === 0 ? 'no answer' : String(status)
}

export const tookText = ({ at, answeredAt }: LoggedRequest): string | undefined =>
  answeredAt === undefined ? undefined : durationText(answeredAt - at)

const ways: Readonly<Record<Way, string>> = {
  'service worker': 'a service worker',
  fetch: 'a fetch of the simulation',
  network: 'the network, to a backend in Node',
}

/** Who asks whom. */
export const legText: Readonly<Record<Leg, string>> = {
  page: 'Page to backend',
  service: 'Backend to service',
}

/** How requests reach the simulation, after *through*. */
export const wayText = (way: Way | undefined): string =>
  way === undefined ? 'what is still being looked for' : ways[way]
