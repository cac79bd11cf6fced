import { duration, wrongCode, type Messages } from '@phoneproof/hooks/messages'

/** Italian. */
export const it: Messages = {
  codeInput: {
    label: 'Codice di verifica',
    complete: (length) => `${length} di ${length} inserite`,
    incomplete: (length, hasLetters) =>
      `Inserisci ${hasLetters ? `tutti i ${length} caratteri` : `tutte le ${length} cifre`} del codice.`,
  },
  phoneEntry: {
    label: 'Numero di telefono',
    country: (country, callingCode) =>
      `${[callingCode, country ?? 'Prefisso del Paese'].filter(Boolean).join(' ')}, cambia Paese`,
    international: 'Internazionale',
    countrySelect: 'Paese',
    choose: 'Scegli un Paese',
    countries: 'Paesi',
    search: 'Cerca un Paese',
    results: (count) => (count === 1 ? '1 Paese' : `${count} Paesi`),
    noResults: 'Nessun Paese trovato',
    close: 'Chiudi',
    problems: {
      empty: 'Inserisci il tuo numero di telefono.',
      needsCountry: 'Scegli il tuo Paese o inizia il numero con + e il prefisso del Paese.',
      unknownCode: 'Nessun Paese ha questo prefisso. Controlla le cifre dopo il +.',
      countryNotAllowed: 'Qui non sono accettati numeri di questo Paese.',
      tooShort: 'Questo numero è troppo corto. Controlla se manca qualche cifra.',
      tooLong: 'Questo numero è troppo lungo. Controlla se c’è qualche cifra in più.',
      invalidLength: 'Questo numero ha una cifra in più o in meno. Ricontrollalo.',
      invalid: 'Questo numero di telefono non è valido. Controlla le cifre e il Paese.',
      wrongType: 'Questo numero non può ricevere SMS. Inserisci un numero di cellulare.',
    },
    refusals: {
      letters: 'I numeri di telefono contengono solo cifre. Non è stato aggiunto nulla.',
      extension: 'L’interno è stato tolto. Possiamo usare solo il numero principale.',
    },
  },
  verificationFlow: {
    phoneHeading: 'Verifica il tuo numero di telefono',
    phoneIntro:
      'Ti invieremo un codice via SMS. Se non lo inserisci, ti chiameremo con lo stesso codice.',
    phoneIntroText: 'Ti invieremo un codice via SMS.',
    phoneIntroCall: 'Ti chiameremo per dettarti un codice.',
    phoneIntroMessage: 'Ti invieremo un codice.',
    sendCode: 'Invia codice',
    sending: 'Invio del codice…',
    slow: 'Ci vuole più tempo del solito…',
    resumeNumber: (phone) => `Continua con ${phone}`,
    codeHeading: 'Inserisci il codice',
    codeIntro: (phone) => `Abbiamo inviato un codice a ${phone}.`,
    callIntro: (phone) => `Ricevi il codice con una chiamata automatica a ${phone}.`,
    landlineIntro: (phone) =>
      `${phone} sembra un numero fisso, quindi ricevi il codice con una chiamata automatica.`,
    codesValidFor: (time) => `I codici sono validi per ${time}.`,
    noTextIntro: (phone) =>
      `${phone} sembra un numero fisso, che non riceve SMS. Se non arriva nessun codice, usa un altro numero.`,
    codeHint: 'Lo controlliamo appena è completo.',
    verify: 'Verifica',
    checking: 'Controllo…',
    newCode: 'Invia un nuovo codice',
    sendingNewCode: 'Invio di un nuovo codice…',
    changeNumber: 'Cambia numero',
    differentNumber: 'Usa un altro numero',
    cancel: 'Annulla',
    cancelling: 'Annullamento…',
    tryAgain: 'Riprova',
    validFor: (time) => `Codice valido per ${time}`,
    cooldownEndsIn: (time) => `Tra ${time} potrai annullare o inviare un nuovo codice`,
    callIn: (time) => `Tra ${time} ti chiameremo con lo stesso codice`,
    textIn: (time) => `Tra ${time} ti invieremo di nuovo lo stesso codice via SMS`,
    messageIn: (time) => `Tra ${time} ti invieremo di nuovo lo stesso codice`,
    calling: (phone) => `Stiamo chiamando ${phone}. La chiamata detta lo stesso codice.`,
    nothingLeft: 'Non è arrivato? Invia un nuovo codice.',
    retryIn: (time) => `Potrai riprovare tra ${time}.`,
    retryWithin: (time) => `Potrai ricevere un nuovo codice entro ${time}.`,
    retryInOrWithin: (retry, end) => `Potrai riprovare tra ${retry}. Finisce entro ${end}.`,
    checkIn: (time) => `Potrai controllare un codice tra ${time}.`,
    newCodeIn: (time) => `Potrai inviare un nuovo codice tra ${time}.`,
    cancelIn: (time) => `Potrai annullare tra ${time}.`,
    tooLateIn: (time) =>
      `È troppo tardi per annullare. Potrai inviare un nuovo codice tra ${time}.`,
    stopping: 'Prima annulliamo il vecchio codice…',
    underAMinute: 'meno di un minuto',
    duration: duration({
      days: (count) => (count === 1 ? '1 giorno' : `${count} giorni`),
      hours: (count) => (count === 1 ? '1 ora' : `${count} ore`),
      minutes: (count) => (count === 1 ? '1 minuto' : `${count} minuti`),
      seconds: (count) => (count === 1 ? '1 secondo' : `${count} secondi`),
      gap: ' e ',
    }),
    securityNote: 'Non condividere mai questo codice. Non te lo chiederemo mai.',
    hideTime: 'Nascondi tempo',
    showTime: 'Mostra tempo',
    uncertainHeading: 'Il codice è stato inviato?',
    uncertainText: (phone) => `Non siamo riusciti a confermare l’invio del codice a ${phone}.`,
    blockedHeading: 'Non puoi ancora ricevere un nuovo codice',
    blockedText: 'È in corso un’altra verifica di questo numero.',
    lostText: (phone) =>
      `Poco fa è stato richiesto un codice per ${phone}, ma la connessione si è interrotta prima che potessimo collegarlo a questa pagina. Se lo ricevi, qui non funzionerà, e potrebbe arrivarti una chiamata automatica. Puoi ignorare entrambi.`,
    lostNoCallText: (phone) =>
      `Poco fa è stato richiesto un codice per ${phone}, ma la connessione si è interrotta prima che potessimo collegarlo a questa pagina. Se lo ricevi, qui non funzionerà. Puoi ignorarlo.`,
    expiredHeading: 'Questo codice non è più valido',
    expiredText: {
      time: 'Il codice è scaduto. Inviane uno nuovo per continuare.',
      whileChecking:
        'Il codice è scaduto mentre lo controllavamo. Inviane uno nuovo per continuare.',
      ended:
        'Questo codice è stato usato, annullato, sostituito o provato troppe volte. Inviane uno nuovo per continuare.',
      unconfirmed: 'Non siamo riusciti a confermare il codice. Inviane uno nuovo per ricominciare.',
    },
    lockedHeading: 'Troppi codici errati',
    lockedText: 'Questo codice è bloccato. Inviane uno nuovo o usa un altro numero.',
    lastCode: 'Non è arrivato? Controlla che il numero sia giusto o contattaci.',
    lastCodeOver:
      'Questo codice non è più valido ed era l’ultimo per questo numero. Usa un altro numero o contattaci.',
    noMoreCodes:
      'Non puoi ricevere altri codici per questo numero. Usa un altro numero o contattaci.',
    verifiedHeading: 'Numero di telefono verificato',
    verifiedText: (phone) => `Abbiamo confermato che ${phone} è il tuo numero.`,
    mayStillRing: 'Potresti ancora ricevere una chiamata automatica. Puoi ignorarla.',
    errors: {
      invalidPhone: () => 'Non possiamo inviare un codice a questo numero. Controllalo e riprova.',
      unavailable: () => 'Al momento non possiamo inviare codici. Riprova più tardi.',
      offline: () => 'Sei offline. Non è stato inviato nulla. Controlla la connessione e riprova.',
      rateLimited: () => 'In questo momento riceviamo molte richieste.',
      limitReached: () => 'Sono stati richiesti troppi codici per questo numero.',
      notSent: () => 'Ci è voluto troppo tempo e nessun codice è stato inviato. Riprova.',
      incompleteCode: ({ codeLength }) => `Inserisci tutte le ${codeLength} cifre del codice.`,
      noCodeFound: ({ codeLength }) =>
        `Non abbiamo trovato un codice di ${codeLength} cifre in quello che hai incollato. Copia solo il codice o scrivilo.`,
      wrongCode: wrongCode({
        wrong: 'Il codice non è corretto.',
        check: 'Controlla il messaggio e riprova.',
        newest: 'Usa il codice del messaggio più recente.',
        left: (attempts) =>
          attempts === 1 ? 'Ti resta 1 tentativo.' : `Ti restano ${attempts} tentativi.`,
      }),
      alreadyTried: () => 'Hai già provato questo codice. Controlla il messaggio più recente.',
      codeExpired: () => 'Questo codice è scaduto. Inviane uno nuovo per continuare.',
      checkOffline: () =>
        'Sei offline. Abbiamo conservato il codice. Controlla la connessione e riprova.',
      checkUnavailable: () =>
        'Al momento non possiamo controllare i codici. Abbiamo conservato il tuo: puoi riprovare più tardi.',
      tooManyTries: () => 'Troppi tentativi per questo numero.',
      checkUncertain: () =>
        'Non siamo riusciti a controllare il codice. Lo abbiamo conservato: puoi riprovare.',
      cancelFailed: () => 'Annullamento non riuscito. Il codice è ancora valido.',
      notCancellable: () => 'Annullamento non riuscito. Il codice è ancora valido.',
      newCodeFailed: () =>
        'Invio del nuovo codice non riuscito. Il codice attuale è ancora valido.',
      newCodeNotYet: () =>
        'Non è ancora possibile inviare un nuovo codice. Quello attuale è ancora valido.',
      oldCodeStopped: () => 'Il vecchio codice è stato annullato e il nuovo non è stato inviato.',
    },
    notices: {
      codeSent: (phone) => `Abbiamo inviato un codice a ${phone}.`,
      newCodeSent: () => 'Abbiamo inviato un nuovo codice. Il precedente non è più valido.',
      alreadySent: (phone) => `Abbiamo già inviato un codice a ${phone}. È ancora valido.`,
      mayStillWork: (phone) =>
        `Abbiamo già inviato un codice a ${phone}. Potrebbe essere ancora valido.`,
      cancelled: () => 'Verifica annullata. Il codice non è più valido.',
      cancelledElsewhere: () => 'La verifica è stata annullata in un’altra scheda.',
      replacedElsewhere: () =>
        'In un’altra scheda è stato richiesto un nuovo codice. Usa il più recente.',
      expiredWhileAway: () => 'Il codice è scaduto. Inviane uno nuovo per continuare.',
      mayStillCall: (phone) => `${phone} potrebbe ancora ricevere una chiamata automatica.`,
      oldCodeStopped: () => 'Il codice precedente non è più valido.',
      backOnline: () => 'Sei di nuovo online.',
    },
    announcements: {
      codeSent: (phone, time) => `Codice inviato a ${phone}. È valido per ${time}.`,
      newCodeSent: () => 'Nuovo codice inviato. Il precedente non è più valido.',
      resumed: (phone, time) =>
        `Abbiamo già inviato un codice a ${phone}. È valido ancora per ${time}.`,
      replaced: (_, time) =>
        `In un’altra scheda è stato richiesto un nuovo codice. È valido per ${time}.`,
      newCodePossible: () => 'Ora puoi annullare o inviare un nuovo codice.',
      callSoon: (_, time) => `Tra ${time} ti chiameremo con lo stesso codice.`,
      lastMinute: (_, time) => `Codice valido ancora per ${time}.`,
      lastHalfMinute: (_, time) => `Codice valido ancora per ${time}.`,
      expired: () => 'Il codice è scaduto. Puoi inviarne uno nuovo.',
      verified: () => 'Numero di telefono verificato.',
      waitOver: () => 'Ora puoi riprovare.',
    },
  },
}
