import { safely } from './safely.ts'

/** Runs before the element is drawn next. At once, if its window cannot say when that is. */
export function nextFrame({ ownerDocument }: Element, run: () => void): void {
  const handle = safely(() => ownerDocument.defaultView?.requestAnimationFrame(run))
  if (handle === undefined) run()
}
