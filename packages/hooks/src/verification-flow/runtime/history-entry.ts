import { safely } from '../../lib/safely.ts'
import type { FlowController } from './flow-controller.ts'
import type { FlowScreen } from '../machine/screen.ts'

const mark = 'phoneproof'

const isMarked = (state: unknown, flowId: string): boolean =>
  typeof state === 'object' && state !== null && Reflect.get(state, mark) === flowId

/** Where Back has somewhere to go within the flow. */
const isPastPhone = (screen: FlowScreen): boolean => screen !== 'phone' && screen !== 'verified'

/**
 * Gives what comes after the number a history entry of its own (flow.md E-16): Back is *Change
 * number*, Forward goes on with the code while it lives, and after success the entry is an ordinary
 * one. The URL stays; whatever a router keeps in the entry's state stays beside our mark.
 */
export function followHistory(
  controller: FlowController,
  screen: () => FlowScreen,
  flowId: string,
): () => void {
  const present = (): unknown => safely(() => window.history.state)
  // A frame without an origin of its own may not, and Safari stops a page that does it too often.
  const write = (how: 'pushState' | 'replaceState', value: string | undefined): void =>
    safely(() => window.history[how]({ ...Object(present()), [mark]: value }, ''))
  let last: FlowScreen | undefined
  /** We went back ourselves and are not there yet: until its popstate, the entry is the old one. */
  let isReturning = false

  function follow(): void {
    const now = screen()
    if (now === last || isReturning) return
    const isOurs = isMarked(present(), flowId)
    if (isPastPhone(now) && !isOurs) write('pushState', flowId)
    else if (now === 'verified' && isOurs) write('replaceState', undefined)
    else if (now === 'phone' && isOurs) {
      // A reload may find the code of this entry dead; else the flow itself went back.
      if (last === undefined) write('replaceState', undefined)
      else {
        isReturning = safely(() => [window.history.back()]) !== undefined
      }
    }
    last = now
  }

  function travel(event: PopStateEvent): void {
    if (isReturning) {
      isReturning = false
      // Meanwhile a code may have been sent, which needs an entry again.
      return follow()
    }
    const isOurs = isMarked(event.state, flowId)
    if (isOurs && screen() === 'phone') controller.send({ type: 'RESUME_NUMBER' })
    if (!isOurs && isPastPhone(screen())) controller.send({ type: 'CHANGE_NUMBER' })
  }

  follow()
  window.addEventListener('popstate', travel)
  const unsubscribe = controller.subscribe(follow)
  return () => {
    window.removeEventListener('popstate', travel)
    unsubscribe()
  }
}
