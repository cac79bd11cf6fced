import { duration, wrongCode, type Messages } from '@phoneproof/hooks/messages'

/** Dutch. */
export const nl: Messages = {
  codeInput: {
    label: 'Verificatiecode',
    complete: (length) => `${length} van ${length} ingevuld`,
    incomplete: (length, hasLetters) =>
      `Vul alle ${length} ${hasLetters ? 'tekens' : 'cijfers'} van de code in.`,
  },
  phoneEntry: {
    label: 'Telefoonnummer',
    country: (country, callingCode) =>
      `${[callingCode, country ?? 'Landcode'].filter(Boolean).join(' ')}, land wijzigen`,
    international: 'Internationaal',
    countrySelect: 'Land',
    choose: 'Kies een land',
    countries: 'Landen',
    search: 'Landen zoeken',
    results: (count) => (count === 1 ? '1 land' : `${count} landen`),
    noResults: 'Geen land gevonden',
    close: 'Sluiten',
    problems: {
      empty: 'Vul je telefoonnummer in.',
      needsCountry: 'Kies je land of begin het nummer met + en de landcode.',
      unknownCode: 'Geen enkel land heeft deze code. Controleer de cijfers na de +.',
      countryNotAllowed: 'Nummers uit dit land worden hier niet ondersteund.',
      tooShort: 'Dit nummer is te kort. Controleer of er cijfers ontbreken.',
      tooLong: 'Dit nummer is te lang. Controleer of er cijfers te veel zijn.',
      invalidLength: 'Dit nummer heeft een cijfer te veel of te weinig. Controleer het nog eens.',
      invalid: 'Dit is geen geldig telefoonnummer. Controleer de cijfers en het land.',
      wrongType: 'Dit nummer kan geen sms ontvangen. Vul een mobiel nummer in.',
    },
    refusals: {
      letters: 'Telefoonnummers bestaan alleen uit cijfers. Er is niets toegevoegd.',
      extension: 'Het toestelnummer is weggelaten. We kunnen alleen het hoofdnummer bereiken.',
    },
  },
  verificationFlow: {
    phoneHeading: 'Bevestig je telefoonnummer',
    phoneIntro:
      'We sturen je een code per sms. Vul je die niet in, dan bellen we je met dezelfde code.',
    phoneIntroText: 'We sturen je een code per sms.',
    phoneIntroCall: 'We bellen je en noemen een code.',
    phoneIntroMessage: 'We sturen je een code.',
    sendCode: 'Code versturen',
    sending: 'Code versturen…',
    slow: 'Dit duurt langer dan normaal…',
    resumeNumber: (phone) => `${phone} blijven gebruiken`,
    codeHeading: 'Vul de code in',
    codeIntro: (phone) => `We hebben een code naar ${phone} gestuurd.`,
    callIntro: (phone) => `Je krijgt de code in een automatische oproep naar ${phone}.`,
    landlineIntro: (phone) =>
      `${phone} lijkt een vast nummer. Daarom krijg je de code in een automatische oproep.`,
    codesValidFor: (time) => `Codes zijn ${time} geldig.`,
    noTextIntro: (phone) =>
      `${phone} lijkt een vast nummer, dat geen sms ontvangt. Komt er geen code, gebruik dan een ander nummer.`,
    codeHint: 'We controleren hem zodra hij compleet is.',
    verify: 'Bevestigen',
    checking: 'Controleren…',
    newCode: 'Nieuwe code versturen',
    sendingNewCode: 'Nieuwe code versturen…',
    changeNumber: 'Nummer wijzigen',
    differentNumber: 'Ander nummer gebruiken',
    cancel: 'Annuleren',
    cancelling: 'Annuleren…',
    tryAgain: 'Opnieuw proberen',
    validFor: (time) => `Code nog ${time} geldig`,
    cooldownEndsIn: (time) => `Over ${time} kun je annuleren of een nieuwe code versturen`,
    callIn: (time) => `Over ${time} bellen we je met dezelfde code`,
    textIn: (time) => `Over ${time} sms’en we je dezelfde code nog een keer`,
    messageIn: (time) => `Over ${time} sturen we je dezelfde code nog een keer`,
    calling: (phone) => `We bellen nu ${phone}. Je hoort dezelfde code.`,
    nothingLeft: 'Niets ontvangen? Verstuur een nieuwe code.',
    retryIn: (time) => `Je kunt het over ${time} opnieuw proberen.`,
    retryWithin: (time) => `Je kunt binnen ${time} een nieuwe code krijgen.`,
    retryInOrWithin: (retry, end) =>
      `Je kunt het over ${retry} opnieuw proberen. Ze eindigt binnen ${end}.`,
    checkIn: (time) => `Je kunt over ${time} een code controleren.`,
    newCodeIn: (time) => `Je kunt over ${time} een nieuwe code versturen.`,
    cancelIn: (time) => `Je kunt over ${time} annuleren.`,
    tooLateIn: (time) => `Annuleren kan niet meer. Je kunt over ${time} een nieuwe code versturen.`,
    stopping: 'We stoppen eerst de oude code…',
    underAMinute: 'minder dan een minuut',
    duration: duration({
      days: (count) => (count === 1 ? '1 dag' : `${count} dagen`),
      hours: (count) => `${count} uur`,
      minutes: (count) => (count === 1 ? '1 minuut' : `${count} minuten`),
      seconds: (count) => (count === 1 ? '1 seconde' : `${count} seconden`),
      gap: ' en ',
    }),
    securityNote: 'Deel deze code nooit. Wij zullen je er nooit om vragen.',
    hideTime: 'Tijd verbergen',
    showTime: 'Tijd tonen',
    uncertainHeading: 'Is de code verstuurd?',
    uncertainText: (phone) => `We konden niet bevestigen dat de code naar ${phone} is gestuurd.`,
    blockedHeading: 'Nog geen nieuwe code mogelijk',
    blockedText: 'Voor dit nummer loopt een andere verificatie.',
    lostText: (phone) =>
      `Er is net een code voor ${phone} aangevraagd, maar we verloren de verbinding voordat we die aan deze pagina konden koppelen. Als je de code ontvangt, werkt die hier niet, en misschien word je automatisch gebeld. Je kunt beide negeren.`,
    lostNoCallText: (phone) =>
      `Er is net een code voor ${phone} aangevraagd, maar we verloren de verbinding voordat we die aan deze pagina konden koppelen. Als je de code ontvangt, werkt die hier niet. Je kunt hem negeren.`,
    expiredHeading: 'Deze code is niet meer geldig',
    expiredText: {
      time: 'Je code is verlopen. Verstuur een nieuwe om verder te gaan.',
      whileChecking:
        'De code verliep terwijl we hem controleerden. Verstuur een nieuwe om verder te gaan.',
      ended:
        'Deze code is gebruikt, geannuleerd, vervangen of te vaak geprobeerd. Verstuur een nieuwe om verder te gaan.',
      unconfirmed: 'We konden je code niet bevestigen. Verstuur een nieuwe om opnieuw te beginnen.',
    },
    lockedHeading: 'Te veel verkeerde codes',
    lockedText: 'Deze code is geblokkeerd. Verstuur een nieuwe of gebruik een ander nummer.',
    lastCode: 'Niets ontvangen? Controleer of het nummer klopt of neem contact op.',
    lastCodeOver:
      'Deze code werkt niet meer en was de laatste voor dit nummer. Gebruik een ander nummer of neem contact op.',
    noMoreCodes:
      'Je kunt voor dit nummer geen code meer krijgen. Gebruik een ander nummer of neem contact op.',
    verifiedHeading: 'Telefoonnummer bevestigd',
    verifiedText: (phone) => `${phone} is bevestigd als jouw nummer.`,
    mayStillRing: 'Misschien word je nog automatisch gebeld. Dat kun je negeren.',
    errors: {
      invalidPhone: () =>
        'We kunnen geen code naar dit nummer sturen. Controleer het en probeer het opnieuw.',
      unavailable: () => 'We kunnen nu geen codes versturen. Probeer het later opnieuw.',
      offline: () =>
        'Je bent offline. Er is niets verstuurd. Controleer je verbinding en probeer het opnieuw.',
      rateLimited: () => 'Het is nu erg druk bij ons.',
      limitReached: () => 'Er zijn te veel codes aangevraagd voor dit nummer.',
      notSent: () => 'Het duurde te lang, dus er is geen code verstuurd. Probeer het opnieuw.',
      incompleteCode: ({ codeLength }) => `Vul alle ${codeLength} cijfers van de code in.`,
      noCodeFound: ({ codeLength }) =>
        `We vonden geen code van ${codeLength} cijfers in wat je hebt geplakt. Kopieer alleen de code of typ hem.`,
      wrongCode: wrongCode({
        wrong: 'Deze code klopt niet.',
        check: 'Bekijk het bericht en probeer het opnieuw.',
        newest: 'Gebruik de code uit het nieuwste bericht.',
        left: (attempts) =>
          attempts === 1 ? 'Je hebt nog 1 poging.' : `Je hebt nog ${attempts} pogingen.`,
      }),
      alreadyTried: () => 'Deze code heb je al geprobeerd. Bekijk het nieuwste bericht.',
      codeExpired: () => 'Deze code is verlopen. Verstuur een nieuwe om verder te gaan.',
      checkOffline: () =>
        'Je bent offline. We hebben je code bewaard. Controleer je verbinding en probeer het opnieuw.',
      checkUnavailable: () =>
        'We kunnen nu geen codes controleren. We hebben die van jou bewaard, zodat je het later opnieuw kunt proberen.',
      tooManyTries: () => 'Te veel pogingen voor dit nummer.',
      checkUncertain: () =>
        'We konden je code niet controleren. We hebben hem bewaard, zodat je het opnieuw kunt proberen.',
      cancelFailed: () => 'Annuleren is niet gelukt. Je code werkt nog.',
      notCancellable: () => 'Annuleren is niet gelukt. Je code werkt nog.',
      newCodeFailed: () => 'Een nieuwe code versturen is niet gelukt. Je huidige code werkt nog.',
      newCodeNotYet: () =>
        'Er kan nog geen nieuwe code worden verstuurd. Je huidige code werkt nog.',
      oldCodeStopped: () => 'De oude code is stopgezet en de nieuwe kon niet worden verstuurd.',
    },
    notices: {
      codeSent: (phone) => `We hebben een code naar ${phone} gestuurd.`,
      newCodeSent: () => 'We hebben een nieuwe code gestuurd. De vorige werkt niet meer.',
      alreadySent: (phone) => `We hebben al een code naar ${phone} gestuurd. Die werkt nog.`,
      mayStillWork: (phone) =>
        `We hebben al een code naar ${phone} gestuurd. Misschien werkt die nog.`,
      cancelled: () => 'Verificatie geannuleerd. De code werkt niet meer.',
      cancelledElsewhere: () => 'De verificatie is in een ander tabblad geannuleerd.',
      replacedElsewhere: () =>
        'In een ander tabblad is een nieuwe code aangevraagd. Gebruik de nieuwste.',
      expiredWhileAway: () => 'Je code is verlopen. Verstuur een nieuwe om verder te gaan.',
      mayStillCall: (phone) => `${phone} wordt misschien nog automatisch gebeld.`,
      oldCodeStopped: () => 'De vorige code werkt niet meer.',
      backOnline: () => 'Je bent weer online.',
    },
    announcements: {
      codeSent: (phone, time) => `Code gestuurd naar ${phone}. Die is ${time} geldig.`,
      newCodeSent: () => 'Nieuwe code gestuurd. De vorige werkt niet meer.',
      resumed: (phone, time) =>
        `We hebben al een code naar ${phone} gestuurd. Die is nog ${time} geldig.`,
      replaced: (_, time) =>
        `In een ander tabblad is een nieuwe code aangevraagd. Die is nog ${time} geldig.`,
      newCodePossible: () => 'Je kunt nu annuleren of een nieuwe code versturen.',
      callSoon: (_, time) => `Over ${time} bellen we je met dezelfde code.`,
      lastMinute: (_, time) => `Code nog ${time} geldig.`,
      lastHalfMinute: (_, time) => `Code nog ${time} geldig.`,
      expired: () => 'Je code is verlopen. Je kunt een nieuwe versturen.',
      verified: () => 'Telefoonnummer bevestigd.',
      waitOver: () => 'Je kunt het nu opnieuw proberen.',
    },
  },
}
