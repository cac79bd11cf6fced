import { duration, wrongCode, type Messages } from '@phoneproof/hooks/messages'
import { plural } from '../lib/plural.ts'

/** Romanian. */
export const ro: Messages = {
  codeInput: {
    label: 'Cod de verificare',
    complete: (length) => `${length} din ${length} introduse`,
    incomplete: (length, hasLetters) =>
      `Introduceți toate cele ${length} ${hasLetters ? 'caractere' : 'cifre'} ale codului.`,
  },
  phoneEntry: {
    label: 'Număr de telefon',
    country: (country, callingCode) =>
      `${[callingCode, country ?? 'Prefixul țării'].filter(Boolean).join(' ')}, schimbați țara`,
    international: 'Internațional',
    countrySelect: 'Țara',
    choose: 'Alegeți o țară',
    countries: 'Țări',
    search: 'Căutați o țară',
    results: plural('ro', { one: '# țară', few: '# țări', other: '# de țări' }),
    noResults: 'Nu s-a găsit nicio țară',
    close: 'Închideți',
    problems: {
      empty: 'Introduceți numărul de telefon.',
      needsCountry: 'Alegeți țara sau începeți numărul cu + și prefixul țării.',
      unknownCode: 'Nicio țară nu are acest prefix. Verificați cifrele de după +.',
      countryNotAllowed: 'Numerele din această țară nu sunt acceptate aici.',
      tooShort: 'Numărul este prea scurt. Verificați dacă lipsesc cifre.',
      tooLong: 'Numărul este prea lung. Verificați dacă sunt cifre în plus.',
      invalidLength: 'Numărul are o cifră în plus sau în minus. Verificați-l din nou.',
      invalid: 'Acest număr de telefon nu este valid. Verificați cifrele și țara.',
      wrongType: 'Acest număr nu poate primi SMS-uri. Introduceți un număr de mobil.',
    },
    refusals: {
      letters: 'Numerele de telefon conțin doar cifre. Nu s-a adăugat nimic.',
      extension: 'Interiorul a fost eliminat. Putem folosi doar numărul principal.',
    },
  },
  verificationFlow: {
    phoneHeading: 'Verificați numărul de telefon',
    phoneIntro:
      'Vă trimitem un cod prin SMS. Dacă nu îl introduceți, vă sunăm și vă spunem același cod.',
    phoneIntroText: 'Vă trimitem un cod prin SMS.',
    phoneIntroCall: 'Vă sunăm și vă spunem un cod.',
    phoneIntroMessage: 'Vă trimitem un cod.',
    sendCode: 'Trimiteți codul',
    sending: 'Se trimite codul…',
    slow: 'Durează mai mult decât de obicei…',
    resumeNumber: (phone) => `Păstrați ${phone}`,
    codeHeading: 'Introduceți codul',
    codeIntro: (phone) => `Am trimis un cod la ${phone}.`,
    callIntro: (phone) => `Primiți codul într-un apel automat la ${phone}.`,
    landlineIntro: (phone) =>
      `${phone} pare a fi un telefon fix, așa că primiți codul într-un apel automat.`,
    codesValidFor: (time) => `Codurile sunt valabile ${time}.`,
    noTextIntro: (phone) =>
      `${phone} pare a fi un telefon fix, care nu primește SMS-uri. Dacă nu ajunge niciun cod, folosiți alt număr.`,
    codeHint: 'Îl verificăm imediat ce este complet.',
    verify: 'Verificați',
    checking: 'Se verifică…',
    newCode: 'Trimiteți un cod nou',
    sendingNewCode: 'Se trimite un cod nou…',
    changeNumber: 'Schimbați numărul',
    differentNumber: 'Folosiți alt număr',
    cancel: 'Anulați',
    cancelling: 'Se anulează…',
    tryAgain: 'Încercați din nou',
    validFor: (time) => `Cod valabil încă ${time}`,
    cooldownEndsIn: (time) => `Peste ${time} puteți anula sau trimite un cod nou`,
    callIn: (time) => `Peste ${time} vă sunăm cu același cod`,
    textIn: (time) => `Peste ${time} trimitem din nou același cod prin SMS`,
    messageIn: (time) => `Peste ${time} vă trimitem din nou același cod`,
    calling: (phone) => `Sunăm acum la ${phone}. Veți auzi același cod.`,
    nothingLeft: 'Nu a ajuns? Trimiteți un cod nou.',
    retryIn: (time) => `Peste ${time} puteți încerca din nou.`,
    retryWithin: (time) => `Cel târziu peste ${time} puteți primi un cod nou.`,
    retryInOrWithin: (retry, end) =>
      `Peste ${retry} puteți încerca din nou. Se încheie cel târziu peste ${end}.`,
    checkIn: (time) => `Peste ${time} puteți verifica un cod.`,
    newCodeIn: (time) => `Peste ${time} puteți trimite un cod nou.`,
    cancelIn: (time) => `Peste ${time} puteți anula.`,
    tooLateIn: (time) =>
      `Este prea târziu pentru anulare. Peste ${time} puteți trimite un cod nou.`,
    stopping: 'Mai întâi anulăm codul vechi…',
    underAMinute: 'mai puțin de un minut',
    duration: duration({
      days: plural('ro', { one: '# zi', few: '# zile', other: '# de zile' }),
      hours: plural('ro', { one: '# oră', few: '# ore', other: '# de ore' }),
      minutes: plural('ro', { one: '# minut', few: '# minute', other: '# de minute' }),
      seconds: plural('ro', { one: '# secundă', few: '# secunde', other: '# de secunde' }),
      gap: ' și ',
    }),
    securityNote: 'Nu dezvăluiți niciodată acest cod. Noi nu vi-l vom cere niciodată.',
    hideTime: 'Ascundeți timpul',
    showTime: 'Afișați timpul',
    uncertainHeading: 'A fost trimis codul?',
    uncertainText: (phone) => `Nu am putut confirma că a fost trimis codul la ${phone}.`,
    blockedHeading: 'Încă nu puteți primi un cod nou',
    blockedText: 'O altă verificare pentru acest număr este în curs.',
    lostText: (phone) =>
      `Tocmai a fost cerut un cod pentru ${phone}, dar conexiunea s-a pierdut înainte să îl putem lega de această pagină. Dacă îl primiți, nu va funcționa aici și este posibil să primiți un apel automat. Le puteți ignora pe amândouă.`,
    lostNoCallText: (phone) =>
      `Tocmai a fost cerut un cod pentru ${phone}, dar conexiunea s-a pierdut înainte să îl putem lega de această pagină. Dacă îl primiți, nu va funcționa aici. Îl puteți ignora.`,
    expiredHeading: 'Acest cod nu mai este valabil',
    expiredText: {
      time: 'Codul a expirat. Trimiteți unul nou pentru a continua.',
      whileChecking:
        'Codul a expirat în timp ce îl verificam. Trimiteți unul nou pentru a continua.',
      ended:
        'Acest cod a fost folosit, anulat, înlocuit sau încercat de prea multe ori. Trimiteți unul nou pentru a continua.',
      unconfirmed: 'Nu am putut confirma codul. Trimiteți unul nou pentru a o lua de la început.',
    },
    lockedHeading: 'Prea multe coduri greșite',
    lockedText: 'Acest cod este blocat. Trimiteți unul nou sau folosiți alt număr.',
    lastCode: 'Nu a ajuns? Verificați dacă numărul este corect sau contactați-ne.',
    lastCodeOver:
      'Acest cod nu mai este valabil și era ultimul pentru acest număr. Folosiți alt număr sau contactați-ne.',
    noMoreCodes:
      'Nu mai puteți primi coduri pentru acest număr. Folosiți alt număr sau contactați-ne.',
    verifiedHeading: 'Număr de telefon verificat',
    verifiedText: (phone) => `Am confirmat că ${phone} este numărul dvs.`,
    mayStillRing: 'Este posibil să mai primiți un apel automat. Îl puteți ignora.',
    errors: {
      invalidPhone: () =>
        'Nu putem trimite un cod la acest număr. Verificați-l și încercați din nou.',
      unavailable: () => 'Momentan nu putem trimite coduri. Încercați mai târziu.',
      offline: () =>
        'Sunteți offline. Nu s-a trimis nimic. Verificați conexiunea și încercați din nou.',
      rateLimited: () => 'Momentan primim foarte multe solicitări.',
      limitReached: () => 'S-au solicitat prea multe coduri pentru acest număr.',
      notSent: () => 'A durat prea mult, așa că nu a fost trimis niciun cod. Încercați din nou.',
      incompleteCode: ({ codeLength }) => `Introduceți toate cele ${codeLength} cifre ale codului.`,
      noCodeFound: ({ codeLength }) =>
        `Nu am găsit un cod de ${codeLength} cifre în textul lipit. Copiați doar codul sau introduceți-l.`,
      wrongCode: wrongCode({
        wrong: 'Codul nu este corect.',
        check: 'Verificați mesajul și încercați din nou.',
        newest: 'Folosiți codul din cel mai recent mesaj.',
        left: plural('ro', {
          one: 'V-a rămas # încercare.',
          few: 'V-au rămas # încercări.',
          other: 'V-au rămas # de încercări.',
        }),
      }),
      alreadyTried: () => 'Ați încercat deja acest cod. Verificați cel mai recent mesaj.',
      codeExpired: () => 'Acest cod a expirat. Trimiteți unul nou pentru a continua.',
      checkOffline: () =>
        'Sunteți offline. Am păstrat codul. Verificați conexiunea și încercați din nou.',
      checkUnavailable: () =>
        'Momentan nu putem verifica coduri. L-am păstrat pe al dvs., așa că puteți încerca mai târziu.',
      tooManyTries: () => 'Prea multe încercări pentru acest număr.',
      checkUncertain: () =>
        'Nu am putut verifica codul. L-am păstrat, așa că puteți încerca din nou.',
      cancelFailed: () => 'Anularea nu a reușit. Codul este încă valabil.',
      notCancellable: () => 'Anularea nu a reușit. Codul este încă valabil.',
      newCodeFailed: () => 'Nu am putut trimite un cod nou. Codul actual este încă valabil.',
      newCodeNotYet: () => 'Încă nu se poate trimite un cod nou. Codul actual este încă valabil.',
      oldCodeStopped: () => 'Codul vechi a fost anulat, iar cel nou nu a putut fi trimis.',
    },
    notices: {
      codeSent: (phone) => `Am trimis un cod la ${phone}.`,
      newCodeSent: () => 'Am trimis un cod nou. Cel anterior nu mai este valabil.',
      alreadySent: (phone) => `Am trimis deja un cod la ${phone}. Este încă valabil.`,
      mayStillWork: (phone) => `Am trimis deja un cod la ${phone}. Poate este încă valabil.`,
      cancelled: () => 'Verificare anulată. Codul nu mai este valabil.',
      cancelledElsewhere: () => 'Verificarea a fost anulată în altă filă.',
      replacedElsewhere: () => 'În altă filă s-a cerut un cod nou. Folosiți-l pe cel mai recent.',
      expiredWhileAway: () => 'Codul a expirat. Trimiteți unul nou pentru a continua.',
      mayStillCall: (phone) => `${phone} mai poate primi un apel automat.`,
      oldCodeStopped: () => 'Codul anterior nu mai este valabil.',
      backOnline: () => 'Sunteți din nou online.',
    },
    announcements: {
      codeSent: (phone, time) => `Cod trimis la ${phone}. Este valabil ${time}.`,
      newCodeSent: () => 'Cod nou trimis. Cel anterior nu mai este valabil.',
      resumed: (phone, time) => `Am trimis deja un cod la ${phone}. Este valabil încă ${time}.`,
      replaced: (_, time) => `În altă filă s-a cerut un cod nou. Este valabil încă ${time}.`,
      newCodePossible: () => 'Acum puteți anula sau trimite un cod nou.',
      callSoon: (_, time) => `Peste ${time} vă sunăm cu același cod.`,
      lastMinute: (_, time) => `Cod valabil încă ${time}.`,
      lastHalfMinute: (_, time) => `Cod valabil încă ${time}.`,
      expired: () => 'Codul a expirat. Puteți trimite unul nou.',
      verified: () => 'Număr de telefon verificat.',
      waitOver: () => 'Acum puteți încerca din nou.',
    },
  },
}
