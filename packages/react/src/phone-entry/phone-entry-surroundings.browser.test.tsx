import { loadNumberMetadata } from '@phoneproof/hooks'
import '@phoneproof/react/styles.css'
import type { CSSProperties, ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { expect, onTestFinished, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { comeToRest } from '../../../../test/support/phone-field.tsx'
import { PhoneEntry } from './phone-entry.tsx'

// Where people put a field: in a page that is zoomed or scaled, in a shadow root, in the document
// of
// an iframe. Root, document and window are those of the element.

const part = (name: string, root: ParentNode = document) =>
  root.querySelector<HTMLElement>(`[data-part="${name}"]`) as HTMLElement

const opened = async (root: ParentNode = document) => {
  await expect.poll(() => part('picker', root)).not.toBeNull()
  await comeToRest(part('picker', root).ownerDocument)
  return part('picker', root)
}

const surroundings: [name: string, around: CSSProperties, page?: string][] = [
  ['nothing', {}],
  ['zoom: 2', { zoom: 2 }],
  ['zoom: 0.5', { zoom: 0.5 }],
  ['zoom within zoom', { zoom: 1.5 }, 'zoom: 1.25'],
  ['a page with zoom: 1.5', {}, 'zoom: 1.5'],
  ['scale(0.75)', { transform: 'scale(0.75)', transformOrigin: '0 0' }],
  ['translate(-1rem, 2rem)', { transform: 'translate(-1rem, 2rem)' }],
  ['a filter', { filter: 'blur(0)' }],
]

for (const direction of ['ltr', 'rtl'] as const) {
  test.each(surroundings)(
    `the list is beside its field under %s, ${direction}`,
    async (_, style, html) => {
      await page.viewport(1200, 800)
      await loadNumberMetadata()
      document.documentElement.style.cssText = html ?? ''
      onTestFinished(async () => {
        document.documentElement.style.cssText = ''
        await page.viewport(414, 896)
      })
      await render(
        <div style={style} dir={direction}>
          <div style={{ inlineSize: '25rem', margin: '2rem' }}>
            <PhoneEntry defaultCountry="GB" />
          </div>
        </div>,
      )
      part('country').click()
      const list = (await opened()).getBoundingClientRect()
      const field = part('control').getBoundingClientRect()
      const start = direction === 'ltr' ? 'left' : 'right'
      expect(list[start]).toBeCloseTo(field[start], 0)
      expect(list.top).toBeGreaterThan(field.bottom)
      expect(list.top - field.bottom).toBeLessThan(20)
      expect(list.right).toBeLessThanOrEqual(innerWidth)
      expect(list.bottom).toBeLessThanOrEqual(innerHeight)
    },
  )
}

/** The document of an iframe, with the style sheets of this one. */
async function frame() {
  const element = document.createElement('iframe')
  element.style.cssText =
    'inline-size: 700px; block-size: 600px; margin-inline-start: 50px; border: 0'
  document.body.append(element)
  onTestFinished(() => element.remove())
  const inner = element.contentDocument as Document
  inner.body.style.margin = '20px'
  for (const sheet of document.querySelectorAll('style, link[rel="stylesheet"]')) {
    inner.head.append(inner.importNode(sheet, true))
  }
  return inner
}

test('in an iframe, by a portal, the list is placed, and closed by a press, in its document', async () => {
  await page.viewport(1200, 800)
  onTestFinished(() => page.viewport(414, 896))
  await loadNumberMetadata()
  const inner = await frame()
  const Portal = ({ children }: { children: ReactNode }) => createPortal(children, inner.body)
  await render(
    <Portal>
      <form>
        <PhoneEntry defaultCountry="GB" required />
        <fieldset />
        <button type="button">Elsewhere</button>
      </form>
    </Portal>,
  )
  part('country', inner).click()
  const list = await opened(inner)
  expect(list.getBoundingClientRect().left).toBeCloseTo(
    part('control', inner).getBoundingClientRect().left,
    0,
  )
  expect(list.getBoundingClientRect().bottom).toBeLessThanOrEqual(600)
  expect(inner.activeElement).toBe(part('search', inner))
  const press = () =>
    inner
      .querySelector('button:not([data-part])')
      ?.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }))
  press()
  await expect.poll(() => part('picker', inner)).toBeNull()
  // The window of the frame is the one that scrolls and gets smaller.
  part('country', inner).click()
  const again = await opened(inner)
  const frameElement = inner.defaultView?.frameElement as HTMLElement
  frameElement.style.inlineSize = '520px'
  await expect.poll(() => again.getBoundingClientRect().right).toBeLessThanOrEqual(520)
})

test('in an iframe the press of a button, and no look, makes the field say what is wrong', async () => {
  await loadNumberMetadata()
  const inner = await frame()
  const Portal = ({ children }: { children: ReactNode }) => createPortal(children, inner.body)
  await render(
    <Portal>
      <form onSubmit={(event) => event.preventDefault()}>
        <fieldset>
          <PhoneEntry required />
          <button type="submit">
            <b>Send</b>
          </button>
        </fieldset>
      </form>
    </Portal>,
  )
  const form = inner.querySelector('form') as HTMLFormElement
  form.checkValidity()
  expect(part('error', inner)).toBeNull()
  ;(inner.querySelector('b') as HTMLElement).click()
  await expect.poll(() => part('error', inner)?.textContent).toBe('Enter your phone number.')
  expect(inner.activeElement).toBe(part('input', inner))
})

test('in a shadow root the field is typed in, judged, and its list opened and closed', async () => {
  await loadNumberMetadata()
  const host = document.body.appendChild(document.createElement('div'))
  onTestFinished(() => host.remove())
  const root = host.attachShadow({ mode: 'open' })
  const Portal = ({ children }: { children: ReactNode }) =>
    createPortal(children, root as unknown as Element)
  await render(
    <Portal>
      <PhoneEntry defaultCountry="US" />
      <button type="button">Elsewhere</button>
    </Portal>,
  )
  const input = part('input', root) as HTMLInputElement
  input.focus()
  await userEvent.keyboard('2133734')
  input.setSelectionRange(6, 9)
  await userEvent.keyboard('9')
  expect(input.value).toBe('(213) 94')
  expect(input.selectionStart).toBe(7)
  await userEvent.tab()
  await expect.poll(() => part('error', root)?.textContent).toMatch(/too short/)
  input.focus()
  await userEvent.tab({ shift: true })
  await userEvent.keyboard('{Enter}')
  await opened(root)
  expect(root.activeElement).toBe(part('search', root))
  await userEvent.keyboard('germany{Enter}')
  await expect.poll(() => part('picker', root)).toBeNull()
  expect(root.activeElement).toBe(input)
  expect(part('country-code', root).textContent).toBe('+49')
})
