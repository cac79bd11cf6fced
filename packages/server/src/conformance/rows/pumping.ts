import { refused } from '../refused.ts'
import { must, RowSkip, type Row } from '../row.ts'

/** Starts that an address gets at most, before somebody who invents addresses is refused. */
const mostStarts = 30

/** A number that must not be sent a text, whatever it costs. */
const neverSent = (id: string, what: string, phones: readonly string[]): Row => ({
  id,
  section: 'attack',
  title: `${what} is never sent a text`,
  advice: 'Allow countries and types of numbers by name (libphonenumber), and refuse the rest.',
  async run(stage) {
    for (const phone of phones) {
      await refused(stage, () => stage.person().start(phone), phone)
    }
  },
})

export const pumpingRows: readonly Row[] = [
  neverSent('premium-number', 'A premium-rate number', ['+449098790000', '+19002345678']),
  neverSent('satellite-number', 'A satellite phone', ['+870773111632', '+881621234567']),
  {
    id: 'unserved-country',
    section: 'attack',
    title: 'A number of a country that is not served is never sent a text',
    advice: 'Allow countries by name (libphonenumber), and refuse the rest.',
    needs: 'an unserved number',
    async run(stage) {
      const phone = stage.unservedPhone
      if (phone === undefined) throw new RowSkip('No number was given.')
      await refused(stage, () => stage.person().start(phone), phone)
    },
  },
  {
    id: 'forwarded-for',
    section: 'attack',
    title: 'Invented addresses in X-Forwarded-For do not multiply what an address gets',
    advice: 'Count from the right, by as many proxies as are yours; ignore the header without one.',
    needs: 'address limits',
    async run(stage) {
      for (let sent = 0; sent < mostStarts; sent += 1) {
        const address = `198.51.100.${sent}`
        const forms = [address, `${address}, 203.0.113.${sent}`, `[2001:db8:${sent}::1]:443`]
        const headers = {
          'x-forwarded-for': forms[sent % forms.length] ?? address,
          forwarded: `for=${address}`,
          'x-real-ip': address,
        }
        const answer = await stage.person().start(stage.phone(), { headers })
        if (answer.status === 429) return `${sent} starts, then 429`
      }
      must(false, `${mostStarts} starts from one machine`, '429 after a few')
    },
  },
]
