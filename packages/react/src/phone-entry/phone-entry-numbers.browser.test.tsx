import { expect, test } from 'vitest'
import { field, mount, paste, typeFast } from '../../../../test/support/phone-field.tsx'
import { phoneNumbers } from '../../../../test/support/phone-numbers.ts'

// Numbers of the whole world through the real field: typed with their punctuation, and pasted.

const digitsIn = (text: string) => text.replace(/[^\d+]/g, '')
const spaced = (e164: string) => e164.replace(/(\d{3})/g, '$1 ').trim()

test.each(phoneNumbers)(
  'takes a number of %s, %s, typed and pasted, as at home and with its code (PHONE-4)',
  async (country, e164, national) => {
    const phone = await mount({ defaultCountry: country })
    const expectNumber = (...digits: string[]) => {
      expect(digits).toContain(digitsIn(field().value))
      expect(phone.value()).toBe(e164)
      expect(phone.details()).toMatchObject({ status: 'ok', country })
    }
    const selectAll = () => field().select()

    await typeFast(national)
    expectNumber(digitsIn(national))
    selectAll()
    await typeFast(e164)
    expectNumber(e164)
    selectAll()
    await paste(national)
    // In Argentina the digits dialled at home are not those of the number.
    expectNumber(digitsIn(national), e164)
    selectAll()
    await paste(spaced(e164))
    expectNumber(e164)
  },
)
