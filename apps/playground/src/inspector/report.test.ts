import { textMagic } from '@phoneproof/client'
import { termsOf } from '@phoneproof/hooks/internal/verification-flow'
import type { LoggedRequest } from '@phoneproof/simulator'
import { expect, it } from 'vitest'
import type { FlowTransition } from '@phoneproof/react'
import { reportText, type ReportFacts } from './report.ts'

const T0 = Date.UTC(2026, 10, 23, 13, 3, 7, 250)

const state: FlowTransition['state'] = {
  step: {
    name: 'entering',
    verification: {
      verifyId: 'v1',
      phone: '+447400123456',
      codeLength: 6,
      terms: termsOf(textMagic),
      earliestStart: T0,
      latestStart: T0,
    },
  },
  settings: { codeLength: 6, terms: termsOf(textMagic), maxCodes: 3 },
  phone: '+447400123456',
  code: '••',
  refusedCodes: [],
  uncheckedCode: undefined,
  failedAttempts: 0,
  attemptsLeft: undefined,
  sentTo: [],
  codesSent: 1,
  error: undefined,
  notice: undefined,
  notBefore: {},
  unsaidWaits: {},
  inFlight: [],
  startRequests: 0,
  freed: undefined,
  checkInFlight: undefined,
  cancelQueue: [],
  verifiedId: undefined,
  online: true,
}

const start: LoggedRequest = {
  id: 1,
  method: 'POST',
  path: '/api/v2/verify',
  body: { phone: '447400123456' },
  at: T0,
  answeredAt: T0 + 120,
  status: 200,
  answer: { verifyId: 'v1' },
}

const nothing: ReportFacts = {
  link: 'https://demo.test/?scenario=busy',
  versions: { '@phoneproof/react': '0.1.0', react: '19.2.0' },
  userAgent: 'Browser/1.0',
  window: '320 × 640 at 2×, dark theme, de',
  transport: 'a service worker',
  now: T0,
  speed: 1,
  timeZone: 'Europe/Berlin',
  requests: [],
  storage: {},
  recording: {
    since: { at: T0, by: 'load' },
    state: undefined,
    transitions: [],
    events: [],
    announcements: [],
  },
}

it('says where, with what and when it happened, and that nothing did yet', () => {
  expect(reportText(nothing)).toBe(`Phoneproof playground report
----------------------------
Link      https://demo.test/?scenario=busy
Versions  @phoneproof/react 0.1.0, react 19.2.0
Browser   Browser/1.0
Window    320 × 640 at 2×, dark theme, de
Requests  through a service worker
Clock     2026-11-23 14:03:07.250 Europe/Berlin, 1×
Holds     Since the page was loaded, at 14:03:07.250.

Requests (0)
------------
(none)

State: none yet
---------------
(none)

Storage
-------
(none)

Announcements (0)
-----------------
(none)

Events (0)
----------
(none)`)
})

it('lists each request with its answer and how long it took', () => {
  const text = reportText({ ...nothing, requests: [start] })
  expect(text).toContain(`14:03:07.250 POST /api/v2/verify: 200 after 120 ms
  sent     {"phone":"447400123456"}
  answered {"verifyId":"v1"}`)
})

it('tells a request that waits from one whose connection broke', () => {
  const unanswered = { ...start, body: undefined, answer: undefined, status: 0 }
  const waiting = { ...unanswered, answeredAt: undefined }
  const broken = { ...unanswered, answeredAt: T0 + 10_000 }
  const text = reportText({ ...nothing, requests: [waiting, broken] })
  expect(text).toContain('POST /api/v2/verify: waiting\n')
  expect(text).toContain('POST /api/v2/verify: no answer after 10 s\n')
})

it('gives the steps, the state they led to, what is stored, said and measured', () => {
  const text = reportText({
    ...nothing,
    speed: 0,
    storage: { 'phoneproof:default': '{"version":1}' },
    recording: {
      since: { at: T0, by: 'restart' },
      state,
      transitions: [{ action: 'START_OK', at: T0, state }],
      events: [
        { at: T0, event: { type: 'started' } },
        { at: T0, event: { type: 'check_failed', kind: 'wrongCode', attempt: 1 } },
      ],
      announcements: [{ at: T0, role: 'status', by: 'flow', text: 'Code sent.' }],
    },
  })
  expect(text).toContain('Europe/Berlin, paused\n')
  expect(text).toContain('State: entering\n---------------\n14:03:07.250 entering (START_OK)\n{')
  expect(text).toContain('"earliestStart": "14:03:07.250"')
  expect(text).toContain('phoneproof:default\n{\n  "version": 1\n}')
  expect(text).toContain('14:03:07.250 status of the flow: Code sent.')
  expect(text).toContain('14:03:07.250 started\n')
  expect(text).toContain('14:03:07.250 check_failed kind wrongCode, attempt 1')
})
