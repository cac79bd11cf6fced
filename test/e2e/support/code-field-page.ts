import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { resolve } from 'node:path'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { CodeInput } from '@phoneproof/react'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '../../..')
const sheet = (name: string) => readFileSync(`${root}/packages/react/dist/${name}.css`, 'utf8')

// What both sides render: the server to a string, the page to hydrate it.
const props = { name: 'code', description: 'Six digits', mask: false }
const script = `
  import { createElement } from 'react'
  import { hydrateRoot } from 'react-dom/client'
  import { CodeInput } from '@phoneproof/react'
  const field = createElement(CodeInput, ${JSON.stringify(props)})
  hydrateRoot(document.querySelector('#field'), field)
  document.documentElement.dataset.hydrated = ''`

let bundled: Promise<string> | undefined

async function bundle(): Promise<string> {
  // In `test`, because the packages are linked from the root.
  const entry = `${root}/test/code-field-page.js`
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'entry',
        enforce: 'pre',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? script : undefined),
      },
    ],
    build: { write: false, rolldownOptions: { input: entry } },
  })
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((each) =>
    'output' in each ? each.output : [],
  )
  const first = outputs.find((each) => each.type === 'chunk' && each.isEntry)
  if (first?.type !== 'chunk') throw new Error('no entry chunk')
  return first.code
}

const html = (sheetName: string) => `<!doctype html>
<html lang="en">
  <head>
    <title>A code</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/${sheetName}.css" />
    <script type="module" src="/page.js"></script>
  </head>
  <body>
    <form action="/sent" method="get">
      <div id="field">${renderToString(createElement(CodeInput, props))}</div>
      <button>Send</button>
    </form>
  </body>
</html>`

// Nothing inline, nothing from elsewhere.
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; form-action 'self'"

/** A field in a form, rendered on a server that sends a strict policy with it. */
export async function serveCodeField(): Promise<{ origin: string; close: () => void }> {
  const page = await (bundled ??= bundle())
  const files: Record<string, [type: string, text: string]> = {
    '/styles': ['text/html', html('styles')],
    '/structure': ['text/html', html('structure')],
    '/sent': ['text/html', '<!doctype html><title>Sent</title><link rel="icon" href="data:,">'],
    '/page.js': ['text/javascript', page],
    '/styles.css': ['text/css', sheet('styles')],
    '/structure.css': ['text/css', sheet('structure')],
  }
  const server = createServer((request, response) => {
    const [type, text] = files[new URL(request.url ?? '/', 'http://localhost').pathname] ?? []
    response
      .writeHead(type ? 200 : 404, {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy': policy,
      })
      .end(text)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() }
}
