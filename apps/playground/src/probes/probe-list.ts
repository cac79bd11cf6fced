import type { CodeLength } from '@phoneproof/client'
import type { ReactNode } from 'react'
import {
  CodeField,
  ContactFields,
  FilledField,
  MessageField,
  SignInFields,
  WrongCodeField,
  type ProbeFieldProps,
} from './probe-fields.tsx'

/** Something that none of our machines can show: what to do on a phone, and what to look for. */
export interface Probe {
  /** In the address. */
  readonly id: string
  readonly name: string
  /** Where it shows. */
  readonly on: string
  readonly steps: readonly string[]
  readonly expect: readonly string[]
  readonly field: (props: ProbeFieldProps) => ReactNode
}

/** The probes, for codes of a length. */
export function probesWith(codeLength: CodeLength): readonly [Probe, ...Probe[]] {
  const code = '482913'.slice(0, codeLength)
  const digits = codeLength === 4 ? 'four' : 'six'
  return [
    {
      id: 'message',
      name: 'Text message',
      on: 'iPhone with Safari, Android with Chrome',
      steps: [
        'Tap the field.',
        `From another phone, send this one the text: Your Acme PIN is ${code}`,
        'Tap the suggestion above the keyboard.',
        `On Android with Chrome, over https (see above), send a second text that ends in a line of its own: @${window.location.hostname} #${code}`,
      ],
      expect: [
        'The keyboard offers the code of the message.',
        `All ${digits} digits arrive at once, and the log says complete once.`,
        'After the second text Chrome asks to fill the code in, without the keyboard.',
      ],
      field: MessageField,
    },
    {
      id: 'caret',
      name: 'Caret and menu',
      on: 'iPhone and iPad',
      steps: [
        'Tap the third digit, and type another.',
        'Tap behind the last digit, and press Backspace twice.',
        'Hold a finger on the digits, and choose Paste.',
        'Hold the space bar, and move the caret.',
      ],
      expect: [
        'The tapped digit changes, and no other.',
        'One caret only: ours, where the log says it is.',
        'The menu opens at the digits, and offers Paste.',
        'The page does not zoom in when the field gets the focus.',
      ],
      field: FilledField,
    },
    {
      id: 'keyboard',
      name: 'Keyboards',
      on: 'Android with Gboard, Samsung Keyboard, SwiftKey',
      steps: [
        `Type ${digits} digits, slowly, then fast.`,
        'Hold Backspace until the field is empty.',
        `Copy ${code} somewhere, and tap the chip the keyboard offers.`,
        `Say ${digits} digits by voice.`,
      ],
      expect: [
        'A number pad opens.',
        'Each key is one value in the log; nothing is doubled or lost.',
        'Backspace takes one digit at a time.',
        `The chip and the voice fill all ${digits}, and the log says complete once.`,
      ],
      field: CodeField,
    },
    {
      id: 'password-manager',
      name: 'Password managers',
      on: '1Password, Bitwarden, iCloud Passwords, Proton Pass; also on a computer',
      steps: [
        'Save an account with a one-time code for this address.',
        'Go to each field, and see what is offered.',
        'Fill the code in.',
      ],
      expect: [
        'The badge covers no digit of the code, and nothing of the number.',
        'The code goes into the code field, once, and nowhere else.',
        'The number field is offered a number, not a code or a password.',
      ],
      field: SignInFields,
    },
    {
      id: 'contact',
      name: 'Address book',
      on: 'iPhone with Safari, Android with Chrome',
      steps: [
        'Have a contact of your own with a number of another country than the field shows.',
        'Tap the number, and take what the keyboard offers.',
        'Empty the fields, tap the name, and fill in the whole contact.',
      ],
      expect: [
        'Flag and calling code are those of your number.',
        'The calling code is there once.',
        'The last value in the log is ok, with the country.',
      ],
      field: ContactFields,
    },
    {
      id: 'screen-reader',
      name: 'Screen readers',
      on: 'VoiceOver, TalkBack',
      steps: [
        `Go to the field, and type ${digits} digits.`,
        'Read the value.',
        'Press the button, then go back to the field.',
      ],
      expect: [
        `One field with a name, not ${digits}.`,
        'The value is read digit by digit.',
        'The error is announced once, and again when the field gets the focus.',
      ],
      field: WrongCodeField,
    },
  ]
}
