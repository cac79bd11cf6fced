/**
 * Calls back for each reset that nobody prevents, of the form that it was given last. An input may
 * come to belong to another form, or to none.
 */
export function createResetListener(
  onReset: (event: Event) => void,
): (form: HTMLFormElement | null) => void {
  let form: HTMLFormElement | null = null

  // Whether a reset goes through is known when all have heard of it: the root node is the last.
  const awaitReset = () => form?.getRootNode().addEventListener('reset', report, { once: true })

  function report(event: Event): void {
    if (!event.defaultPrevented && event.target === form) onReset(event)
  }

  return (next) => {
    if (next === form) return
    form?.removeEventListener('reset', awaitReset)
    form = next
    form?.addEventListener('reset', awaitReset)
  }
}
