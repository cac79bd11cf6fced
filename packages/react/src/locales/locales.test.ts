import { textMagic } from '@phoneproof/client'
import { formatSeconds, type Messages } from '@phoneproof/hooks'
import { timeText } from '@phoneproof/hooks/internal/verification-flow'
import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { callWords } from '../../../../test/support/call-words.ts'
import { en } from './en.ts'

const modules = import.meta.glob<Record<string, Messages>>(['./*.ts', '!./*.test.ts'], {
  eager: true,
})
const locales = Object.entries(modules)
  .map(([path, module]) => ({
    file: path.slice(2, -3),
    exportNames: Object.keys(module),
    messages: Object.values(module)[0] ?? en,
  }))
  .sort((a, b) => a.file.localeCompare(b.file, 'en'))
const messagesOf = (file: string): Messages =>
  locales.find((locale) => locale.file === file)?.messages ?? en
const translations = locales.filter(({ file }) => !file.startsWith('en'))

/** Words that a language shares with English. */
const sameAsEnglish: Record<string, readonly string[]> = {
  de: ['phoneEntry.international'],
  fr: ['phoneEntry.international', 'verificationFlow.duration'],
  'fr-ca': ['phoneEntry.international', 'verificationFlow.duration'],
}

/** Counts that a language writes as words: "one country", "two countries". */
const countsInWords: Record<string, readonly number[]> = { ar: [0, 1, 2], he: [1, 2] }

type Message = string | ((...values: never[]) => string)

/** `verificationFlow.errors.offline` and what stands there, for every message. */
function leaves(node: object, above = ''): [path: string, message: Message][] {
  return Object.entries(node).flatMap(([key, value]: [string, Message | object]) => {
    const path = above + key
    return typeof value === 'object' ? leaves(value, `${path}.`) : [[path, value]]
  })
}

const phone = '\u2066+44\u00A07400\u00A0123456\u2069'
const times = [0, 1, 2, 5, 11, 21, 59, 60, 61, 299].map(formatSeconds)
const counts = [0, 1, 2, 3, 5, 10, 11, 12, 21, 22, 25, 100, 101, 245]
const spans = [1, 2, 5, 21, 30, 59, 60, 61, 120, 260, 300, 3_600, 7_140, 86_400, 97_200, 1_814_400]
const errorDetails = [undefined, 1, 2, 3, 4, 5].flatMap((attemptsLeft) =>
  [1, 2].flatMap((failedAttempts) =>
    [4, 6].map((codeLength) => ({ codeLength, failedAttempts, attemptsLeft, codesSent: 1 })),
  ),
)
const countryButtons = [
  ['Norge', '+47'],
  ['Norge', undefined],
  [undefined, '+47'],
  [undefined, undefined],
]

function argumentsOf(path: string): readonly (readonly unknown[])[] {
  if (path === 'phoneEntry.country') return countryButtons
  if (path === 'phoneEntry.results' || path === 'codeInput.complete') {
    return counts.map((count) => [count])
  }
  if (path === 'codeInput.incomplete') {
    return [4, 6, 8].flatMap((length) => [false, true].map((hasLetters) => [length, hasLetters]))
  }
  if (path === 'verificationFlow.duration') return spans.map((seconds) => [seconds])
  if (path === 'verificationFlow.retryInOrWithin') return times.map((time) => [time, '4:57'])
  if (path.startsWith('verificationFlow.announcements.')) return [[phone, '4 min']]
  if (path.startsWith('verificationFlow.errors.')) return errorDetails.map((details) => [details])
  return [...times, phone].map((text) => [text])
}

interface Said {
  path: string
  given: readonly unknown[]
  text: string
}

/** Everything that a locale can say, in the order of English. */
function sayings(messages: Messages): Said[] {
  const all = new Map(leaves(messages))
  return leaves(en).flatMap(([path, english]): Said[] => {
    const message = all.get(path)
    if (typeof english === 'string') return [{ path, given: [], text: String(message) }]
    // SAFETY: the types say that a message has the same form in every language.
    const say = message as (...values: readonly unknown[]) => string
    return argumentsOf(path).map((given) => ({ path, given, text: say(...given) }))
  })
}

const english = sayings(en)
const primitives = (given: readonly unknown[]): string[] =>
  given.flatMap((value) =>
    typeof value === 'object' && value !== null ? Object.values(value).map(String) : String(value),
  )

describe.each(locales)('$file', ({ file, exportNames, messages }) => {
  it('is exported by its name', () => {
    expect(exportNames).toEqual([file.replace(/-./, (text) => text.slice(1).toUpperCase())])
  })

  it('has the messages of English and no others', () => {
    const paths = (of: Messages): string[] => leaves(of).map(([path]) => path)
    expect(paths(messages).sort()).toEqual(paths(en).sort())
  })

  it('always says something, calmly, and nothing that is not there', () => {
    const odd = sayings(messages).filter(
      ({ text }) =>
        /\b(?:undefined|null|NaN)\b|\[object|[!！¡#]|\s{2}/.test(text) ||
        text !== text.trim() ||
        !text,
    )
    expect(odd.map(({ path, text }) => `${path}: ${text}`)).toEqual([])
  })

  it('has one full stop after a time in words', () => {
    const { retryIn, retryWithin, duration, underAMinute } = messages.verificationFlow
    for (const time of [duration(300), underAMinute]) {
      expect(retryIn(time) + retryWithin(time)).not.toContain('..')
    }
  })

  it('mentions what English mentions', () => {
    const inWords = countsInWords[file]?.map(String) ?? []
    const missing = sayings(messages).flatMap(({ path, given, text }, index) => {
      const mentioned = primitives(given).filter((each) => english[index]?.text.includes(each))
      return mentioned
        .filter((each) => !text.includes(each) && !inWords.includes(each))
        .map((each) => `${path}: ${each} in ${text}`)
    })
    expect(missing).toEqual([])
  })

  it('keeps buttons short', () => {
    const long = leaves(messages).flatMap(([path, text]) => {
      const limit = buttonLimits.get(path)
      return limit !== undefined && text.length > limit ? [`${path}: ${String(text)}`] : []
    })
    expect(long).toEqual([])
  })
})

const buttons = [
  'sendCode',
  'sending',
  'verify',
  'checking',
  'newCode',
  'sendingNewCode',
  'changeNumber',
  'differentNumber',
  'cancel',
  'cancelling',
  'tryAgain',
  'hideTime',
  'showTime',
] as const
const buttonLimits = new Map([
  ['phoneEntry.close', en.phoneEntry.close.length * 2.2],
  ...buttons.map((name): [string, number] => [
    `verificationFlow.${name}`,
    en.verificationFlow[name].length * 2.2,
  ]),
])

test.each(translations)('$file has no English left', ({ file, messages }) => {
  const same = sayings(messages).filter(({ text }, index) => text === english[index]?.text)
  expect([...new Set(same.map(({ path }) => path))]).toEqual(sameAsEnglish[file] ?? [])
})

/** What is told apart where a language has more than singular and plural. */
const forms: Record<string, { countries: Record<number, string>; attemptsLeft: string[] }> = {
  ar: {
    countries: {
      0: 'لا بلدان',
      1: 'بلد واحد',
      2: 'بلدان اثنان',
      3: '3 بلدان',
      11: '11 بلدًا',
      100: '100 بلد',
      103: '103 بلدان',
    },
    attemptsLeft: ['بقيت محاولة واحدة.', 'بقيت محاولتان.', 'بقيت 3 محاولات.'],
  },
  he: {
    countries: { 1: 'מדינה אחת', 2: 'שתי מדינות', 3: '3 מדינות', 20: '20 מדינות' },
    attemptsLeft: ['נשאר ניסיון אחד.', 'נשארו שני ניסיונות.', 'נשארו 3 ניסיונות.'],
  },
  pl: {
    countries: { 1: '1 kraj', 2: '2 kraje', 5: '5 krajów', 12: '12 krajów', 22: '22 kraje' },
    attemptsLeft: ['Została 1 próba.', 'Zostały 2 próby.', 'Zostały 3 próby.'],
  },
  ro: {
    countries: { 1: '1 țară', 2: '2 țări', 20: '20 de țări', 101: '101 țări' },
    attemptsLeft: ['V-a rămas 1 încercare.', 'V-au rămas 2 încercări.', 'V-au rămas 3 încercări.'],
  },
  ru: {
    countries: { 1: '1 страна', 2: '2 страны', 5: '5 стран', 11: '11 стран', 21: '21 страна' },
    attemptsLeft: ['Осталась 1 попытка.', 'Остались 2 попытки.', 'Остались 3 попытки.'],
  },
}
const pluralForms = (file: string, numbers: readonly number[]): string[] => {
  const rules = new Intl.PluralRules(file)
  return [...new Set(numbers.map((number) => rules.select(number)))].sort()
}
const upTo200 = Array.from({ length: 201 }, (_, number) => number)
const richInForms = locales.filter(({ file }) => pluralForms(file, upTo200).length > 2)

test.each(richInForms)('$file counts in each of its forms', ({ file, messages }) => {
  const { countries, attemptsLeft } = forms[file] ?? { countries: {}, attemptsLeft: [] }
  const numbers = Object.keys(countries).map(Number)
  expect(pluralForms(file, numbers)).toEqual(pluralForms(file, upTo200))
  expect(numbers.map(messages.phoneEntry.results)).toEqual(Object.values(countries))

  const say = (left: number | undefined): string =>
    messages.verificationFlow.errors.wrongCode({
      codeLength: 6,
      failedAttempts: 1,
      codesSent: 1,
      attemptsLeft: left,
    })
  expect([1, 2, 3].map(say)).toEqual(attemptsLeft.map((left) => `${say(undefined)} ${left}`))
})

/** What a wait is said to be, from an hour on: as a service may ask for in `Retry-After`. */
const longWaits: [seconds: number, parts: [count: number, unit: 'day' | 'hour' | 'minute'][]][] = [
  [3_600, [[1, 'hour']]],
  [
    3_601,
    [
      [1, 'hour'],
      [1, 'minute'],
    ],
  ],
  [
    7_140,
    [
      [1, 'hour'],
      [59, 'minute'],
    ],
  ],
  [7_199, [[2, 'hour']]],
  [18_000, [[5, 'hour']]],
  [43_200, [[12, 'hour']]],
  [75_600, [[21, 'hour']]],
  [86_399, [[1, 'day']]],
  [86_400, [[1, 'day']]],
  [
    86_401,
    [
      [1, 'day'],
      [1, 'hour'],
    ],
  ],
  [172_800, [[2, 'day']]],
  [
    277_200,
    [
      [3, 'day'],
      [5, 'hour'],
    ],
  ],
  [1_036_800, [[12, 'day']]],
  [2_592_000, [[30, 'day']]],
]

test.each(locales)('$file says hours and days as such, in its own words', ({ file, messages }) => {
  const inWords = countsInWords[file] ?? []
  for (const [seconds, parts] of longWaits) {
    const said = messages.verificationFlow.duration(seconds)
    const shown = messages.verificationFlow.retryIn(timeText(seconds, messages.verificationFlow))
    expect(shown).toContain(said)
    // No other numbers: not 1440 minutes, and no clock.
    expect(said.match(/\d+/g) ?? []).toEqual(
      parts.flatMap(([count]) => (inWords.includes(count) ? [] : [String(count)])),
    )
    const wrong = parts.filter(([count, unit]) => !said.includes(stemOf(file, count, unit)))
    expect(wrong, said).toEqual([])
  }
})

/** How the word for it begins, whatever case it stands in: `Tag` of `2 Tagen`. */
function stemOf(file: string, count: number, unit: string): string {
  const format = new Intl.NumberFormat(file, { style: 'unit', unit, unitDisplay: 'long' })
  const word = format.formatToParts(count).find(({ type }) => type === 'unit')?.value ?? ''
  return word.trim().slice(0, 3)
}

/** Each form that is told apart, as it stands after "in". */
const longForms: Record<string, Record<number, string>> = {
  ar: {
    3_600: 'ساعة واحدة',
    7_200: 'ساعتين',
    10_800: '3 ساعات',
    39_600: '11 ساعة',
    86_400: 'يوم واحد',
    172_800: 'يومين',
    259_200: '3 أيام',
    950_400: '11 يومًا',
    8_640_000: '100 يوم',
  },
  de: { 86_400: '1 Tag', 172_800: '2 Tagen', 90_000: '1 Tag und 1 Stunde' },
  he: { 7_200: 'שעתיים', 10_800: '3 שעות', 172_800: 'יומיים', 259_200: '3 ימים' },
  pl: {
    3_600: '1 godzinę',
    7_200: '2 godziny',
    18_000: '5 godzin',
    86_400: '1 dzień',
    172_800: '2 dni',
  },
  ro: { 7_200: '2 ore', 72_000: '20 de ore', 172_800: '2 zile', 1_728_000: '20 de zile' },
  ru: {
    3_600: '1 час',
    7_200: '2 часа',
    18_000: '5 часов',
    75_600: '21 час',
    86_400: '1 день',
    172_800: '2 дня',
    432_000: '5 дней',
  },
}

test.each(Object.entries(longForms))('%s declines hours and days', (file, said) => {
  const { duration } = messagesOf(file).verificationFlow
  expect(Object.keys(said).map((seconds) => duration(Number(seconds)))).toEqual(Object.values(said))
})

/** What a locale says of itself, without what it was given to say. */
const ownWords = (messages: Messages): string[] =>
  sayings(messages).map(({ given, text }) => withoutGiven(given, text))

const withoutGiven = (given: readonly unknown[], text: string): string =>
  primitives(given).reduce((rest, each) => rest.replaceAll(each, ''), text)

test.each(locales.filter(({ file }) => /^(?:ar|he|ja|ko|ru|zh)/.test(file)))(
  '$file has no Latin words',
  ({ messages }) => {
    const latin = ownWords(messages).flatMap((text) => text.match(/[a-z]+/gi) ?? [])
    expect(latin.filter((word) => word !== 'SMS')).toEqual([])
  },
)

/** How five, ten and thirty begin where a language writes them out: numbers of this service or that. */
const writtenNumbers: Record<string, readonly string[]> = {
  ar: ['خمس', 'عشر', 'ثلاثين', 'ثلاثون'],
  de: ['fünf', 'zehn', 'dreißig'],
  en: ['five', 'ten', 'thirty'],
  es: ['cinco', 'diez', 'treinta'],
  fr: ['cinq', 'dix', 'trente'],
  he: ['חמש', 'חמיש', 'עשר', 'שלושים'],
  is: ['fimm', 'tíu', 'þrjátíu'],
  it: ['cinque', 'dieci', 'trenta'],
  ja: ['五', '十'],
  ko: ['다섯', '열 ', '오분', '오 분', '십'],
  nl: ['vijf', 'tien', 'dertig'],
  pl: ['pięć', 'pięci', 'dziesięć', 'dziesięci', 'trzydzie'],
  pt: ['cinco', 'dez', 'trinta'],
  ro: ['cinci', 'zece', 'treizeci'],
  ru: ['пять', 'пяти', 'десят', 'тридцат'],
  sv: ['fem', 'tio', 'trettio'],
  tr: ['beş', 'otuz'],
  zh: ['五', '十'],
}
/** What comes before a noun is one word with it, or there are no spaces. */
const withoutWordStart = new Set(['ar', 'he', 'ja', 'ko', 'zh'])

function writtenNumber(file: string): RegExp {
  const language = file.slice(0, 2)
  const beginnings = writtenNumbers[language]
  if (!beginnings) throw new Error(`How does ${file} write five, ten and thirty?`)
  const start = withoutWordStart.has(language) ? '' : String.raw`(?<!\p{L})`
  return new RegExp(`${start}(?:${beginnings.join('|')})`, 'iu')
}

test.each(locales)(
  '$file takes every time and count from what it is given',
  ({ file, messages }) => {
    const written = writtenNumber(file)
    const numbers = sayings(messages)
      // Its words for a time, and for the last minute of one.
      .filter(({ path }) => !/^verificationFlow\.(?:duration|underAMinute)$/.test(path))
      .filter(({ path }) => path.startsWith('verificationFlow.'))
      .filter(({ given, text }) => {
        const own = withoutGiven(given, text)
        return /\p{N}/u.test(own) || written.test(own)
      })
    expect(numbers).toEqual([])
  },
)

/** For how long a code is valid, in the form that a language has for it there. */
const validity: Record<string, readonly [minute: string, ninetySeconds: string, hour: string]> = {
  ar: [
    'الرموز صالحة لمدة دقيقة واحدة.',
    'الرموز صالحة لمدة دقيقة واحدة و30 ثانية.',
    'الرموز صالحة لمدة ساعة واحدة.',
  ],
  de: [
    'Codes sind 1 Minute gültig.',
    'Codes sind 1 Minute und 30 Sekunden gültig.',
    'Codes sind 1 Stunde gültig.',
  ],
  he: ['קודים תקפים למשך דקה.', 'קודים תקפים למשך דקה ו־30 שניות.', 'קודים תקפים למשך שעה.'],
  is: [
    'Kóðar gilda í 1 mínútu.',
    'Kóðar gilda í 1 mínútu og 30 sekúndur.',
    'Kóðar gilda í 1 klukkustund.',
  ],
  // Not 1 時間間.
  ja: [
    'コードの有効時間は 1 分です。',
    'コードの有効時間は 1 分 30 秒です。',
    'コードの有効時間は 1 時間です。',
  ],
  pl: [
    'Kody są ważne przez 1 minutę.',
    'Kody są ważne przez 1 minutę i 30 sekund.',
    'Kody są ważne przez 1 godzinę.',
  ],
  ro: [
    'Codurile sunt valabile 1 minut.',
    'Codurile sunt valabile 1 minut și 30 de secunde.',
    'Codurile sunt valabile 1 oră.',
  ],
  ru: ['Коды действуют 1 минуту.', 'Коды действуют 1 минуту 30 секунд.', 'Коды действуют 1 час.'],
}

test.each(Object.entries(validity))('%s declines how long a code is valid', (file, sentences) => {
  const { duration, codesValidFor } = messagesOf(file).verificationFlow
  expect([60, 90, 3_600].map((seconds) => codesValidFor(duration(seconds)))).toEqual(sentences)
})

const speaksOfCalls = (file: string): string[] => {
  const pattern = callWords[file]
  if (!pattern) throw new Error(`How does ${file} speak of a call?`)
  const found = sayings(messagesOf(file)).filter(({ given, text }) =>
    pattern.test(withoutGiven(given, text)),
  )
  return [...new Set(found.map(({ path }) => path))]
}

test.each(translations)(
  '$file speaks of a call where English does, and nowhere else',
  ({ file }) => {
    expect(speaksOfCalls(file)).toEqual(speaksOfCalls('en'))
  },
)

/** The national character sets hold one of two forms of a character: 码, not 碼. */
const characterSets = [
  { file: 'ja', encoding: 'euc-jp' },
  { file: 'ko', encoding: 'euc-kr' },
  { file: 'zh-cn', encoding: 'gbk' },
  { file: 'zh-tw', encoding: 'big5' },
]

test.each(characterSets)('$file has only the characters of its country', ({ file, encoding }) => {
  const decoder = new TextDecoder(encoding)
  // What was added later, of other countries, is at other places.
  const [leads, trails] = [range(0xa1, 0xf7), range(0xa1, 0xfe)]
  if (encoding === 'big5') trails.push(...range(0x40, 0x7e))
  const known = new Set(
    leads.flatMap((lead) => trails.map((trail) => decoder.decode(Uint8Array.of(lead, trail)))),
  )
  const letters = ownWords(messagesOf(file)).join('').match(/\p{L}/gu) ?? []
  const others = letters.filter((letter) => letter > '\u02FF' && !known.has(letter))
  expect([...new Set(others)]).toEqual([])
})
const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index)

/** Marks of other textMagic.languages: half-width beside full-width letters, a comma that turns the other way. */
const foreignMarks: Record<string, RegExp> = {
  ar: /[,;?%]/,
  ja: /[,.;:?()，]/,
  'zh-cn': /[,.;:?()]/,
  'zh-tw': /[,.;:?()]/,
}

test.each(Object.entries(foreignMarks))('%s has its own punctuation', (file, marks) => {
  expect(ownWords(messagesOf(file)).filter((text) => marks.test(text))).toEqual([])
})

/** How sentences end in polite speech. */
const politeEndings: Record<string, RegExp> = {
  ja: /(?:です|ます|ません|した|ください)。/g,
  ko: /요[.?]/g,
}

test.each(Object.entries(politeEndings))('%s is polite in every sentence', (file, endings) => {
  const blunt = ownWords(messagesOf(file)).filter((text) =>
    /[。.?]/.test(text.replaceAll(endings, '')),
  )
  expect(blunt).toEqual([])
})

describe('the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const rows = [...readme.matchAll(/^\| `locales\/([^`]+)` \| `([^`]+)` \|.*\| (.*) \|$/gm)]

  it('lists every locale', () => {
    const listed = rows.map(([, file, name]) => ({ file, exportNames: [name] }))
    expect(listed).toEqual(locales.map(({ file, exportNames }) => ({ file, exportNames })))
  })

  it('has words of its language for each language of texts and calls, once', () => {
    const served = rows.flatMap(([, file, , cell]) =>
      [...(cell ?? '').matchAll(/`([^`]+)`/g)].map(([, language]) => ({ file, language })),
    )
    expect(served.map(({ language }) => language).sort()).toEqual(textMagic.languages.toSorted())
    expect(
      served.filter(({ file, language }) => language?.slice(0, 2) !== file?.slice(0, 2)),
    ).toEqual([])
  })
})
