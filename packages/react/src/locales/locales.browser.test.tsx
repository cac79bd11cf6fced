import { PhoneproofProvider } from '@phoneproof/hooks'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '@phoneproof/react/styles.css'
import { createFlowWorld } from '../../../../test/support/flow-world.ts'
import { VerificationFlow } from '../verification-flow/index.ts'
import { ar } from './ar.ts'
import { he } from './he.ts'

// What is written from right to left, and what in it is not.

const phone = '\u2066+971\u00A050\u00A0123\u00A04567\u2069'
const time = '4:12'

/** Where the characters of a text are drawn, from the left. */
function lefts(text: Text, from: number, length: number): number[] {
  const range = document.createRange()
  return Array.from({ length }, (_, index) => {
    range.setStart(text, from + index)
    range.setEnd(text, from + index + 1)
    return range.getBoundingClientRect().left
  })
}

test.each([
  ['Arabic', ar],
  ['Hebrew', he],
])('%s has numbers from left to right, and full stops on the left', async (_, messages) => {
  const { notices, ...words } = messages.verificationFlow
  const { resumeNumber, codeIntro, landlineIntro, calling, uncertainText, lostText } = words
  const { validFor, cooldownEndsIn, callIn, textIn, messageIn, retryIn, retryWithin } = words
  const ofTime = [validFor, cooldownEndsIn, callIn, textIn, messageIn, retryIn, retryWithin]
  ofTime.push(words.codesValidFor, (given) => words.retryInOrWithin(given, given))
  const aboutPhones = [resumeNumber, codeIntro, landlineIntro, calling, uncertainText, lostText]
  aboutPhones.push(words.lostNoCallText, words.verifiedText)
  aboutPhones.push(notices.alreadySent, notices.mayStillCall)
  const sentences = [
    ...aboutPhones.map((say) => ({ text: say(phone), number: phone.slice(1, -1) })),
    ...ofTime.map((say) => ({ text: say(time), number: time })),
  ]
  await render(
    <div dir="rtl" style={{ whiteSpace: 'nowrap' }}>
      {sentences.map(({ text }) => (
        <p key={text}>{text}</p>
      ))}
    </div>,
  )
  for (const { text, number } of sentences) {
    const node = page.getByText(text, { exact: true }).element().firstChild
    if (!(node instanceof Text)) throw new Error(`Nothing is drawn of ${text}`)
    const all = lefts(node, 0, text.length)
    const drawn = all.slice(text.indexOf(number), text.indexOf(number) + number.length)
    expect(drawn, text).toEqual([...drawn].sort((a, b) => a - b))
    if (text.endsWith('.')) expect(all.at(-1), text).toBe(Math.min(...all))
  }
})

test('has one kind of digits, also where a country writes others', async () => {
  const { client, clock } = createFlowWorld()
  await render(
    <PhoneproofProvider client={client} clock={clock} messages={ar} locale="ar-EG">
      <div dir="rtl">
        <VerificationFlow
          brand="Acme"
          defaultPhone="+201001234567"
          storage="none"
          countdown="coarse"
        />
      </div>
    </PhoneproofProvider>,
  )
  await userEvent.click(page.getByRole('button', { name: ar.verificationFlow.sendCode }))
  await expect.element(page.getByRole('timer').first()).toHaveTextContent('5')
  expect(document.body.textContent).not.toMatch(/[٠-٩]/)
})
