/** The country a browser's language says, such as GB for `en-GB`; the likeliest one for `de`. */
export function localeCountry(languages: readonly string[] = []): string | undefined {
  for (const language of languages) {
    try {
      const { region } = new Intl.Locale(language)
      if (region !== undefined) return region
    } catch {
      // Some embedded browsers give tags that are not valid.
    }
  }
  const [first] = languages
  try {
    return first === undefined ? undefined : new Intl.Locale(first).maximize().region
  } catch {
    return undefined
  }
}
