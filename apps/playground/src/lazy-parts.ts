import { lazy } from 'react'

// What is not there at first sight.
const loadInspector = async () => ({
  default: (await import('./inspector/inspector.tsx')).Inspector,
})
const loadProbes = async () => ({ default: (await import('./probes/probes.tsx')).Probes })
const loadSettings = async () => ({
  default: (await import('./settings/settings-panel.tsx')).SettingsPanel,
})
const loadSource = async () => ({ default: (await import('./source/source.tsx')).Source })

export const Inspector = lazy(loadInspector)
export const Probes = lazy(loadProbes)
export const SettingsPanel = lazy(loadSettings)
export const Source = lazy(loadSource)

/** So that an open page needs its server no more. */
export const loadLazyParts = (): Promise<unknown> =>
  Promise.allSettled([loadInspector(), loadProbes(), loadSettings(), loadSource()])
