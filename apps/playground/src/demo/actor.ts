import { systemClock, type Clock } from '@phoneproof/client'
import { find, type Role } from './find.ts'

/** Where the drawn pointer is, in pixels of the window. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** Somebody who does what a person does. Each of these rejects once the demo is stopped. */
export interface Actor {
  /** Lets simulated time pass. */
  wait: (ms: number) => Promise<void>
  /** Looks for it until it is there. */
  see: (role: Role, name: string) => Promise<HTMLElement>
  /** Moves the pointer there. */
  pointAt: (role: Role, name: string) => Promise<HTMLElement>
  press: (role: Role, name: string) => Promise<void>
  /** Types into what has the focus, key by key. */
  type: (text: string, msPerKey?: number) => Promise<void>
  /** Waits until something is so. */
  until: (isSo: () => boolean, what: string) => Promise<void>
}

export interface ActorOptions {
  /** The simulation's: who makes time go faster makes the demo go faster. */
  clock: Clock
  signal: AbortSignal
  onMove: (place: Place) => void
  /** What a browser takes for an answer is not simulated. */
  real?: Clock
}

/** An element is looked for this often, and not longer than that. */
const lookMs = 50
const mostLooks = 400
/** How long the pointer is on its way: demo-overlay.css has a little less. */
const moveMs = 550

export function createActor({ clock, signal, onMove, real = systemClock }: ActorOptions): Actor {
  function pass(ms: number, by: Clock): Promise<void> {
    return new Promise((resolve, reject) => {
      signal.throwIfAborted()
      const timer = by.setTimeout(resolve, ms)
      signal.addEventListener('abort', () => {
        by.clearTimeout(timer)
        reject(signal.reason)
      })
    })
  }
  const wait = (ms: number): Promise<void> => pass(ms, clock)

  async function look<T>(seek: () => T | undefined, what: string): Promise<T> {
    for (let looks = 0; looks < mostLooks; looks += 1) {
      const found = seek()
      if (found !== undefined) return found
      await pass(lookMs, real)
    }
    throw new Error(`The demo found no ${what}.`)
  }
  const see: Actor['see'] = (role, name) => look(() => find(role, name), `${role} “${name}”`)

  async function pointAt(role: Role, name: string): Promise<HTMLElement> {
    const element = await see(role, name)
    element.scrollIntoView({ block: 'nearest' })
    const { left, top, width, height } = element.getBoundingClientRect()
    onMove({ x: left + width / 2, y: top + height * 0.6 })
    await wait(moveMs)
    return element
  }

  async function press(role: Role, name: string): Promise<void> {
    await pointAt(role, name)
    // Drawn anew on the way, it would be another element of that name.
    const element = await see(role, name)
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true })
    if (element.dispatchEvent(down)) element.focus({ preventScroll: true })
    element.click()
    await wait(250)
  }

  async function type(text: string, msPerKey = 110): Promise<void> {
    for (const key of text) {
      // The one way to have the browser itself type, with all events of its own.
      document.execCommand('insertText', false, key)
      await wait(msPerKey)
    }
  }

  return {
    wait,
    see,
    pointAt,
    press,
    type,
    async until(isSo, what) {
      await look(() => (isSo() ? true : undefined), what)
    },
  }
}
