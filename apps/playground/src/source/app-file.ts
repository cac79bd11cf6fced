import { flowOptions } from '../embed/flow-options.ts'
import type { hostPages } from '../host-pages/host-pages.ts'
import { exportNameOf } from '../settings/locales.ts'
import { directionOf, type Settings } from '../settings/settings.ts'

export type PageName = keyof typeof hostPages

// Written out: a build shortens the names of functions.
const components = { 'sign-up': 'SignUp', checkout: 'Checkout', account: 'Account' } as const

/** The app around a page: what one needs beside its files, with the settings as they are now. */
export function appFile(page: PageName, settings: Settings): string {
  const { locale } = settings
  const component = components[page]
  const localeName = locale === 'en' ? undefined : exportNameOf(locale)
  const imports = [
    `import { createVerifyClient } from '@phoneproof/client'`,
    `import { PhoneproofProvider } from '@phoneproof/react'`,
    ...(localeName === undefined
      ? []
      : [`import { ${localeName} } from '@phoneproof/react/locales/${locale}'`]),
    `import { ${component} } from './${page}.tsx'`,
  ]
  const options = Object.entries(flowOptions(settings))
  const flow = options.map(([name, value]) => `${name}: ${literal(value)}`).join(', ')
  const element = `<${component}${flow === '' ? '' : ` flow={{ ${flow} }}`} />`
  const isMirrored = directionOf(settings) === 'rtl'
  const provided = localeName === undefined ? '' : ` messages={${localeName}}`
  return `'use client'

${imports.join('\n')}

// Your own backend, which adds the API key. It never reaches the browser.
const client = createVerifyClient({ baseUrl: '/api/v2'${settings.hasBackend ? ', resume: true' : ''} })

export function App() {
  return (
    <PhoneproofProvider client={client} locale="${locale}"${provided}>
${isMirrored ? `      <div dir="rtl">\n        ${element}\n      </div>` : `      ${element}`}
    </PhoneproofProvider>
  )
}
`
}

const literal = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "\\'")}'` : String(value)
