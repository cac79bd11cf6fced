import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { eventLine, type FieldThen, type Seen } from './event-line.ts'

const watched = [
  'beforeinput',
  'input',
  'change',
  'keydown',
  'paste',
  'contextmenu',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'focusin',
  'focusout',
]

const mostKept = 200

export interface EventLog {
  /** Newest first. */
  readonly lines: readonly LogLine[]
  readonly note: (text: string) => void
  readonly clear: () => void
}

export interface LogLine {
  readonly id: number
  readonly text: string
}

/** What happens to the fields within an element, and what else is noted. Kept nowhere. */
export function useEventLog(root: RefObject<HTMLElement | null>): EventLog {
  const [lines, setLines] = useState<readonly LogLine[]>([])
  const fresh = useRef<string[]>([])
  const note = useCallback((text: string) => {
    fresh.current.push(text)
    // Not at once: a render between two listeners of one event could change what the second finds.
    if (fresh.current.length === 1) {
      requestAnimationFrame(() => {
        const texts = fresh.current.splice(0)
        setLines((before) => texts.reduce(withLine, before).slice(0, mostKept))
      })
    }
  }, [])

  useEffect(() => {
    const element = root.current
    if (!element) return
    const stop = new AbortController()
    const options = { capture: true, signal: stop.signal }
    const hear = (event: Event): void => {
      const { target } = event
      // SAFETY: whatever an event has not is undefined, as the type says.
      if (target instanceof HTMLInputElement) note(eventLine(event as Seen, fieldOf(target)))
    }
    const hearSelection = (event: Event): void => {
      const focused = document.activeElement
      if (focused instanceof HTMLInputElement && element.contains(focused)) {
        note(eventLine(event, fieldOf(focused)))
      }
    }
    for (const type of watched) element.addEventListener(type, hear, options)
    document.addEventListener('selectionchange', hearSelection, options)
    return () => stop.abort()
  }, [root, note])

  const clear = useCallback(() => {
    fresh.current = []
    setLines([])
  }, [])
  return { lines, note, clear }
}

const withLine = (lines: readonly LogLine[], text: string): readonly LogLine[] => [
  { id: (lines[0]?.id ?? 0) + 1, text },
  ...lines,
]

const fieldOf = (input: HTMLInputElement): FieldThen => ({
  name: input.autocomplete || input.type,
  length: input.value.length,
  start: input.selectionStart,
  end: input.selectionEnd,
})
