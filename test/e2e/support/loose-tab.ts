import { chromium } from '@playwright/test'
import { chromiumLaunchOptions } from '../../support/chromium.ts'

/**
 * A tab that Playwright does not hold. Its own pages are always visible and can never be frozen,
 * whatever lies over them; these are hidden by the next tab, as everywhere.
 */
export interface LooseTab {
  /** Runs a function in the page. It is sent as text, so it sees its argument and the page only. */
  run<A, T>(script: (argument: A) => T, argument: A): Promise<T>
  /** Until it is there, and gives it back. */
  until<A, T>(script: (argument: A) => T | undefined | false, argument: A): Promise<T>
  /** Text, as an input method puts it where the focus is. */
  insert(text: string): Promise<void>
  /** Brings the tab to the front. */
  show(): Promise<void>
  freeze(): Promise<void>
  thaw(): Promise<void>
}

export interface LooseBrowser {
  open(url: string): Promise<LooseTab>
  close(): Promise<void>
}

export async function launchLooseBrowser(): Promise<LooseBrowser> {
  const port = 40_000 + (process.pid % 20_000)
  const { args = [] } = chromiumLaunchOptions
  const browser = await chromium.launch({
    ...chromiumLaunchOptions,
    args: [...args, `--remote-debugging-port=${port}`],
  })
  const command = async (path: string, method = 'GET') =>
    fetch(`http://127.0.0.1:${port}/json/${path}`, { method })
  return {
    async open(url) {
      const answer = await command(`new?${encodeURIComponent(url)}`, 'PUT')
      // SAFETY: this is how Chromium describes what it has opened.
      const { id, webSocketDebuggerUrl } = (await answer.json()) as Record<string, string>
      const send = await connect(webSocketDebuggerUrl ?? '')
      return tab(send, async () => void (await command(`activate/${id}`)))
    },
    close: () => browser.close(),
  }
}

type Send = (method: string, params: object) => Promise<Record<string, unknown>>

async function connect(url: string): Promise<Send> {
  const socket = new WebSocket(url)
  await new Promise((resolve) => socket.addEventListener('open', resolve))
  const waiting = new Map<number, (result: Record<string, unknown>) => void>()
  let last = 0
  socket.addEventListener('message', ({ data }) => {
    const { id, result } = JSON.parse(String(data)) as {
      id: number
      result: Record<string, unknown>
    }
    waiting.get(id)?.(result)
    waiting.delete(id)
  })
  return (method, params) =>
    new Promise((resolve) => {
      last += 1
      waiting.set(last, resolve)
      socket.send(JSON.stringify({ id: last, method, params }))
    })
}

function tab(send: Send, show: () => Promise<void>): LooseTab {
  async function run<A, T>(script: (argument: A) => T, argument: A): Promise<T> {
    const expression = `(${script.toString()})(${JSON.stringify(argument)})`
    const answer = await send('Runtime.evaluate', { expression, returnByValue: true })
    // SAFETY: it is what the script gave back, as JSON.
    return (answer['result'] as { value: T }).value
  }
  return {
    run,
    async until(script, argument) {
      for (;;) {
        const found = await run(script, argument)
        if (found !== undefined && found !== false) return found
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
    },
    insert: async (text) => void (await send('Input.insertText', { text })),
    show,
    freeze: async () => void (await send('Page.setWebLifecycleState', { state: 'frozen' })),
    thaw: async () => void (await send('Page.setWebLifecycleState', { state: 'active' })),
  }
}
