'use client'
import { useCallback, useLayoutEffect, useRef, type RefCallback } from 'react'

/** Space between the field and its list, and around it. */
const gap = 6
const margin = 8
const narrowest = 320
const widest = 420
const tallest = 400
/** Less room than this below, and it opens above when there is more. */
const enough = 240

/**
 * Keeps a list beside its field, in the top layer where no ancestor clips it. Writes
 * `--pp-phone-entry-picker-x`, `-y`, `-width` and `-height` (px), and `data-side`.
 */
export function usePlacement(close: () => void): RefCallback<HTMLElement> {
  const element = useRef<HTMLElement | null>(null)
  useLayoutEffect(() => {
    const picker = element.current
    const control = picker?.closest<HTMLElement>('[data-part="control"]')
    if (!picker || !control) return
    // Safari before 17 and jsdom have no popovers: there it is a fixed element, and would be
    // hidden by the attribute alone.
    if (typeof picker.showPopover === 'function') {
      picker.popover = 'manual'
      picker.showPopover()
    }
    const update = () => {
      if (!place(picker, control)) close()
    }
    update()
    window.addEventListener('resize', update)
    window.addEventListener('scroll', update, { capture: true, passive: true })
    return () => {
      window.removeEventListener('resize', update)
      window.removeEventListener('scroll', update, { capture: true })
    }
  }, [close])
  return useCallback((picker) => {
    element.current = picker
  }, [])
}

/** False when the field has left the view. */
function place(picker: HTMLElement, control: HTMLElement): boolean {
  const box = control.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  if (box.bottom < 0 || box.top > Math.max(clientHeight, 1)) return false
  const width = Math.min(Math.max(box.width, narrowest), widest, clientWidth - 2 * margin)
  const isRightToLeft = getComputedStyle(control).direction === 'rtl'
  const wanted = isRightToLeft ? box.right - width : box.left
  const x = Math.max(margin, Math.min(wanted, clientWidth - width - margin))
  const below = clientHeight - box.bottom - gap - margin
  const above = box.top - gap - margin
  const isBelow = below >= Math.min(enough, above)
  const height = Math.min(isBelow ? below : above, tallest)
  const y = isBelow ? box.bottom + gap : box.top - gap
  const values = { x, y, width, height }
  for (const [name, value] of Object.entries(values)) {
    picker.style.setProperty(`--pp-phone-entry-picker-${name}`, `${value}px`)
  }
  picker.setAttribute('data-side', isBelow ? 'below' : 'above')
  return true
}
