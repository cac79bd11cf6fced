'use client'
import { safely } from '@phoneproof/hooks/internal'
import { useCallback, useLayoutEffect, useRef, type RefCallback } from 'react'

/** Space between the field and its list, and around it. */
const gap = 6
const margin = 8
const narrowest = 320
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
    const shown = safely(() => {
      picker.popover = 'manual'
      return [picker.showPopover()]
    })
    if (!shown) picker.removeAttribute('popover')
    const update = () => {
      if (!place(picker, control)) close()
    }
    update()
    const view = picker.ownerDocument.defaultView
    view?.addEventListener('resize', update)
    view?.addEventListener('scroll', update, { capture: true, passive: true })
    return () => {
      view?.removeEventListener('resize', update)
      view?.removeEventListener('scroll', update, { capture: true })
    }
  }, [close])
  return useCallback((picker) => {
    element.current = picker
  }, [])
}

/** False when the field has left the view. */
function place(picker: HTMLElement, control: HTMLElement): boolean {
  const write = (name: string, value: number) =>
    picker.style.setProperty(`--pp-phone-entry-picker-${name}`, `${value}px`)
  // Under CSS `zoom` a pixel of the list is not one of the window, in which boxes are measured.
  write('width', narrowest)
  const pixel = picker.getBoundingClientRect().width / narrowest || 1
  const box = control.getBoundingClientRect()
  const left = box.left / pixel
  const right = box.right / pixel
  const top = box.top / pixel
  const bottom = box.bottom / pixel
  const page = picker.ownerDocument.documentElement
  const pageWidth = page.clientWidth / pixel
  const pageHeight = page.clientHeight / pixel
  if (bottom < 0 || top > Math.max(pageHeight, 1)) return false
  const width = Math.min(Math.max(right - left, narrowest), pageWidth - 2 * margin)
  const isRightToLeft = safely(() => getComputedStyle(control).direction) === 'rtl'
  const wanted = isRightToLeft ? right - width : left
  const x = Math.max(margin, Math.min(wanted, pageWidth - width - margin))
  const below = pageHeight - bottom - gap - margin
  const above = top - gap - margin
  const isBelow = below >= Math.min(enough, above)
  write('x', x)
  write('y', isBelow ? bottom + gap : top - gap)
  write('width', width)
  write('height', Math.min(isBelow ? below : above, tallest))
  picker.setAttribute('data-side', isBelow ? 'below' : 'above')
  return true
}
