import type { Playground } from '../playground-context.ts'
import { parseKitStorage, readKitStorage } from './kit-storage.ts'
import type { ReportFacts } from './report.ts'
import { wayText } from './readable.ts'
import { versions } from './versions.ts'

/** What the report says of this page, now. */
export function collectFacts({
  playback,
  recorder,
  storage,
  traffic,
  transport,
}: Playground): ReportFacts {
  const { now, speed, isPaused } = playback.getSnapshot()
  const { innerWidth, innerHeight, devicePixelRatio } = window
  const { theme } = document.documentElement.dataset
  const shown = theme === 'system' ? `system theme (${systemTheme()})` : `${theme} theme`
  return {
    link: window.location.href,
    versions,
    userAgent: navigator.userAgent,
    window: `${innerWidth} × ${innerHeight} at ${devicePixelRatio}×, ${shown}, ${navigator.language}`,
    transport: wayText(transport.getSnapshot()),
    now,
    speed: isPaused ? 0 : speed,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    requests: traffic.getSnapshot(),
    storage: parseKitStorage(readKitStorage(storage)),
    recording: recorder.getSnapshot(),
  }
}

const systemTheme = (): string =>
  window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
