import { deliveriesOf, deliveryKindOf, textMagic, workflowIdsOf } from '@phoneproof/client'
import type { ReactNode } from 'react'
import { CopyButton } from '../copy-button.tsx'
import { usePlayground, useSettings } from '../playground-context.ts'
import { BackendSection } from './backend-section.tsx'
import { BrandField } from './brand-field.tsx'
import { Choice, Dropdown } from './fields.tsx'
import { locales } from './locales.ts'
import { countdowns, defaultSettings, directions, themes } from './settings.ts'
import './settings-panel.css'

/** Everything that can be chosen beside page, scenario and speed. All of it is in the address. */
export function SettingsPanel(): ReactNode {
  const { isBackendInNode } = usePlayground()
  const { page } = useSettings()
  // A probe is a field by itself: nothing is sent there.
  const isProbes = page === 'probes'
  return (
    <>
      <div className="settings">
        {isProbes && <WhatIsEntered />}
        {!isProbes && !isBackendInNode && <WhatIsSent />}
        <HowItLooks isProbes={isProbes} />
        {!isProbes && <BackendSection />}
        {!isProbes && <Connection />}
      </div>
      <SettingsFoot />
    </>
  )
}

function WhatIsEntered(): ReactNode {
  return (
    <section>
      <h3>What is entered</h3>
      <CodeLength />
    </section>
  )
}

function WhatIsSent(): ReactNode {
  const { change } = usePlayground().settings
  const { workflowId, language } = useSettings()
  return (
    <section>
      <h3>What is sent</h3>
      <p>Read when a code is sent. While one is under way, a change starts the page again.</p>
      <CodeLength />
      <Dropdown
        label="Workflow"
        options={workflowIdsOf(textMagic).map((each) => [each, `${each}: ${deliveries(each)}`])}
        value={workflowId}
        onChange={(next) => change({ workflowId: next })}
      />
      <Dropdown
        label="Language of text and call"
        options={[['', 'As the service chooses'], ...textMagic.languages.map(withName)]}
        value={language}
        onChange={(next) => change({ language: next })}
      />
      <BrandField />
    </section>
  )
}

function CodeLength(): ReactNode {
  const { change } = usePlayground().settings
  const { codeLength } = useSettings()
  return (
    <Choice
      label="Code length"
      options={textMagic.codeLengths.map((each) => [each, String(each)])}
      value={codeLength}
      onChange={(next) => change({ codeLength: next })}
    />
  )
}

const deliveries = (workflow: number): string =>
  deliveriesOf(textMagic, workflow).map(deliveryKindOf).join(', ')

const languageNames = new Intl.DisplayNames('en', { type: 'language' })
const withName = <Tag extends string>(tag: Tag): [Tag, string] => [
  tag,
  languageNames.of(tag) ?? tag,
]

function HowItLooks({ isProbes }: { isProbes: boolean }): ReactNode {
  const { change } = usePlayground().settings
  const { theme, locale, direction, countdown } = useSettings()
  return (
    <section>
      <h3>How it looks</h3>
      <Choice
        label="Theme"
        options={themes.map(capitalized)}
        value={theme}
        onChange={(next) => change({ theme: next })}
      />
      {!isProbes && (
        <Choice
          label="Countdown"
          options={countdowns.map(capitalized)}
          value={countdown}
          onChange={(next) => change({ countdown: next })}
        />
      )}
      <Dropdown
        label="Locale of the page"
        options={locales.map(withName)}
        value={locale}
        onChange={(next) => change({ locale: next })}
      />
      <Dropdown
        label="Direction"
        options={directions.map((each) => [each, directionNames[each]])}
        value={direction}
        onChange={(next) => change({ direction: next })}
      />
    </section>
  )
}

const directionNames = { auto: 'Of the locale', ltr: 'Left to right', rtl: 'Right to left' }

const capitalized = <Text extends string>(text: Text): [Text, string] => [
  text,
  text.charAt(0).toUpperCase() + text.slice(1),
]

function Connection(): ReactNode {
  const { settings, isBackendInNode } = usePlayground()
  const { change } = settings
  const { latencyMs, isOffline } = useSettings()
  return (
    <section>
      <h3>Connection</h3>
      {!isBackendInNode && (
        <Dropdown
          label="Time until an answer"
          options={latencies(latencyMs)}
          value={latencyMs}
          onChange={(next) => change({ latencyMs: next })}
        />
      )}
      <label className="settings-switch">
        <input
          type="checkbox"
          checked={isOffline}
          onChange={({ target }) => change({ isOffline: target.checked })}
        />
        Offline
      </label>
    </section>
  )
}

/** The usual ones, and the one a link asked for. */
const latencies = (chosen: number): [number, string][] =>
  [...new Set([0, 300, 1000, 3000, 8000, 20_000, chosen])]
    .toSorted((a, b) => a - b)
    .map((ms) => [ms, ms === 0 ? 'As in the scenario' : `${ms.toLocaleString('en')} ms`])

function SettingsFoot(): ReactNode {
  const { settings, isBackendInNode } = usePlayground()
  const { change, hrefWith } = settings
  const { page, scenario, speed, isPaused, hasBackend } = useSettings()
  return (
    <footer className="settings-foot">
      <CopyButton label="Copy link" text={() => new URL(hrefWith({}), window.location.href).href} />
      <button
        type="button"
        className="button"
        onClick={() => {
          const kept = isBackendInNode ? { hasBackend } : {}
          change({ ...defaultSettings, page, scenario, speed, isPaused, ...kept })
        }}
      >
        Back to defaults
      </button>
    </footer>
  )
}
