import type { Row } from '../row.ts'
import { bodyRows } from './body.ts'
import { cancelRows } from './cancel.ts'
import { checkRows } from './check.ts'
import { crossSiteRows } from './cross-site.ts'
import { currentRows } from './current.ts'
import { memberRows } from './members.ts'
import { parallelRows } from './parallel.ts'
import { pathRows } from './paths.ts'
import { pumpingRows } from './pumping.ts'
import { sameAnswerRows } from './same-answer.ts'
import { sessionRows } from './sessions.ts'
import { startRows } from './start.ts'
import { troubleRows } from './trouble.ts'

/** Every demand, the contract first. Floods come last, so that they are in nobody's way. */
export const allRows: readonly Row[] = [
  ...startRows,
  ...checkRows,
  ...cancelRows,
  ...currentRows,
  ...sessionRows,
  ...sameAnswerRows,
  ...crossSiteRows,
  ...bodyRows,
  ...pathRows,
  ...memberRows,
  ...troubleRows,
  ...pumpingRows,
  ...parallelRows,
]
