type Props = Record<string, unknown>

const joined = /^(className|aria-describedby)$/

/**
 * Puts a consumer's props over ours. Handlers run the consumer's first, and ours only if the
 * event was not `preventDefault`ed; `aria-describedby` and `className` are joined; `style` is
 * merged; anything else the consumer gives wins. An undefined consumer value changes nothing.
 */
export function mergeProps<Ours extends object, Theirs extends object>(
  ours: Ours,
  theirs: Theirs,
): Ours & Theirs {
  const merged = { ...ours } as Props
  for (const [name, value] of Object.entries(theirs)) {
    const own = merged[name]
    if (value === undefined) continue
    if (typeof value === 'function' && typeof own === 'function') merged[name] = chain(value, own)
    else if (name === 'style') merged[name] = { ...(own as object), ...value }
    else if (typeof own === 'string' && joined.test(name)) merged[name] = `${own} ${value}`
    else merged[name] = value
  }
  // SAFETY: every key of both objects is present with a value of one of the two types.
  return merged as Ours & Theirs
}

function chain(theirs: Function, ours: Function) {
  return (event: { defaultPrevented?: boolean }): void => {
    theirs(event)
    if (!event.defaultPrevented) ours(event)
  }
}
