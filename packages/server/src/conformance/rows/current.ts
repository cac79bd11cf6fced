import { describe, instantOf } from '../answer.ts'
import { must, RowSkip, type Row } from '../row.ts'
import { started, verified } from '../started.ts'

export const currentRows: readonly Row[] = [
  {
    id: 'current-none',
    section: 'contract',
    title: 'Current answers a new session with nothing',
    advice: 'Answer 204, 404 or null to a session that verifies nothing.',
    needs: 'several people',
    async run(stage) {
      await started(stage)
      const answer = await stage.person().current()
      const isNothing = answer.status > 0 && answer.status < 500 && !('verifyId' in answer.json)
      must(isNothing, describe(answer), '204, 404 or a body without verifyId')
    },
  },
  {
    id: 'current-running',
    section: 'contract',
    title: 'Current answers with what is running, so that a reload loses nothing',
    advice:
      'Answer with verifyId, startedAt, expiresAt and now from your record (verify-api.md 14).',
    async run(stage) {
      const { person, verifyId } = await started(stage)
      const answer = await person.current()
      if ([404, 405, 501].includes(answer.status)) {
        throw new RowSkip('The backend has no current. Then the page must not use resume.')
      }
      must(answer.json['verifyId'] === verifyId, describe(answer), 'the id of the start')
      must(answer.json['verified'] !== true, describe(answer), 'not verified yet')
      const { now, startedAt, expiresAt } = answer.json
      const isTimed =
        instantOf(now) !== undefined && (instantOf(startedAt) ?? instantOf(expiresAt)) !== undefined
      must(isTimed, describe(answer), 'now, and startedAt or expiresAt')
    },
  },
  {
    id: 'current-verified',
    section: 'contract',
    title: 'After the right code, current says verified, or nothing',
    advice: 'Answer current with verified: true beside the id, or with 404.',
    async run(stage) {
      const { person, verifyId } = await verified(stage)
      const answer = await person.current()
      const isAbout = answer.json['verifyId'] === verifyId && answer.json['verified'] === true
      const isNothing = answer.status < 500 && answer.json['verifyId'] === undefined
      must(isAbout || isNothing, describe(answer), 'verified: true beside the id, or nothing')
      if (isAbout)
        must(instantOf(answer.json['now']) !== undefined, describe(answer), 'a member now')
    },
  },
]
