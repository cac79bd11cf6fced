import { deliveryKindOf, type Channel, type Language } from '@phoneproof/client'

/** A written language, whatever the accent. Chinese is written in two ways. */
type Tongue = TongueOf<Language>
type TongueOf<T> = T extends `zh-${string}`
  ? T
  : T extends `${infer Tongue}-${string}`
    ? Tongue
    : never

/** The words of a language. Code and brand go where the functions put them. */
interface Texts {
  sms: (brand: string, code: string) => string
  voice: (brand: string, digits: string) => string
}

// Only the start of the English text is documented (verify-api.md 9). The rest, and every
// translation, is ours: plausible, but not what the service really sends.
const texts: Record<Tongue, Texts> = {
  de: {
    sms: (brand, code) => `Ihre ${brand} PIN lautet ${code}`,
    voice: (brand, digits) =>
      `Guten Tag. Ihre ${brand} PIN lautet: ${digits}. Noch einmal: ${digits}. Auf Wiederhören.`,
  },
  en: {
    sms: (brand, code) => `Your ${brand} PIN is ${code}`,
    voice: (brand, digits) =>
      `Hello. Your ${brand} PIN is: ${digits}. Once more: ${digits}. Goodbye.`,
  },
  es: {
    sms: (brand, code) => `Su PIN de ${brand} es ${code}`,
    voice: (brand, digits) =>
      `Hola. Su PIN de ${brand} es: ${digits}. Una vez más: ${digits}. Adiós.`,
  },
  fr: {
    sms: (brand, code) => `Votre code PIN ${brand} est ${code}`,
    voice: (brand, digits) =>
      `Bonjour. Votre code PIN ${brand} est : ${digits}. Je répète : ${digits}. Au revoir.`,
  },
  is: {
    sms: (brand, code) => `PIN-númerið þitt hjá ${brand} er ${code}`,
    voice: (brand, digits) =>
      `Halló. PIN-númerið þitt hjá ${brand} er: ${digits}. Aftur: ${digits}. Bless.`,
  },
  it: {
    sms: (brand, code) => `Il tuo PIN ${brand} è ${code}`,
    voice: (brand, digits) =>
      `Buongiorno. Il tuo PIN ${brand} è: ${digits}. Ripeto: ${digits}. Arrivederci.`,
  },
  ja: {
    sms: (brand, code) => `${brand} の PIN は ${code} です`,
    voice: (brand, digits) =>
      `こんにちは。${brand} の PIN は、${digits}、です。もう一度、${digits}。失礼いたします。`,
  },
  ko: {
    sms: (brand, code) => `${brand} PIN은 ${code}입니다`,
    voice: (brand, digits) =>
      `안녕하세요. ${brand} PIN은 ${digits}입니다. 다시 한번, ${digits}. 안녕히 계세요.`,
  },
  nl: {
    sms: (brand, code) => `Uw ${brand}-pincode is ${code}`,
    voice: (brand, digits) =>
      `Hallo. Uw ${brand}-pincode is: ${digits}. Nogmaals: ${digits}. Tot ziens.`,
  },
  pl: {
    sms: (brand, code) => `Twój PIN ${brand} to ${code}`,
    voice: (brand, digits) =>
      `Dzień dobry. Twój PIN ${brand} to: ${digits}. Powtarzam: ${digits}. Do widzenia.`,
  },
  pt: {
    sms: (brand, code) => `O seu PIN ${brand} é ${code}`,
    voice: (brand, digits) =>
      `Olá. O seu PIN ${brand} é: ${digits}. Repetindo: ${digits}. Até logo.`,
  },
  ro: {
    sms: (brand, code) => `Codul PIN ${brand} este ${code}`,
    voice: (brand, digits) =>
      `Bună ziua. Codul PIN ${brand} este: ${digits}. Repet: ${digits}. La revedere.`,
  },
  ru: {
    sms: (brand, code) => `Ваш PIN-код ${brand}: ${code}`,
    voice: (brand, digits) =>
      `Здравствуйте. Ваш PIN-код ${brand}: ${digits}. Повторяю: ${digits}. До свидания.`,
  },
  sv: {
    sms: (brand, code) => `Din PIN-kod för ${brand} är ${code}`,
    voice: (brand, digits) =>
      `Hej. Din PIN-kod för ${brand} är: ${digits}. En gång till: ${digits}. Hej då.`,
  },
  tr: {
    sms: (brand, code) => `${brand} PIN kodunuz: ${code}`,
    voice: (brand, digits) =>
      `Merhaba. ${brand} PIN kodunuz: ${digits}. Tekrar ediyorum: ${digits}. Hoşça kalın.`,
  },
  'zh-cn': {
    sms: (brand, code) => `您的 ${brand} 验证码是 ${code}`,
    voice: (brand, digits) =>
      `您好。您的 ${brand} 验证码是：${digits}。再说一遍：${digits}。再见。`,
  },
  'zh-tw': {
    sms: (brand, code) => `您的 ${brand} 驗證碼是 ${code}`,
    voice: (brand, digits) =>
      `您好。您的 ${brand} 驗證碼是：${digits}。再說一次：${digits}。再見。`,
  },
}

/** English for a language that we have no words in. */
function textsOf(language: string): Texts {
  const tongue = language.startsWith('zh') ? language : language.slice(0, 2)
  // SAFETY: asked for just before.
  return Object.hasOwn(texts, tongue) ? texts[tongue as Tongue] : texts.en
}

/** The text of a message, or what a voice says: the code digit by digit, twice. */
export function textFor(
  channel: Channel,
  language: string,
  { brand, code }: { brand: string; code: string },
): string {
  const { sms, voice } = textsOf(language)
  // A call is the only delivery that is spoken. All others are written, whatever carries them.
  return deliveryKindOf({ channel }) === 'call'
    ? voice(brand, code.split('').join(', '))
    : sms(brand, code)
}
