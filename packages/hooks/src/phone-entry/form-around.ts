import { nextFrame } from '../lib/next-frame.ts'
import { safely } from '../lib/safely.ts'

/** What the person does around a field. `watchForm` keeps it up to date. */
export interface FormAround {
  /** A button of a pointer is down. */
  isPressed: boolean
  /** The person wants to submit the form: pressed a button, or Enter, or has submitted it. */
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

/** Forms that were held back and go on now. No field holds them a second time. */
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
    // React's own listeners run after this one, and any of them may prevent the reset.
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
      // If that threw, the form stays in the set, and the next press is not held back.
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
    // It may be a text node or the document. And an element of another window is no `Element` here.
    around.isAsked = Boolean((target as Partial<Element> | undefined)?.closest?.(buttons))
  }
  const onKey = ({ key }: KeyboardEvent) => {
    around.isAsked = key === 'Enter'
  }

  const options = { capture: true, signal }
  // These two do not leave a shadow root. The others are heard from the whole page.
  const root = input.getRootNode()
  root.addEventListener('reset', onReset, options)
  root.addEventListener('submit', onSubmit, options)
  page.addEventListener('pointerdown', onPress, options)
  page.addEventListener('pointerup', onRelease, options)
  page.addEventListener('pointercancel', onRelease, options)
  page.addEventListener('click', onClick, options)
  page.addEventListener('keydown', onKey, options)
}
