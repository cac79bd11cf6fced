/** The form of an input, whose reset is followed once everybody had the chance to prevent it. */
export interface FormReset {
  /** The input belongs to this form now, or to none. */
  follow: (form: HTMLFormElement | null) => void
  form: () => HTMLFormElement | null
}

/** `onReset` is called for resets of that form which nobody has prevented. */
export function createFormReset(onReset: (event: Event) => void): FormReset {
  let form: HTMLFormElement | null = null

  // React listens at its root. The root node is above that, and hears of the event last.
  const awaitReset = ({ currentTarget }: Event) =>
    (currentTarget as Node).getRootNode().addEventListener('reset', report, { once: true })

  function report(event: Event): void {
    if (!event.defaultPrevented && event.target === form) onReset(event)
  }

  return {
    follow(next) {
      if (next === form) return
      form?.removeEventListener('reset', awaitReset)
      next?.addEventListener('reset', awaitReset)
      form = next
    },
    form: () => form,
  }
}
