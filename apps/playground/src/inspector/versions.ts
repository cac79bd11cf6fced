import { version as react } from 'react'

/** Filled in by `vite.config.ts`: name and version of our packages. */
declare const __PACKAGE_VERSIONS__: Readonly<Record<string, string>>

export const versions: Readonly<Record<string, string>> = { ...__PACKAGE_VERSIONS__, react }
