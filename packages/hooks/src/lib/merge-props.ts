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
  const merged = { ...ours, ...theirs }
  // SAFETY: read and written by names that `merged` has.
  const props = merged as Props
  for (const [name, value] of Object.entries(theirs)) {
    const own = (ours as Props)[name]
    // Only names that are there: V8 turns an object that gets many new names one by one into a hash
    // table. The copy was then the most expensive part of mounting a code field.
    if (own === undefined) continue
    if (value === undefined) props[name] = own
    else if (typeof value === 'function' && typeof own === 'function')
      props[name] = chain(value, own)
    else if (name === 'style') props[name] = { ...(own as object), ...value }
    else if (typeof own === 'string' && joined.test(name)) props[name] = `${own} ${value}`
  }
  return merged
}

function chain(theirs: Function, ours: Function) {
  return (event: { defaultPrevented?: boolean }): void => {
    theirs(event)
    if (!event.defaultPrevented) ours(event)
  }
}
