import { useEffect, useRef, useState, type RefObject } from 'react'
import { useSession } from '../playground-context.ts'

export interface Sheet {
  isOpen: boolean
  /** Its button, which is there only where the phone is a sheet. */
  handle: RefObject<HTMLButtonElement | null>
  toggle: () => void
}

/** On narrow pages the phone is a sheet: open with what arrives, until a person closes it. */
export function useSheet(newestId: string | undefined): Sheet {
  const { id } = useSession()
  // Ids start over with each session.
  const now = `${id} ${newestId ?? ''}`
  const [choice, setChoice] = useState({ at: '', isOpen: false })
  const isOpen = choice.at === now ? choice.isOpen : newestId !== undefined
  const handle = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    // The sheet may come up over what has the focus; the page's scroll margins know how far.
    const isSheet = handle.current?.checkVisibility() === true
    if (isSheet && isOpen) document.querySelector(':focus')?.scrollIntoView({ block: 'nearest' })
  }, [isOpen, now])

  return { isOpen, handle, toggle: () => setChoice({ at: now, isOpen: !isOpen }) }
}
