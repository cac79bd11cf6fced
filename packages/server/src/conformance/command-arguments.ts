import { parseArgs } from 'node:util'
import type { ConformanceOptions } from './conformance-options.ts'
import type { ConformanceServiceOptions } from './service/start-service.ts'

export const conformanceUsage: string = `phoneproof-server conformance <url>: proves a backend

  Starts the service, simulated; waits until the backend at <url>, such as
  http://localhost:3000/api/v2, answers; and drives it through the contract and the attacks.

  --service-port 4010    where the service listens: point the backend at it
  --credentials USER:KEY what the backend has to send. By default anything
  --origin ORIGIN        of the backend's pages. By default that of <url>
  --brand NAME           what its page sends as the brand
  --country GB           whose numbers it serves: GB or US
  --unserved +994…       a number of a country that it does not serve
  --cookie NAME=VALUE    a session of your own. {n} becomes the number of the session
  --header 'NAME: VALUE' the same, for any header
  --address-limits       its limits per address are on: run forwarded-for alone with them
  --only ID              one row; can be given more than once
  --json                 results as JSON
  --help

  Ends with 0 when nothing failed, with 1 when something did, with 2 when it could not run.
`

/** What the command was asked to do. */
export type CommandArguments = Omit<ConformanceOptions, 'service' | 'wait' | 'onResult'> &
  Pick<ConformanceServiceOptions, 'port' | 'credentials'> & { isJson: boolean }

/** Throws with a sentence about the first argument that is wrong. */
export function readArguments(args: readonly string[]): CommandArguments {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      'service-port': { type: 'string', default: '4010' },
      credentials: { type: 'string' },
      origin: { type: 'string' },
      brand: { type: 'string' },
      country: { type: 'string', default: 'GB' },
      unserved: { type: 'string' },
      cookie: { type: 'string', multiple: true, default: [] },
      header: { type: 'string', multiple: true, default: [] },
      'address-limits': { type: 'boolean', default: false },
      only: { type: 'string', multiple: true },
      json: { type: 'boolean', default: false },
    },
  })
  const [text = '', ...more] = positionals
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url?.protocol.startsWith('http') || more.length > 0) {
    throw new Error('Give one URL: that of the backend, with its base path. See --help.')
  }
  const port = Number(values['service-port'])
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--service-port ${values['service-port']} is not a port: 0 to 65535.`)
  }
  return {
    url: url.href,
    port,
    credentials: values.credentials === undefined ? undefined : readPair(values.credentials),
    origin: values.origin,
    brand: values.brand,
    country: readCountry(values.country),
    unservedPhone: values.unserved,
    addressLimits: values['address-limits'],
    sessionHeaders: readSession(values.cookie, values.header),
    only: values.only,
    isJson: values.json,
  }
}

function readPair(text: string): { username: string; key: string } {
  const [username = '', ...key] = text.split(':')
  if (key.length === 0) throw new Error('The value of --credentials is not USER:KEY.')
  return { username, key: key.join(':') }
}

function readCountry(text: string): 'GB' | 'US' {
  if (text === 'GB' || text === 'US') return text
  throw new Error(`--country ${text} is not GB or US, whose numbers the command can make.`)
}

/** Undefined when sessions begin by themselves, with a cookie of the backend. */
function readSession(
  cookies: readonly string[],
  headers: readonly string[],
): ((session: number) => Record<string, string>) | undefined {
  if (cookies.length + headers.length === 0) return undefined
  const pairs = headers.map((header): readonly [string, string] => {
    const [name = '', ...value] = header.split(':')
    return [name.trim().toLowerCase(), value.join(':').trim()]
  })
  if (cookies.length > 0) pairs.push(['cookie', cookies.join('; ')])
  return (session) =>
    Object.fromEntries(pairs.map(([name, value]) => [name, value.replaceAll('{n}', `${session}`)]))
}
