import type { LoggedRequest, Observable } from '@phoneproof/simulator'
import { hostPages } from '../host-pages/host-pages.ts'
import type { Settings } from '../settings/settings.ts'
import type { BackendOptions, OpenBackend } from './open-backend.ts'
import { createRequestLog } from './request-log.ts'

/** The server half in this page, between the flow and the service. Nothing of it is loaded before it is on. */
export interface Backend {
  /** Switches it on or off, and sets what a page does not decide: brand, length, language, workflow. */
  follow: (settings: Settings) => void
  /** Undefined while it is off. */
  answer: (request: Request) => Promise<Response> | undefined
  /** What the page asked of it. */
  readonly requests: Observable<readonly LoggedRequest[]>
  /** How many cancels it carries out at this moment. */
  readonly carryingOut: number
  /** Forgets everything. */
  reset: () => void
  /** From now on requests belong to another session, as if they came from somebody else's browser. */
  changePerson: () => void
}

interface Surroundings extends Pick<
  BackendOptions,
  'clock' | 'serviceFetch' | 'basePath' | 'storage'
> {
  /** Called when it cannot be loaded. */
  onFailed: () => void
}

const personKey = 'playground-person'
const storageKey = 'playground-backend'

type Decided = Pick<BackendOptions, 'brand' | 'codeLength' | 'workflowId' | 'language'>

function decidedBy({ page, brand, codeLength, workflowId, language }: Settings): Decided {
  const own = page === 'probes' ? '' : hostPages[page].brand
  return {
    brand: brand === '' ? own : brand,
    codeLength,
    workflowId,
    ...(language !== '' && { language }),
  }
}

export function createBackend({ onFailed, ...surroundings }: Surroundings): Backend {
  const { clock, storage } = surroundings
  const log = createRequestLog(clock)
  let decided: Decided | undefined
  let opening: Promise<OpenBackend> | undefined
  let isOpen: OpenBackend | undefined

  function session(): string {
    const kept = storage.getItem(personKey)
    if (kept !== null) return kept
    // Not randomUUID, which is on secure pages only.
    const fresh = crypto.getRandomValues(new Uint32Array(4)).join('-')
    storage.setItem(personKey, fresh)
    return fresh
  }

  function close(): void {
    void opening?.then(
      (each) => each.close(),
      () => {},
    )
    opening = undefined
    isOpen = undefined
  }

  function open(): void {
    if (!decided) return
    const options = { ...surroundings, ...decided, session, storageKey }
    const mine = import('./open-backend.ts').then(({ openBackend }) => openBackend(options))
    opening = mine
    mine.then(
      (each) => {
        if (opening === mine) isOpen = each
      },
      () => {
        if (opening === mine) onFailed()
      },
    )
  }

  return {
    requests: log,
    get carryingOut() {
      return isOpen?.carryingOut ?? 0
    },
    answer(request) {
      const server = opening
      return server && log.watch(request, async (each) => (await server).answer(each))
    },
    follow(settings) {
      const isWanted = settings.hasBackend && settings.page !== 'probes'
      const next = isWanted ? decidedBy(settings) : undefined
      if (JSON.stringify(next) === JSON.stringify(decided)) return
      close()
      decided = next
      open()
    },
    reset() {
      close()
      storage.removeItem(storageKey)
      log.clear()
      open()
    },
    changePerson: () => storage.removeItem(personKey),
  }
}
