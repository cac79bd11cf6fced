// Requests of the page that do not come back by themselves: a slow or broken network.
import { expect } from 'vitest'
import { cdp } from 'vitest/browser'

export interface HeldRequests {
  /** Waits until the page has asked. */
  readonly asked: () => Promise<void>
  /** Lets them, and those to come, through. */
  readonly release: () => Promise<void>
  /** Fails them, and those to come, as a lost network does. */
  readonly fail: () => Promise<void>
}

/** Holds what is asked for at addresses that contain one of the texts. */
export async function holdRequests(...texts: string[]): Promise<HeldRequests> {
  const session = cdp()
  const held = new Set<string>()
  let isFailing = false
  const fail = (requestId: string) =>
    session.send('Fetch.failRequest', { requestId, errorReason: 'InternetDisconnected' })
  const hold = ({ requestId }: { requestId: string }) => {
    if (isFailing) void fail(requestId)
    else held.add(requestId)
  }
  session.on('Fetch.requestPaused', hold)
  // What another test has loaded would come from memory, and ask nobody.
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  const patterns = texts.map((text) => ({ urlPattern: `*${text}*` }))
  await session.send('Fetch.enable', { patterns })
  return {
    asked: () => expect.poll(() => held.size).toBeGreaterThan(0),
    async release() {
      for (const requestId of held) await session.send('Fetch.continueRequest', { requestId })
      held.clear()
      session.off('Fetch.requestPaused', hold)
      await session.send('Fetch.disable')
      await session.send('Network.setCacheDisabled', { cacheDisabled: false })
      await session.send('Network.disable')
    },
    async fail() {
      isFailing = true
      for (const requestId of held) await fail(requestId)
      held.clear()
    },
  }
}
