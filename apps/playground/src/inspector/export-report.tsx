import { systemClock } from '@phoneproof/client'
import { useState, type ReactNode } from 'react'
import { copyText } from '../copy-text.ts'
import { usePlayground } from '../playground-context.ts'
import { collectFacts } from './collect-facts.ts'
import { reportText } from './report.ts'

/** Gives what is in the inspector, and where it happened, as text for a bug report. */
export function ExportReport(): ReactNode {
  const playground = usePlayground()
  const [status, setStatus] = useState('')
  /** Shown to be copied by hand where a page may not write to the clipboard. */
  const [byHand, setByHand] = useState<string>()

  async function copy(): Promise<void> {
    const text = reportText(collectFacts(playground))
    const isCopied = await copyText(text)
    setByHand(isCopied ? undefined : text)
    setStatus(
      isCopied
        ? 'Report copied.'
        : 'This page may not copy by itself. The report is selected: copy it with the keyboard.',
    )
  }

  function download(): void {
    const blob = new Blob([reportText(collectFacts(playground))], { type: 'text/plain' })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(blob)
    link.download = 'phoneproof-report.txt'
    link.click()
    // The browser may not have begun to read it.
    systemClock.setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
    setStatus('Report downloaded.')
  }

  return (
    <footer className="inspector-foot">
      {byHand !== undefined && (
        <textarea
          readOnly
          aria-label="Report"
          rows={6}
          value={byHand}
          ref={(field) => {
            field?.focus()
            field?.select()
          }}
        />
      )}
      <button type="button" className="button" onClick={() => void copy()}>
        Copy report
      </button>
      <button type="button" className="button" onClick={download}>
        Download report
      </button>
      <p role="status">{status}</p>
    </footer>
  )
}
