import type { Messages } from '@phoneproof/hooks'

export interface StoryLocale {
  /** BCP 47. */
  tag: string
  /** What it calls itself. */
  title: string
  messages: Messages
  direction: 'ltr' | 'rtl'
}

/** Every locale, English first. */
export const locales: readonly StoryLocale[] = Object.entries(
  import.meta.glob<Record<string, Messages>>(
    ['../packages/react/src/locales/*.ts', '!**/*.test.ts'],
    { eager: true },
  ),
)
  .flatMap(([path, module]) => Object.values(module).map((messages) => localeOf(path, messages)))
  .sort((a, b) => Number(b.tag === 'en') - Number(a.tag === 'en') || (a.tag < b.tag ? -1 : 1))

function localeOf(path: string, messages: Messages): StoryLocale {
  const locale = new Intl.Locale(path.replace(/^.*\/(.*)\.ts$/, '$1'))
  const tag = locale.toString()
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  const title = name.charAt(0).toLocaleUpperCase(tag) + name.slice(1)
  const isRtl = ['Arab', 'Hebr'].includes(locale.maximize().script ?? '')
  return { tag, title, messages, direction: isRtl ? 'rtl' : 'ltr' }
}

export const localeFor = (tag: string): StoryLocale => {
  const found = locales.find((each) => each.tag === tag) ?? locales[0]
  if (!found) throw new Error('There are no locales.')
  return found
}
