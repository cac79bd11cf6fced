import { useState, type ReactNode } from 'react'
import { CopyButton } from '../copy-button.tsx'
import { useSettings } from '../playground-context.ts'
import { appFile, type PageName } from './app-file.ts'
import { pageFiles } from './page-files.ts'
import './source.css'

/** The files of a page, as they run, and the app around them, as it is set up now. */
export function Source({ page }: { page: PageName }): ReactNode {
  const settings = useSettings()
  const files = [{ name: 'app.tsx', text: appFile(page, settings) }, ...pageFiles(page)]
  const [chosen, setChosen] = useState(1)
  const file = files[chosen]
  if (!file) return null
  return (
    <>
      <div className="source-bar">
        <fieldset className="segments">
          <legend className="unseen">File</legend>
          <div>
            {files.map(({ name }, index) => (
              <label key={name}>
                <input
                  type="radio"
                  name="source-file"
                  checked={index === chosen}
                  onChange={() => setChosen(index)}
                />
                <span>{name}</span>
              </label>
            ))}
          </div>
        </fieldset>
        <CopyButton key={file.name} label="Copy" text={() => file.text} />
      </div>
      {/* Scrolls both ways, so the keyboard has to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className="source-text" role="region" aria-label={file.name} tabIndex={0}>
        {file.text}
      </pre>
      <p className="source-note">
        {chosen === 0
          ? 'As it is set up now. The playground adds what it demonstrates with: its clock, its storage and its listeners.'
          : 'As it runs here.'}
      </p>
    </>
  )
}
