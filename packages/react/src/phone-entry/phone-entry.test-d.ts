import type { PhoneEntryDetails } from '@phoneproof/hooks'
import { createElement, createRef } from 'react'
import { expectTypeOf } from 'vitest'
import { PhoneEntry, type PhoneEntryProps } from './phone-entry.tsx'

// Checked by the types step, never run. Each wrong use has to be one.

// The ref is the input, and nothing else.
createElement(PhoneEntry, { ref: createRef<HTMLInputElement>() })
// @ts-expect-error -- a phone field is no div
createElement(PhoneEntry, { ref: createRef<HTMLDivElement>() })

// E.164 or undefined, and all there is to know.
createElement(PhoneEntry, {
  onValueChange(value, details) {
    expectTypeOf(value).toEqualTypeOf<string | undefined>()
    expectTypeOf(details).toEqualTypeOf<PhoneEntryDetails>()
  },
})
// @ts-expect-error -- the value may be undefined
createElement(PhoneEntry, { onValueChange: (value: string) => value.length })

// What an app holds goes in as it is.
const held: (string | null | undefined)[] = ['+447400123456', '', null, undefined]
for (const value of held) createElement(PhoneEntry, { value, defaultValue: value })

// What an `<input>` takes, except what would break the field.
createElement(PhoneEntry, {
  enterKeyHint: 'next',
  'aria-describedby': 'help',
})
// @ts-expect-error -- numbers are never cut
createElement(PhoneEntry, { maxLength: 10 })
// @ts-expect-error -- it is a `tel` field
createElement(PhoneEntry, { type: 'text' })
// @ts-expect-error -- no such prop
createElement(PhoneEntry, { onValueChnage: () => {} })
// @ts-expect-error -- `list` or `native`
createElement(PhoneEntry, { picker: 'modal' })

expectTypeOf<PhoneEntryProps['numberType']>().toEqualTypeOf<'any' | 'mobile' | undefined>()
expectTypeOf<PhoneEntryProps['picker']>().toEqualTypeOf<'list' | 'native' | undefined>()
