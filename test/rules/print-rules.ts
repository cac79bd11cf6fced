// Prints each rule with the tests that prove it: `node test/rules/print-rules.ts [CODE-12]`.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../boundaries/source-file.ts'
import { proveRules, readTests, specifications } from './rule-ids.ts'

const [wanted] = process.argv.slice(2)
const tests = readTests()

for (const specification of specifications) {
  const document = readFileSync(join(root, specification.file), 'utf8')
  for (const { id, says, proofs } of proveRules(specification, document, tests).rules) {
    if (wanted !== undefined && wanted !== id) continue
    console.log(`${id}: ${says}`)
    for (const { file, title } of proofs) console.log(`  ${file}: ${title}`)
  }
}
