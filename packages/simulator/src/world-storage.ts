import type { HandsetControl, HandsetMessage } from './handset.ts'
import type { Random } from './seed.ts'
import type { World, WorldRecord } from './world.ts'

/** The part of `Storage` that is used. */
export type WorldStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

const key = 'phoneproof-simulator'
const version = 1

interface StoredWorld extends WorldRecord {
  version: typeof version
  seed: number
  messages: readonly HandsetMessage[]
}

interface Parts {
  world: World
  handset: HandsetControl
  random: Random
}

/**
 * Keeps a world in a storage, so that a reload or another tab finds the same one. Each request
 * first reads what another tab may have written, then writes what it changed. The storage holds
 * codes, as the servers of a real service do.
 */
export function createWorldStorage(
  storage: WorldStorage | undefined,
  { world, handset, random }: Parts,
): { refresh: () => void; remember: () => void } {
  let seen: string | null = null
  let isRestoring = false

  function remember(): void {
    if (!storage || isRestoring) return
    const messages = handset.getSnapshot()
    const stored: StoredWorld = { version, seed: random.state, messages, ...world.save() }
    const text = JSON.stringify(stored)
    if (text === seen) return
    seen = text
    storage.setItem(key, text)
  }

  function refresh(): void {
    const text = storage?.getItem(key) ?? null
    if (text === null || text === seen) return
    seen = text
    const stored = parse(text)
    if (!stored) return
    isRestoring = true
    random.restart(stored.seed)
    handset.restore(stored.messages)
    world.restore(stored)
    isRestoring = false
    // Restoring has done what was overdue.
    remember()
  }

  // Deliveries, expiry and answered calls change the world between requests.
  world.subscribe(remember)
  handset.subscribe(remember)
  return { refresh, remember }
}

function parse(text: string): StoredWorld | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const isOurs =
      typeof value === 'object' && value !== null && 'version' in value && value.version === version
    // SAFETY: written by remember() of this version.
    return isOurs ? (value as StoredWorld) : undefined
  } catch {
    return undefined
  }
}
