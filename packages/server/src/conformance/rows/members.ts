import { describe, isRight } from '../answer.ts'
import { startBody } from '../person.ts'
import { refused } from '../refused.ts'
import { must, type Row, type Stage } from '../row.ts'
import { started } from '../started.ts'

/** What a page that somebody has changed would send, if it could. */
const chosen = { brand: 'Stranger', senderId: 'Stranger', language: 'zh-tw', workflowId: '7' }

const sentFor = (stage: Stage, phone: string): Record<string, unknown> => ({
  ...stage.service.requests.find((each) => each.phone === phone && each.operation === 'start')
    ?.body,
})

/** Sends the right code in another form, which must be refused. */
const codeAs = (id: string, form: string, change: (code: string) => unknown): Row => ({
  id,
  section: 'attack',
  title: `A right code that comes as ${form} is refused without asking the service`,
  advice: 'Answer 400 unless the code is a string of digits, of the right length.',
  async run(stage) {
    const { person, phone, verifyId, code } = await started(stage)
    await refused(stage, () => person.check(verifyId, change(code)), phone)
  },
})

export const memberRows: readonly Row[] = [
  {
    id: 'page-chooses-text',
    section: 'attack',
    title: 'Brand, sender, language, workflow and length are not the page’s to choose',
    advice: 'Send the service your own values, and take nothing but the number from the page.',
    async run(stage) {
      const [person, phone] = [stage.person(), stage.phone()]
      const body = { ...startBody(phone, stage.site), ...chosen, codeLength: 4 }
      await person.start(phone, { body: JSON.stringify(body) })
      const sent = sentFor(stage, phone)
      const obeyed = Object.entries(chosen).filter(
        ([name, value]) => String(sent[name]) === String(value),
      )
      const names = obeyed.map(([name]) => name).join(', ')
      must(obeyed.length === 0, `the page’s ${names} at the service`, 'your own')
      must(String(sent['codeLength']) !== '4', 'the page’s codeLength at the service', 'your own')
    },
  },
  codeAs('code-as-number', 'a number', Number),
  codeAs('code-as-list', 'a list', (code) => [code]),
  codeAs('code-as-object', 'an object', (code) => ({ $eq: code })),
  codeAs('code-long', '10,000 digits', (code) => code.repeat(2000).slice(0, 10_000)),
  {
    id: 'code-with-spaces',
    section: 'attack',
    title: 'A code with spaces is refused, or becomes its digits before the service is asked',
    advice: 'Compare and forward digits only, so that one code has one form.',
    async run(stage) {
      const { person, phone, verifyId, code } = await started(stage)
      const answer = await person.check(verifyId, ` ${code.slice(0, 3)} ${code.slice(3)} `)
      const asked = stage.service.requests.filter(
        (each) => each.phone === phone && each.operation === 'check',
      )
      const isClean = asked.every(({ body }) => /^\d+$/.test(String(body['code'])))
      must(isClean, 'spaces at the service', 'digits only, or no request')
      const isAnswered = isRight(answer) || (answer.status >= 400 && answer.status < 500)
      must(isAnswered, describe(answer), 'a 4xx, or 204')
    },
  },
]
