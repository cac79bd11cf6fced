// Run as a process of its own: reserves in the SQLite file that is its argument, and prints how often it
// was granted. It begins when it is told to, so that two of them do so at once.
import { once } from 'node:events'
import { sqliteStore } from '@phoneproof/server/sqlite'
import { put, some, startsAt } from './store-changes.ts'

const [, , path = '', name = ''] = process.argv
const store = sqliteStore({ path })
process.stdout.write('ready\n')
await once(process.stdin, 'data')
let granted = 0
for (let index = 0; index < 500; index += 1) {
  const reserve = [some('shared', { max: 100 }), some('all', { max: Infinity })]
  const writes = [put(`${name} ${index}`, name)]
  const outcome = await store.commit({ reserve, writes }, startsAt)
  if (outcome.done) granted += 1
}
await store.close()
process.stdout.write(`${granted}\n`)
process.stdin.destroy()
