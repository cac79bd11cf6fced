type Props = Record<string, unknown>

const isHandler = (name: string, value: unknown): value is (...args: unknown[]) => void =>
  /^on[A-Z]/.test(name) && typeof value === 'function'

const joined = new Set(['aria-describedby', 'className'])

/**
 * Puts a consumer's props over ours. Handlers run the consumer's first, and ours only if the
 * event was not `preventDefault`ed; `aria-describedby` and `className` are joined; `style` is
 * merged; anything else the consumer gives wins. An undefined consumer value changes nothing.
 */
export function mergeProps<Ours extends object, Theirs extends object>(
  ours: Ours,
  theirs: Theirs,
): Ours & Theirs {
  const merged: Props = Object.fromEntries(Object.entries(ours))
  for (const [name, value] of Object.entries(theirs)) {
    const own = merged[name]
    if (value === undefined) continue
    if (isHandler(name, value) && isHandler(name, own)) merged[name] = chain(value, own)
    else if (joined.has(name) && own) merged[name] = [own, value].join(' ')
    else if (name === 'style') merged[name] = { ...(own as object), ...(value as object) }
    else merged[name] = value
  }
  // SAFETY: every key of both objects is present with a value of one of the two types.
  return merged as Ours & Theirs
}

function chain(theirs: (...args: unknown[]) => void, ours: (...args: unknown[]) => void) {
  return (...args: unknown[]): void => {
    theirs(...args)
    const event = args[0] as { defaultPrevented?: boolean } | undefined
    if (event?.defaultPrevented !== true) ours(...args)
  }
}
