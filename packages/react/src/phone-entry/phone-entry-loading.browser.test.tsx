import { loadNumberMetadata, PhoneproofProvider } from '@phoneproof/hooks'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { holdRequests } from '../../../../test/support/held-requests.ts'
import { field, keys, show } from '../../../../test/support/phone-field.tsx'
import { VerificationFlow } from '../verification-flow/index.ts'
import { PhoneEntry } from './phone-entry.tsx'

// phone-entry.md PHONE-42 on a network that is slow or gone. In this order: once the metadata is
// here, it stays. The
// simulator has the metadata itself, so it must not be imported.

const metadata = ['max_metadata', 'max/metadata']

/** A form that counts what it submits. */
function Form({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <form
      aria-label={name}
      data-sent={0}
      onSubmit={(event) => {
        event.preventDefault()
        const { dataset } = event.currentTarget
        dataset['sent'] = `${Number(dataset['sent']) + 1}`
      }}
    >
      {children}
      <button type="submit">Send {name}</button>
    </form>
  )
}
const sent = (name: string) => page.getByRole('form', { name }).element().getAttribute('data-sent')
const send = (name: string) => userEvent.click(page.getByRole('button', { name: `Send ${name}` }))
const box = (label: string) => page.getByRole('textbox', { name: label })

test('without a network the field works, and judges by length (PHONE-42)', async () => {
  const held = await holdRequests(...metadata)
  const timers = new Map<() => void, number>()
  const clock = {
    now: () => 0,
    setTimeout(run: () => void, delay: number) {
      timers.set(run, delay)
      return run
    },
    clearTimeout: (run: unknown) => timers.delete(run as () => void),
  }
  const phone = await show({ defaultCountry: 'GB', name: 'phone' }, (node) => (
    <PhoneproofProvider clock={clock}>
      <Form name="one">
        {node}
        <PhoneEntry label="Second" defaultCountry="GB" defaultValue="+447400123456" />
      </Form>
    </PhoneproofProvider>
  ))
  field().focus()
  await keys('0740012345')
  expect(phone.value()).toBe('+44740012345')
  expect(phone.details()).toMatchObject({ status: 'ok', metadata: 'lite', type: undefined })
  await held.asked()

  // It waits as long as somebody would, and no longer.
  await send('one')
  expect(sent('one')).toBe('0')
  const [[timeIsUp, delay] = []] = timers
  expect(delay).toBe(4000)
  timeIsUp?.()
  await expect.poll(() => sent('one')).toBe('1')
  timers.clear()

  // Nor does it wait for a network that is gone, or once for each field.
  await held.fail()
  await send('one')
  await expect.poll(() => sent('one')).toBe('2')
  expect(timers.size).toBe(0)
  await held.release()
})

test('metadata that comes late judges what is there, and what was submitted meanwhile (PHONE-42)', async () => {
  const held = await holdRequests(...metadata)
  const start = vi.fn(() => new Promise<never>(() => {}))
  const client = { start, check: start, cancel: start }
  const onWrong = vi.fn()
  await render(
    <>
      <Form name="good">
        <PhoneEntry label="Good" name="phone" defaultCountry="GB" />
      </Form>
      <Form name="wrong">
        <PhoneEntry label="Wrong" name="phone" defaultCountry="GB" onValueChange={onWrong} />
      </Form>
      <Form name="edited">
        <PhoneEntry label="Edited" name="phone" defaultCountry="GB" />
      </Form>
      <VerificationFlow client={client} brand="Acme" defaultCountry="GB" />
    </>,
  )
  const phone = await show({ defaultCountry: 'US', label: 'Spaced' })
  const spaced = () => box('Spaced').element() as HTMLInputElement

  await box('Good').fill('07400123456')
  await send('good')
  await send('good')
  await box('Wrong').fill('0740012345')
  await send('wrong')
  await box('Edited').fill('07400123456')
  await send('edited')
  await userEvent.type(box('Edited'), '{Backspace}')
  await box('Phone number').fill('0740012345')
  await userEvent.click(page.getByRole('button', { name: 'Send code' }))
  await box('Spaced').fill('4169671111')
  expect(phone.details()).toMatchObject({ country: 'US', status: 'ok', type: undefined })
  spaced().focus()
  spaced().setSelectionRange(4, 4)
  expect(['good', 'wrong', 'edited'].map(sent)).toEqual(['0', '0', '0'])
  expect(onWrong.mock.lastCall?.[1]).toMatchObject({ status: 'ok' })
  await held.asked()

  await held.release()
  await loadNumberMetadata()
  await expect.poll(() => sent('good')).toBe('1')
  await expect.element(box('Wrong')).toHaveAccessibleDescription(/isn’t a valid phone number/)
  await expect
    .element(box('Phone number'))
    .toHaveAccessibleDescription(/isn’t a valid phone number/)
  expect(['good', 'wrong', 'edited'].map(sent)).toEqual(['1', '0', '0'])
  expect(start).not.toHaveBeenCalled()
  // The value is the same, what is known of it is not.
  const details = { status: 'invalid', reason: 'metadata-load', metadata: 'full' }
  expect(onWrong.mock.lastCall).toEqual(['+44740012345', expect.objectContaining(details)])

  // What was typed is spaced out, its country told, with the caret where it was.
  expect(spaced().value).toBe('(416) 967-1111')
  expect(phone.details()).toMatchObject({
    reason: 'metadata-load',
    country: 'CA',
    type: 'FIXED_LINE_OR_MOBILE',
    metadata: 'full',
  })
  expect(phone.value()).toBe('+14169671111')
  await send('good')
  expect(sent('good')).toBe('2')
})
