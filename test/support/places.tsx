// Where an app may be embedded: its own document is not always the page's, and its root not always a document.
import { type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { afterEach } from 'vitest'
import { render } from 'vitest-browser-react'

const hosts: HTMLElement[] = []

afterEach(() => {
  for (const host of hosts.splice(0)) host.remove()
})

function host<Name extends 'div' | 'iframe'>(name: Name, parent: Node = document.body) {
  const element = document.createElement(name)
  if (parent === document.body) hosts.push(element)
  parent.appendChild(element)
  return element
}

const shadowOf = (element: HTMLElement) => element.attachShadow({ mode: 'open' })

function inFrame() {
  const frame = host('iframe')
  frame.width = '600'
  frame.height = '600'
  const { contentDocument } = frame
  if (contentDocument === null) throw new Error('no document in the frame')
  return contentDocument
}

const makers = {
  'an open shadow root': () => shadowOf(host('div')),
  'a shadow root in another': () => shadowOf(host('div', shadowOf(host('div')))),
  'a frame': () => inFrame().body,
  'a shadow root in a frame': () => {
    const { body } = inFrame()
    return shadowOf(host('div', body))
  },
}

export const places = (Object.keys(makers) as (keyof typeof makers)[]).flatMap((place) =>
  (['a root', 'a portal'] as const).map((by) => ({ place, by })),
)

/** Renders there, by a root of its own or by a portal from the page, and gives what is around it. */
export async function renderIn(
  { place, by }: (typeof places)[number],
  ui: ReactNode,
): Promise<HTMLElement> {
  const root = makers[place]()
  const around = root.appendChild(root.ownerDocument.createElement('div'))
  if (by === 'a root') await render(ui, { container: around })
  else await render(createPortal(ui, around))
  return around
}

export const activeIn = (element: Element) =>
  // SAFETY: what an element that is in a page is rooted in.
  (element.getRootNode() as Document | ShadowRoot).activeElement
