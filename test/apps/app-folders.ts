import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { resolve } from 'node:path'

export const root: string = resolve(import.meta.dirname, '../..')

const checkout = createHash('sha256').update(root).digest('hex').slice(0, 12)

/** Outside of the workspace, or Next would take that for the app's root. One for each checkout. */
const folder = resolve(tmpdir(), `phoneproof-apps-${checkout}`)

/** Where an app is built and run. */
export const folderOf = (app: string): string => `${folder}/${app}`
