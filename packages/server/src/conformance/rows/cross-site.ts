import { describe } from '../answer.ts'
import { startBody, type Unusual } from '../person.ts'
import { refused } from '../refused.ts'
import { must, type Row, type Stage } from '../row.ts'
import { started } from '../started.ts'

const elsewhere = 'https://elsewhere.example'

/** A start that is ordinary but for one thing, which must be enough to refuse it. */
const oneThing = (
  id: string,
  title: string,
  advice: string,
  unusual: (stage: Stage, phone: string) => Unusual,
): Row => ({
  id,
  section: 'attack',
  title,
  advice,
  async run(stage) {
    const [person, phone] = [stage.person(), stage.phone()]
    await refused(stage, () => person.start(phone, unusual(stage, phone)), phone)
  },
})

export const crossSiteRows: readonly Row[] = [
  oneThing(
    'cross-site-fetch-metadata',
    'A request that the browser calls cross-site sends no text',
    'Answer 403 when there is a Sec-Fetch-Site other than same-origin.',
    () => ({ headers: { 'sec-fetch-site': 'cross-site' } }),
  ),
  oneThing(
    'cross-site-origin',
    'A page of another origin sends no text, also with a browser that says no more than that',
    'Answer 403 unless Origin is in a list of your own.',
    () => ({ headers: { origin: elsewhere, 'sec-fetch-site': undefined } }),
  ),
  oneThing(
    'cross-site-no-origin',
    'A start without an Origin sends no text',
    'Every browser sends Origin with a POST: answer 403 without it.',
    () => ({ headers: { origin: undefined, 'sec-fetch-site': undefined } }),
  ),
  oneThing(
    'cross-site-text-plain',
    'A form with enctype text/plain sends no text',
    'Answer 415 to all but application/json: another site cannot send that without asking first.',
    () => ({ headers: { 'content-type': 'text/plain' } }),
  ),
  oneThing(
    'cross-site-form',
    'An ordinary form sends no text',
    'Answer 415 to all but application/json: another site cannot send that without asking first.',
    (stage, phone) => ({
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(
        Object.entries(startBody(phone, stage.site)).map(([name, value]) => [name, String(value)]),
      ).toString(),
    }),
  ),
  oneThing(
    'dns-rebinding',
    'A name of an attacker that leads to your address sends no text',
    'Compare Origin with a list of your own, never with the Host of the request.',
    ({ site }) => {
      const host = `rebound.example${site.url.port === '' ? '' : `:${site.url.port}`}`
      return { headers: { host, origin: `${site.url.protocol}//${host}` } }
    },
  ),
  {
    id: 'cross-site-check',
    section: 'attack',
    title: 'A page of another origin uses up nobody’s attempts, and cancels nothing',
    advice: 'Ask the same of checks and cancels as of starts.',
    async run(stage) {
      const { person, phone, verifyId, code } = await started(stage)
      const headers = { origin: elsewhere, 'sec-fetch-site': 'cross-site' }
      await refused(stage, () => person.check(verifyId, code, {}, { headers }), phone)
      await refused(stage, () => person.cancel(verifyId, { headers }), phone)
    },
  },
  {
    id: 'cors-foreign',
    section: 'attack',
    title: 'The browser is not told that another origin may ask',
    advice: 'Answer a preflight with the origins of your own list, and never with * or an echo.',
    async run(stage) {
      const preflight = {
        method: 'OPTIONS',
        headers: {
          origin: elsewhere,
          'sec-fetch-site': 'cross-site',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,idempotency-key',
        },
      }
      const answer = await stage.person().send(preflight)
      const allowed = answer.headers['access-control-allow-origin'] ?? ''
      const isClosed = allowed !== '*' && allowed !== elsewhere
      must(isClosed, `${describe(answer)}, and ${allowed} is allowed`, 'no allowed origin')
    },
  },
]
