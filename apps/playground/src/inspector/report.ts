import type { TracedRequest } from '../backend/traffic.ts'
import {
  eventDetails,
  legText,
  outcomeText,
  readableJson,
  readableState,
  tookText,
} from './readable.ts'
import type { Recording } from './recorder.ts'
import { sinceText } from './since-text.ts'
import { dayText, timeText } from './time-text.ts'

/** Everything a bug report should say, so that nobody has to ask for it. */
export interface ReportFacts {
  link: string
  versions: Readonly<Record<string, string>>
  userAgent: string
  /** Size, theme and language of the window. */
  window: string
  transport: string
  /** Simulated, in milliseconds since the epoch. */
  now: number
  /** Simulated seconds in a real one; 0 when time stands still. */
  speed: number
  timeZone: string
  requests: readonly TracedRequest[]
  storage: Readonly<Record<string, string>>
  recording: Recording
}

/** Plain text to paste into a bug. Times are those of the simulated clock. */
export function reportText(facts: ReportFacts): string {
  const { timeZone, recording, now, speed } = facts
  const { state, transitions, announcements, events } = recording
  const time = (at: number): string => timeText(at, timeZone)
  const pace = speed === 0 ? 'paused' : `${speed}×`
  const head = [
    ['Link', facts.link],
    [
      'Versions',
      Object.entries(facts.versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(', '),
    ],
    ['Browser', facts.userAgent],
    ['Window', facts.window],
    ['Requests', `through ${facts.transport}`],
    ['Clock', `${dayText(now, timeZone)} ${time(now)} ${timeZone}, ${pace}`],
    ['Holds', sinceText(recording.since, timeZone)],
  ].map(([name = '', value]) => `${name.padEnd(9)} ${value}`)

  const parts = [
    ['Phoneproof playground report', head],
    [
      `Requests (${facts.requests.length})`,
      facts.requests.flatMap((each) => requestLines(each, time)),
    ],
    [
      `State: ${state?.step.name ?? 'none yet'}`,
      [
        ...transitions.map(
          ({ at, action, state: { step } }) => `${time(at)} ${step.name} (${action})`,
        ),
        ...(state ? readableState(state, timeZone).split('\n') : []),
      ],
    ],
    [
      'Storage',
      Object.entries(facts.storage).flatMap(([key, text]) => [
        key,
        ...readableJson(text).split('\n'),
      ]),
    ],
    [
      `Announcements (${announcements.length})`,
      announcements.map(({ at, role, by, text }) => `${time(at)} ${role} of the ${by}: ${text}`),
    ],
    [
      `Events (${events.length})`,
      events.map(({ at, event }) => `${time(at)} ${event.type} ${eventDetails(event)}`.trimEnd()),
    ],
  ] as const
  return parts.map(([title, lines]) => section(title, lines)).join('\n\n')
}

function section(title: string, lines: readonly string[]): string {
  return [title, '-'.repeat(title.length), ...(lines.length === 0 ? ['(none)'] : lines)].join('\n')
}

function requestLines(request: TracedRequest, time: (at: number) => string): string[] {
  const { leg, at, method, path, body, answer } = request
  const took = tookText(request)
  const lines = [
    `${time(at)} ${leg ? `${legText[leg]}: ` : ''}${method} ${path}: ${outcomeText(request)}${took ? ` after ${took}` : ''}`,
  ]
  if (body !== undefined) lines.push(`  sent     ${JSON.stringify(body)}`)
  if (answer !== undefined) lines.push(`  answered ${JSON.stringify(answer)}`)
  return lines
}
