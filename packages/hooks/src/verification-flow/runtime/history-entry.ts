import { safely } from '../../lib/safely.ts'
import type { FlowController } from './flow-controller.ts'
import type { FlowScreen } from '../machine/screen.ts'

const mark = 'phoneproof'

const isMarked = (state: unknown, flowId: string): boolean =>
  typeof state === 'object' && state !== null && Reflect.get(state, mark) === flowId

/** On these screens Back has somewhere to go within the flow. */
const isPastPhone = (screen: FlowScreen): boolean => screen !== 'phone' && screen !== 'verified'

/**
 * Gives the screens after the number a history entry of their own (flow.md E-16). Back is *Change
 * number*, Forward returns to the code while it lives, and after success the entry is an ordinary one.
 * The URL stays, and so does whatever a router keeps in the entry's state.
 */
export function followHistory(
  controller: FlowController,
  screen: () => FlowScreen,
  flowId: string,
): () => void {
  const present = (): unknown => safely(() => window.history.state)
  // Frames without an origin may not do this, and Safari stops a page that does it too often.
  const write = (how: 'pushState' | 'replaceState', value: string | undefined): void =>
    safely(() => window.history[how]({ ...Object(present()), [mark]: value }, ''))
  let last: FlowScreen | undefined
  /** We went back ourselves. Until the popstate comes, the current entry is still the old one. */
  let isReturning = false

  function follow(): void {
    const now = screen()
    if (now === last || isReturning) return
    const isOurs = isMarked(present(), flowId)
    if (isPastPhone(now) && !isOurs) write('pushState', flowId)
    else if (now === 'verified' && isOurs) write('replaceState', undefined)
    else if (now === 'phone' && isOurs) {
      // On load: a reload found the code of this entry dead. Later: the flow itself went back.
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
      // A code may have been sent meanwhile, and needs an entry again.
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
