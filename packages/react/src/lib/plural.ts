import { safely } from '@phoneproof/hooks/internal'

/** The forms that a language has; `#` stands for the count. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/** A word in the form that goes with a count, by the rules of the language (BCP 47). */
export function plural(locale: string, forms: PluralForms): (count: number) => string {
  const rules = safely(() => new Intl.PluralRules(locale))
  return (count) => {
    const form = rules ? forms[rules.select(count)] : undefined
    return (form ?? forms.other).replace('#', String(count))
  }
}
