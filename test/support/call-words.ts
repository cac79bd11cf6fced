/**
 * How each locale speaks of a phone call: every message about one has a match, and no other message
 * has. `locales.test.ts` holds the list to that, so it can be used to find a call in what is shown.
 */
export const callWords: Readonly<Record<string, RegExp>> = {
  ar: /مكالم|سنتصل/,
  de: /ruf/i,
  en: /\bcall/i,
  'en-us': /\bcall/i,
  es: /llam/i,
  'es-mx': /llam/i,
  fr: /appel/i,
  'fr-ca': /appel/i,
  he: /שיחה|תקשר/,
  is: /hring|símtal/i,
  it: /chiam/i,
  // Not the phone, its number, or a landline.
  ja: /(?<!固定|携帯)電話(?!番号)/,
  ko: /(?<!유선)전화(?!번호)/,
  nl: /bel(?:len|d|t)\b|oproep/i,
  pl: /dzwon|automatyczn/i,
  pt: /chamada|ligamos|ligar/i,
  'pt-br': /\blig[au]/i,
  ro: /apel|sunăm/i,
  ru: /звон/i,
  sv: /\bring|uppring|samtal/i,
  tr: /arama|arayıp|aranıyor/i,
  'zh-cn': /来电|拨打|语音/,
  'zh-tw': /來電|撥打|語音/,
}
