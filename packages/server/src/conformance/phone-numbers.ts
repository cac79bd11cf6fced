/** A country whose numbers the backend serves. */
export type TestCountry = 'GB' | 'US'

const areaCodes = [201, 202, 203, 205, 206, 207, 208, 209, 212, 213, 214, 215, 216, 217, 218, 219]

const digitsOf = (count: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(count)), (byte) => byte % 10).join('')

/**
 * Makes valid mobile numbers in E.164, each in another range than the ones before, so that a watch
 * on neighbouring numbers is not woken.
 */
export function createPhoneNumbers(country: TestCountry): () => string {
  const given = new Set<string>()

  function next(): string {
    const count = given.size
    const number =
      country === 'US'
        ? `+1${areaCodes[count % areaCodes.length]}4${digitsOf(6)}`
        : `+4473${String(count % 100).padStart(2, '0')}${digitsOf(6)}`
    if (given.has(number)) return next()
    given.add(number)
    return number
  }

  return next
}
