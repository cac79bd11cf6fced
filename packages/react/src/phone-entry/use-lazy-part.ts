'use client'
import { useEffect, useState } from 'react'

/** A module that is loaded when somebody is about to need it. */
export interface LazyPart<T> {
  load: () => Promise<void>
  loaded: () => T | undefined
}

export function lazyPart<T>(load: () => Promise<T>): LazyPart<T> {
  let part: T | undefined
  return {
    load: async () => {
      part ??= await load()
    },
    loaded: () => part,
  }
}

/**
 * The module once it is here. A failure is forgotten with the component: the next one asks again.
 */
export function useLazyPart<T>(
  lazy: LazyPart<T>,
  isWanted: boolean,
): { part: T | undefined; hasFailed: boolean } {
  const [outcome, setOutcome] = useState<'loaded' | 'failed'>()
  const part = lazy.loaded()
  const isMissing = isWanted && part === undefined
  useEffect(() => {
    if (!isMissing) return
    lazy.load().then(
      () => setOutcome('loaded'),
      () => setOutcome('failed'),
    )
  }, [lazy, isMissing])
  return { part, hasFailed: outcome === 'failed' && part === undefined }
}
