/** What a reload of this tab keeps. */
export interface TabStorage {
  getItem: (key: string) => string | null
  setItem: (key: string, value: string) => void
  removeItem: (key: string) => void
  keys: () => string[]
  /** False where the browser blocks storage, and all of it is gone with the page. */
  readonly isKept: boolean
}

/** The storage of the tab, or a stand-in in memory: a demo works without one. */
export function openTabStorage(): TabStorage {
  const storage = usableStorage()
  if (!storage) return createMemoryStorage()
  return {
    getItem: (key) => storage.getItem(key),
    setItem: (key, value) => storage.setItem(key, value),
    removeItem: (key) => storage.removeItem(key),
    keys: () => Object.keys(storage),
    isKept: true,
  }
}

const probe = 'playground-probe'

/** Where it is blocked, reading the property throws; where it has no room, writing does. */
function usableStorage(): Storage | undefined {
  try {
    const storage = window.sessionStorage
    storage.setItem(probe, '')
    storage.removeItem(probe)
    return storage
  } catch {
    return undefined
  }
}

function createMemoryStorage(): TabStorage {
  const kept = new Map<string, string>()
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
    keys: () => [...kept.keys()],
    isKept: false,
  }
}
