import type { Ref, RefCallback } from 'react'

/**
 * Gives a node to our ref and then to a consumer's, of whatever kind. The same ref of the consumer gets
 * the same joined ref, so that React does not detach and attach it with each render.
 */
export function createRefJoiner<T>(
  ours: RefCallback<T>,
): (theirs: Ref<T> | undefined) => RefCallback<T> {
  let last: Ref<T> | undefined
  let joined = ours
  return (theirs) => {
    if (theirs === last) return joined
    last = theirs
    let cleanUp: (() => void) | void
    joined = (node) => {
      ours(node)
      if (theirs && typeof theirs === 'object') theirs.current = node
      // A ref of React 19 may return a clean-up function, which React calls in place of the ref.
      else if (node === null && cleanUp) cleanUp()
      else cleanUp = theirs?.(node)
    }
    return joined
  }
}
