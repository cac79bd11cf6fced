import { useSyncExternalStore, type ReactNode } from 'react'
import { usePlayground } from '../playground-context.ts'
import { parseKitStorage, readKitStorage, watchStorage } from './kit-storage.ts'
import { readableJson } from './readable.ts'

/** What survives a reload, as the kit has stored it. */
export function StoragePanel(): ReactNode {
  const { storage } = usePlayground()
  const text = useSyncExternalStore(watchStorage, () => readKitStorage(storage))
  const entries = Object.entries(parseKitStorage(text))
  if (entries.length === 0) {
    return (
      <p className="inspector-empty">
        Nothing is stored. The flow keeps what it needs to resume, from the moment a code is asked
        for until it is over.
      </p>
    )
  }
  return entries.map(([key, value]) => (
    <figure key={key} className="inspector-json" data-alone="">
      <figcaption>
        <code>{key}</code> in{' '}
        {storage.isKept ? 'sessionStorage' : 'memory: this browser blocks storage'}
      </figcaption>
      <pre>{readableJson(value)}</pre>
    </figure>
  ))
}
