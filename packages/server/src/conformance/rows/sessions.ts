import { describe, isRefused, isRight } from '../answer.ts'
import { must, type Row } from '../row.ts'
import { started, verified } from '../started.ts'

const advice = 'Look the id up among those of the session that asks; the id itself proves nothing.'

export const sessionRows: readonly Row[] = [
  {
    id: 'foreign-check',
    section: 'attack',
    title: 'The right code is not right in another session',
    advice,
    needs: 'several people',
    async run(stage) {
      const { verifyId, code, phone } = await started(stage)
      const stranger = stage.person()
      await stranger.start(stage.phone())
      const answer = await stranger.check(verifyId, code)
      must(isRefused(answer), `${describe(answer)} to a stranger`, 'the 404 of an unknown id')
      const asked = stage.service.reached(phone, 'check')
      must(asked === 0, 'the service was asked', 'no request to the service')
    },
  },
  {
    id: 'foreign-cancel',
    section: 'attack',
    title: 'Nobody cancels what another session has started',
    advice,
    needs: 'several people',
    async run(stage) {
      const { person, verifyId, code, phone } = await started(stage)
      const answer = await stage.person().cancel(verifyId)
      must(isRefused(answer), `${describe(answer)} to a stranger`, 'the 404 of an unknown id')
      const asked = stage.service.reached(phone, 'cancel')
      must(asked === 0, 'the service was asked', 'no request to the service')
      const check = await person.check(verifyId, code)
      must(isRight(check), `${describe(check)} to its owner afterwards`, '204')
    },
  },
  {
    id: 'foreign-same-number',
    section: 'attack',
    title: 'Whoever asks for a number that somebody is verifying gets nothing of it',
    advice: 'Look up by the session and the id. The number alone is that of two sessions here.',
    needs: 'several people',
    async run(stage) {
      const { person, phone, verifyId, code } = await started(stage)
      const stranger = stage.person()
      await stranger.start(phone)
      const current = await stranger.current()
      const isEmpty = current.json['verifyId'] !== verifyId
      must(isEmpty, `${describe(current)} to current of a stranger`, 'no id of another session')
      const check = await stranger.check(verifyId, code)
      must(isRefused(check), `${describe(check)} to a stranger`, 'the 404 of an unknown id')
      const cancel = await stranger.cancel(verifyId)
      must(isRefused(cancel), `${describe(cancel)} to a stranger`, 'the 404 of an unknown id')
      const own = await person.check(verifyId, code)
      must(isRight(own), `${describe(own)} to its owner afterwards`, '204')
    },
  },
  {
    id: 'no-session',
    section: 'attack',
    title: 'The right code is not right without a session',
    advice,
    async run(stage) {
      const { verifyId, code, phone } = await started(stage)
      const answer = await stage.nobody().check(verifyId, code)
      must(isRefused(answer), `${describe(answer)} without a session`, 'a 4xx')
      const asked = stage.service.reached(phone, 'check')
      must(asked === 0, 'the service was asked', 'no request to the service')
    },
  },
  {
    id: 'verified-elsewhere',
    section: 'attack',
    title: 'A verification that has succeeded does not succeed in another session',
    advice,
    needs: 'several people',
    async run(stage) {
      const { verifyId, code, phone } = await verified(stage)
      const asked = stage.service.reached(phone, 'check')
      const stranger = stage.person()
      const answer = await stranger.check(verifyId, code)
      must(isRefused(answer), `${describe(answer)} to a stranger`, 'the 404 of an unknown id')
      const isSilent = stage.service.reached(phone, 'check') === asked
      must(isSilent, 'the service was asked', 'no request to the service')
      const current = await stranger.current()
      const isEmpty = current.json['verifyId'] === undefined
      must(isEmpty, `${describe(current)} to current of a stranger`, 'nothing')
    },
  },
  {
    id: 'service-id-hidden',
    section: 'attack',
    title: 'The page never gets the id of the service, and cannot use it',
    advice: 'Give the page an id of your own, and keep the service’s beside it.',
    async run(stage) {
      const { person, answer, phone, code } = await started(stage)
      const serviceId = stage.service.verifyId(phone)
      const everything = `${answer.text}${answer.cookies.join()}${Object.values(answer.headers).join()}`
      must(
        !everything.includes(serviceId),
        'the id of the service in an answer',
        'an id of your own',
      )
      const check = await person.check(serviceId, code)
      must(isRefused(check), `${describe(check)} to the id of the service`, 'a 4xx')
      const asked = stage.service.reached(phone, 'check')
      must(asked === 0, 'the service was asked', 'no request to the service')
    },
  },
]
