import { systemClock } from '@phoneproof/client'
import { useEffect, useState, type ReactNode } from 'react'
import { copyText } from './copy-text.ts'

interface CopyButtonProps {
  /** What the button says until it is pressed. */
  label: string
  /** Asked for at the press. */
  text: () => string
}

const saysSoForMs = 2_000

export function CopyButton({ label, text }: CopyButtonProps): ReactNode {
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (said === '') return
    const timer = systemClock.setTimeout(() => setSaid(''), saysSoForMs)
    return () => systemClock.clearTimeout(timer)
  }, [said])

  async function copy(): Promise<void> {
    setSaid((await copyText(text())) ? 'Copied' : 'Not allowed')
  }

  return (
    <>
      <button type="button" className="button" onClick={() => void copy()}>
        {said === '' ? label : said}
      </button>
      <span role="status" className="unseen">
        {said}
      </span>
    </>
  )
}
