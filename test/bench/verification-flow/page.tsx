// The page that run.ts drives: a flow on a clock that is moved by hand, and a count of React's commits.
import { createVerifyClient } from '@phoneproof/client'
import { PhoneproofProvider, VerificationFlow } from '@phoneproof/react'
import '@phoneproof/react/styles.css'
import { createManualClock, createSimulator } from '@phoneproof/simulator'
import { Profiler } from 'react'
import { createRoot } from 'react-dom/client'

const phone = '+447400123456'
const clock = createManualClock()
const simulator = createSimulator({ clock })
const client = createVerifyClient({ baseUrl: '/api/v2', clock, fetch: simulator.fetch })

let commits = 0
let isHidden = false
Object.defineProperty(document, 'visibilityState', {
  get: () => (isHidden ? 'hidden' : 'visible'),
})

const host = document.querySelector('#root')
if (host === null) throw new Error('no #root')
createRoot(host).render(
  <Profiler id="flow" onRender={() => (commits += 1)}>
    <PhoneproofProvider client={client} clock={clock}>
      <VerificationFlow brand="Acme" storage="none" defaultPhone={phone} />
    </PhoneproofProvider>
  </Profiler>,
)

const changed = new Set<string>()
new MutationObserver((records) => {
  for (const { target } of records) {
    const element = target instanceof Element ? target : target.parentElement
    const part = element?.closest('[data-part]')
    changed.add(
      part instanceof HTMLElement || part instanceof SVGElement ? (part.dataset['part'] ?? '') : '',
    )
  }
}).observe(host, { subtree: true, childList: true, characterData: true, attributes: true })

const frame = () => new Promise((done) => requestAnimationFrame(done))

const bench = {
  code: () => simulator.lastCode(phone),
  pendingTimers: () => clock.pendingTimers,
  setHidden(hidden: boolean) {
    isHidden = hidden
    document.dispatchEvent(new Event('visibilitychange'))
  },
  /** Seconds one by one, each drawn: the commits of each, and the parts whose nodes changed. */
  async seconds(count: number) {
    await frame()
    await frame()
    const perSecond: number[] = []
    changed.clear()
    for (let second = 0; second < count; second += 1) {
      const before = commits
      await clock.advance(1000)
      await frame()
      await frame()
      perSecond.push(commits - before)
    }
    return { perSecond, changed: [...changed] }
  },
}

export type Bench = typeof bench
Object.assign(window, { bench })
