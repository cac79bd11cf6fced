import { safely } from '@phoneproof/hooks/internal'
import { partSelector } from '@phoneproof/hooks/internal/verification-flow'
import { Component, type ComponentPropsWithoutRef, type ReactNode, type RefCallback } from 'react'

interface StepMotionProps extends ComponentPropsWithoutRef<'div'> {
  /** Another one is another screen. */
  step: string
  rootRef: RefCallback<HTMLElement> | undefined
}

interface LeftStep {
  screen: HTMLElement
  height: number
  look: string
}

/**
 * The element around the flow. When the screen changes, the old one fades over the new one, and the
 * height follows: the style sheet moves them, between what is measured here once. The new screen is there
 * at once, for the focus, for screen readers and for the next change.
 */
export class StepMotion extends Component<StepMotionProps> {
  private root: HTMLElement | null = null
  private leaving: HTMLElement | undefined

  private readonly setRoot = (root: HTMLElement | null): void => {
    this.root = root
    this.props.rootRef?.(root)
  }

  private readonly findScreen = (): HTMLElement | null | undefined =>
    this.root?.querySelector<HTMLElement>(`${partSelector('screen')}:not([data-leaving])`)

  override getSnapshotBeforeUpdate({ step }: StepMotionProps): LeftStep | null {
    const screen = step !== this.props.step && this.findScreen()
    if (!screen || !this.root) return null
    const { offsetTop, offsetWidth } = screen
    // In a change that is still going on, the height and the screen are where they have got to.
    const opacity = safely(() => getComputedStyle(screen).opacity) ?? 1
    return {
      screen,
      height: this.root.offsetHeight,
      look: `;position:absolute;top:${offsetTop}px;width:${offsetWidth}px;opacity:${opacity}`,
    }
  }

  override componentDidUpdate(_: unknown, __: unknown, left: LeftStep | null): void {
    const { root } = this
    const next = left && this.findScreen()
    if (!next || !root) return
    this.end()
    const old = left.screen
    // A frame would load again.
    if (old.querySelector('iframe')) return
    old.inert = true
    old.ariaHidden = 'true'
    old.dataset['leaving'] = ''
    old.style.cssText += left.look
    root.style.setProperty('--pp-flow-from', `${left.height}px`)
    root.style.setProperty('--pp-flow-to', `${root.offsetHeight}px`)
    root.dataset['moving'] = ''
    // After the new one, which is what ids and selectors find.
    next.after(old)
    this.leaving = old
    const end = (): void => {
      if (this.leaving === old) this.end()
    }
    const [fade] = old.getAnimations?.() ?? []
    if (fade) fade.finished.then(end, end)
    else end()
  }

  private end(): void {
    this.leaving?.remove()
    this.root?.removeAttribute('data-moving')
  }

  override render(): ReactNode {
    const { step: _, rootRef: __, ...props } = this.props
    return <div {...props} ref={this.setRoot} />
  }
}
