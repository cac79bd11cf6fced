import { nextFrame } from '../lib/next-frame.ts'
import { safely } from '../lib/safely.ts'

/** What goes on around a field: kept up to date while it listens. */
export interface FormAround {
  /** A button of a pointer is down. */
  isPressed: boolean
  /** The person asks the form to go on: by a button, Enter, a submit. */
  isAsked: boolean
}

export interface FormHandlers {
  /** The form is about to be reset. Gives the text that the browser is to put back. */
  readonly textOnReset: () => string
  /** The form was reset, and nobody prevented it. */
  readonly onReset: (event: Event) => void
  /** A button of a pointer is up again; the click it makes is still to come. */
  readonly onRelease: () => void
  /**
   * Asked before each submit: undefined lets it pass. A promise holds it back until it is settled;
   * false drops it then.
   */
  readonly holdSubmit: () => Promise<boolean> | undefined
}

const buttons = 'button, [type=submit], [type=button], [type=image], [role=button]'

/** Forms that go on after they were held back: neither by this field nor by another a second time. */
const goingOn = new WeakSet<HTMLFormElement>()

/** Listens around an input until the signal. */
export function watchForm(
  input: HTMLInputElement,
  around: FormAround,
  handlers: FormHandlers,
  signal: AbortSignal,
): void {
  const page = input.ownerDocument
  let isHeld = false

  function onReset(event: Event): void {
    if (event.target !== input.form) return
    input.defaultValue = handlers.textOnReset()
    // React's own listeners come after this one, and any of them may prevent it.
    nextFrame(input, () => {
      if (!event.defaultPrevented) handlers.onReset(event)
    })
  }

  function onSubmit(event: Event): void {
    around.isAsked = true
    const { form } = input
    // Safari before 16 has no requestSubmit. A script's own event submits nothing.
    if (!form?.requestSubmit || event.target !== form || !event.isTrusted) return
    if (goingOn.has(form)) return
    const held = isHeld || event.defaultPrevented ? undefined : handlers.holdSubmit()
    if (!held && !isHeld) return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (!held) return
    isHeld = true
    const { submitter } = event as SubmitEvent
    void held.then((isMeant) => {
      isHeld = false
      around.isAsked = true
      if (!isMeant) return
      goingOn.add(form)
      const sent = safely(() => [
        form.requestSubmit(submitter?.isConnected ? submitter : undefined),
      ])
      // Refused, it lets the next press pass.
      if (sent) goingOn.delete(form)
    })
  }

  const onPress = () => {
    around.isPressed = true
    around.isAsked = false
  }
  const onRelease = () => {
    around.isPressed = false
    handlers.onRelease()
  }
  const onClick = (event: Event) => {
    const [target] = event.composedPath()
    // A text node, or the document, is no element; nor is one of another window an `Element` of ours.
    around.isAsked = Boolean((target as Partial<Element> | undefined)?.closest?.(buttons))
  }
  const onKey = ({ key }: KeyboardEvent) => {
    around.isAsked = key === 'Enter'
  }

  const options = { capture: true, signal }
  // These do not leave a shadow root; the others are of the whole page.
  const root = input.getRootNode()
  root.addEventListener('reset', onReset, options)
  root.addEventListener('submit', onSubmit, options)
  page.addEventListener('pointerdown', onPress, options)
  page.addEventListener('pointerup', onRelease, options)
  page.addEventListener('pointercancel', onRelease, options)
  page.addEventListener('click', onClick, options)
  page.addEventListener('keydown', onKey, options)
}
