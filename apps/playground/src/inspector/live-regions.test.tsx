import { expect, it } from 'vitest'
import { watchLiveRegions, type Announcement } from './live-regions.ts'

/** A page whose regions are listened to. */
function setUp(html: string) {
  const page = document.createElement('main')
  page.innerHTML = html
  const announced: Announcement[] = []
  const stop = watchLiveRegions(page, (announcement) => announced.push(announcement))
  const region = (selector: string): Element => {
    const found = page.querySelector(selector)
    if (!found) throw new Error(`no ${selector}`)
    return found
  }
  /** Observers are called in a microtask. */
  const settle = () => Promise.resolve()
  return { page, announced, stop, region, settle }
}

it('hears what a region takes on, once a change, with its spaces in order', async () => {
  const { announced, region, settle } = setUp(
    '<div data-scope="verification-flow"><p role="status"></p></div><p role="alert"></p>',
  )
  region('[role=status]').innerHTML = '<span>Code sent.</span>\n  <span>It is valid.</span>'
  region('[role=alert]').textContent = 'No connection.'
  await settle()
  expect(announced).toEqual([
    { role: 'status', by: 'flow', text: 'Code sent. It is valid.' },
    { role: 'alert', by: 'page', text: 'No connection.' },
  ])
})

it('hears the same text again when it is put in again', async () => {
  const { announced, region, settle } = setUp('<p role="status"></p>')
  region('p').innerHTML = '<span>Checking</span>'
  await settle()
  region('p').innerHTML = '<span>Checking</span>'
  await settle()
  expect(announced.map(({ text }) => text)).toEqual(['Checking', 'Checking'])
})

it('hears a text that changes in place', async () => {
  const { announced, region, settle } = setUp('<p role="status">One</p>')
  const { firstChild } = region('p')
  if (firstChild) firstChild.nodeValue = 'Two'
  await settle()
  expect(announced).toMatchObject([{ text: 'Two' }])
})

it('hears an alert that arrives filled, and not a status that does', async () => {
  const { page, announced, settle } = setUp('')
  page.innerHTML = '<div><p role="alert">Gone</p><p role="status">Fine</p></div>'
  await settle()
  expect(announced).toMatchObject([{ role: 'alert', text: 'Gone' }])
})

it('does not hear what is emptied, what is outside regions, and what is not to be recorded', async () => {
  const { announced, region, settle } = setUp(
    '<p role="status">One</p><div class="plain"></div><div data-not-recorded><p role="status"></p></div>',
  )
  region('p').textContent = ''
  region('.plain').textContent = 'Quiet'
  region('[data-not-recorded] p').textContent = 'Copied'
  await settle()
  expect(announced).toEqual([])
})

it('stops when told to', async () => {
  const { announced, region, stop, settle } = setUp('<p role="status"></p>')
  stop()
  region('p').textContent = 'Late'
  await settle()
  expect(announced).toEqual([])
})
