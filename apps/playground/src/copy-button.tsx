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
  const [status, setStatus] = useState('')
  useEffect(() => {
    if (status === '') return
    const timer = systemClock.setTimeout(() => setStatus(''), saysSoForMs)
    return () => systemClock.clearTimeout(timer)
  }, [status])

  async function copy(): Promise<void> {
    setStatus((await copyText(text())) ? 'Copied' : 'Not allowed')
  }

  return (
    <>
      <button type="button" className="button" onClick={() => void copy()}>
        {status === '' ? label : status}
      </button>
      <span role="status" className="unseen">
        {status}
      </span>
    </>
  )
}
