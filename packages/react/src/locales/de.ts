import { duration, wrongCode, type Messages } from '@phoneproof/hooks/messages'

/** German. */
export const de: Messages = {
  codeInput: {
    label: 'Bestätigungscode',
    complete: (length) => `${length} von ${length} eingegeben`,
    incomplete: (length, hasLetters) =>
      `Geben Sie alle ${length} ${hasLetters ? 'Zeichen' : 'Ziffern'} des Codes ein.`,
  },
  phoneEntry: {
    label: 'Telefonnummer',
    country: (country, callingCode) =>
      `${[callingCode, country ?? 'Landesvorwahl'].filter(Boolean).join(' ')}, Land ändern`,
    international: 'International',
    countrySelect: 'Land',
    choose: 'Land auswählen',
    countries: 'Länder',
    search: 'Länder suchen',
    results: (count) => (count === 1 ? '1 Land' : `${count} Länder`),
    noResults: 'Kein Land gefunden',
    close: 'Schließen',
    problems: {
      empty: 'Geben Sie Ihre Telefonnummer ein.',
      needsCountry:
        'Wählen Sie Ihr Land aus oder beginnen Sie die Nummer mit + und der Landesvorwahl.',
      unknownCode: 'Diese Vorwahl gehört zu keinem Land. Prüfen Sie die Ziffern nach dem +.',
      countryNotAllowed: 'Nummern aus diesem Land werden hier nicht unterstützt.',
      tooShort: 'Diese Nummer ist zu kurz. Prüfen Sie, ob Ziffern fehlen.',
      tooLong: 'Diese Nummer ist zu lang. Prüfen Sie, ob es zu viele Ziffern sind.',
      invalidLength:
        'Diese Nummer hat eine Ziffer zu viel oder zu wenig. Prüfen Sie sie noch einmal.',
      invalid: 'Das ist keine gültige Telefonnummer. Prüfen Sie die Ziffern und das Land.',
      wrongType: 'Diese Nummer kann keine SMS empfangen. Geben Sie eine Handynummer ein.',
    },
    refusals: {
      letters: 'Telefonnummern bestehen nur aus Ziffern. Es wurde nichts übernommen.',
      extension: 'Die Durchwahl wurde weggelassen. Wir können nur den Hauptanschluss erreichen.',
    },
  },
  verificationFlow: {
    phoneHeading: 'Telefonnummer bestätigen',
    phoneIntro:
      'Wir senden Ihnen einen Code per SMS. Wenn Sie ihn nicht eingeben, rufen wir Sie mit demselben Code an.',
    phoneIntroText: 'Wir senden Ihnen einen Code per SMS.',
    phoneIntroCall: 'Wir rufen Sie an und sagen Ihnen einen Code.',
    phoneIntroMessage: 'Wir senden Ihnen einen Code.',
    sendCode: 'Code senden',
    sending: 'Code wird gesendet…',
    slow: 'Das dauert länger als üblich…',
    resumeNumber: (phone) => `${phone} weiter verwenden`,
    codeHeading: 'Code eingeben',
    codeIntro: (phone) => `Wir haben einen Code an ${phone} gesendet.`,
    callIntro: (phone) => `Sie erhalten den Code in einem automatischen Anruf an ${phone}.`,
    landlineIntro: (phone) =>
      `${phone} sieht nach einem Festnetzanschluss aus. Sie erhalten den Code deshalb in einem automatischen Anruf.`,
    codesValidFor: (time) => `Codes sind ${time} gültig.`,
    noTextIntro: (phone) =>
      `${phone} sieht nach einem Festnetzanschluss aus, der keine SMS empfängt. Wenn kein Code ankommt, verwenden Sie eine andere Nummer.`,
    codeHint: 'Wir prüfen ihn, sobald er vollständig ist.',
    verify: 'Bestätigen',
    checking: 'Wird geprüft…',
    newCode: 'Neuen Code senden',
    sendingNewCode: 'Neuer Code wird gesendet…',
    changeNumber: 'Nummer ändern',
    differentNumber: 'Andere Nummer verwenden',
    cancel: 'Abbrechen',
    cancelling: 'Wird abgebrochen…',
    tryAgain: 'Erneut versuchen',
    validFor: (time) => `Code noch ${time} gültig`,
    cooldownEndsIn: (time) => `In ${time} können Sie abbrechen oder einen neuen Code senden`,
    callIn: (time) => `In ${time} rufen wir Sie mit demselben Code an`,
    textIn: (time) => `In ${time} senden wir denselben Code noch einmal per SMS`,
    messageIn: (time) => `In ${time} senden wir Ihnen denselben Code noch einmal`,
    calling: (phone) => `Wir rufen gerade ${phone} an. Im Anruf wird derselbe Code angesagt.`,
    nothingLeft: 'Nichts angekommen? Senden Sie einen neuen Code.',
    retryIn: (time) => `Sie können es in ${time} erneut versuchen.`,
    retryWithin: (time) => `Spätestens in ${time} können Sie einen neuen Code erhalten.`,
    retryInOrWithin: (retry, end) =>
      `Sie können es in ${retry} erneut versuchen. Sie endet spätestens in ${end}.`,
    checkIn: (time) => `Sie können in ${time} einen Code prüfen lassen.`,
    newCodeIn: (time) => `Sie können in ${time} einen neuen Code senden.`,
    cancelIn: (time) => `Sie können in ${time} abbrechen.`,
    tooLateIn: (time) =>
      `Zum Abbrechen ist es zu spät. Sie können in ${time} einen neuen Code senden.`,
    stopping: 'Der alte Code wird zuerst gestoppt…',
    underAMinute: 'weniger als einer Minute',
    duration: duration({
      days: (count) => (count === 1 ? '1 Tag' : `${count} Tagen`),
      hours: (count) => (count === 1 ? '1 Stunde' : `${count} Stunden`),
      minutes: (count) => (count === 1 ? '1 Minute' : `${count} Minuten`),
      seconds: (count) => (count === 1 ? '1 Sekunde' : `${count} Sekunden`),
      gap: ' und ',
    }),
    securityNote: 'Geben Sie diesen Code nie weiter. Wir werden Sie nie danach fragen.',
    hideTime: 'Zeit ausblenden',
    showTime: 'Zeit einblenden',
    uncertainHeading: 'Wurde der Code gesendet?',
    uncertainText: (phone) =>
      `Wir konnten nicht feststellen, ob der Code an ${phone} gesendet wurde.`,
    blockedHeading: 'Noch kein neuer Code möglich',
    blockedText: 'Für diese Nummer läuft bereits eine andere Bestätigung.',
    lostText: (phone) =>
      `Gerade eben wurde ein Code für ${phone} angefordert, aber die Verbindung brach ab, bevor wir ihn dieser Seite zuordnen konnten. Falls Sie ihn erhalten, funktioniert er hier nicht. Vielleicht kommt auch ein automatischer Anruf. Sie können beides ignorieren.`,
    lostNoCallText: (phone) =>
      `Gerade eben wurde ein Code für ${phone} angefordert, aber die Verbindung brach ab, bevor wir ihn dieser Seite zuordnen konnten. Falls Sie ihn erhalten, funktioniert er hier nicht. Sie können ihn ignorieren.`,
    expiredHeading: 'Dieser Code ist nicht mehr gültig',
    expiredText: {
      time: 'Ihr Code ist abgelaufen. Senden Sie einen neuen, um fortzufahren.',
      whileChecking:
        'Der Code ist abgelaufen, während wir ihn geprüft haben. Senden Sie einen neuen, um fortzufahren.',
      ended:
        'Dieser Code wurde verwendet, abgebrochen, ersetzt oder zu oft versucht. Senden Sie einen neuen, um fortzufahren.',
      unconfirmed:
        'Wir konnten Ihren Code nicht bestätigen. Senden Sie einen neuen, um noch einmal zu beginnen.',
    },
    lockedHeading: 'Zu viele falsche Codes',
    lockedText:
      'Dieser Code ist gesperrt. Senden Sie einen neuen oder verwenden Sie eine andere Nummer.',
    lastCode: 'Nicht angekommen? Prüfen Sie, ob die Nummer stimmt, oder kontaktieren Sie uns.',
    lastCodeOver:
      'Dieser Code gilt nicht mehr, und es war der letzte für diese Nummer. Verwenden Sie eine andere Nummer oder kontaktieren Sie uns.',
    noMoreCodes:
      'Für diese Nummer können Sie keinen weiteren Code erhalten. Verwenden Sie eine andere Nummer oder kontaktieren Sie uns.',
    verifiedHeading: 'Telefonnummer bestätigt',
    verifiedText: (phone) => `${phone} ist als Ihre Nummer bestätigt.`,
    mayStillRing: 'Vielleicht kommt noch ein automatischer Anruf. Sie können ihn ignorieren.',
    errors: {
      invalidPhone: () =>
        'An diese Nummer können wir keinen Code senden. Prüfen Sie sie und versuchen Sie es erneut.',
      unavailable: () =>
        'Wir können gerade keine Codes senden. Bitte versuchen Sie es später erneut.',
      offline: () =>
        'Sie sind offline. Es wurde nichts gesendet. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
      rateLimited: () => 'Bei uns ist gerade sehr viel los.',
      limitReached: () => 'Für diese Nummer wurden zu viele Codes angefordert.',
      notSent: () =>
        'Das hat zu lange gedauert, deshalb wurde kein Code gesendet. Bitte versuchen Sie es erneut.',
      incompleteCode: ({ codeLength }) => `Geben Sie alle ${codeLength} Ziffern des Codes ein.`,
      noCodeFound: ({ codeLength }) =>
        `Im eingefügten Text haben wir keinen ${codeLength}-stelligen Code gefunden. Kopieren Sie nur den Code oder geben Sie ihn ein.`,
      wrongCode: wrongCode({
        wrong: 'Dieser Code stimmt nicht.',
        check: 'Sehen Sie in der Nachricht nach und versuchen Sie es erneut.',
        newest: 'Verwenden Sie den Code aus der neuesten Nachricht.',
        left: (attempts) =>
          attempts === 1 ? 'Noch 1 Versuch übrig.' : `Noch ${attempts} Versuche übrig.`,
      }),
      alreadyTried: () =>
        'Diesen Code haben Sie schon versucht. Sehen Sie in der neuesten Nachricht nach.',
      codeExpired: () => 'Dieser Code ist abgelaufen. Senden Sie einen neuen, um fortzufahren.',
      checkOffline: () =>
        'Sie sind offline. Ihr Code bleibt hier stehen. Prüfen Sie die Verbindung und versuchen Sie es erneut.',
      checkUnavailable: () =>
        'Wir können gerade keine Codes prüfen. Ihrer bleibt hier stehen, damit Sie es später erneut versuchen können.',
      tooManyTries: () => 'Zu viele Versuche für diese Nummer.',
      checkUncertain: () =>
        'Wir konnten Ihren Code nicht prüfen. Er bleibt hier stehen, damit Sie es erneut versuchen können.',
      cancelFailed: () => 'Abbrechen nicht möglich. Ihr Code gilt weiterhin.',
      notCancellable: () => 'Abbrechen nicht möglich. Ihr Code gilt weiterhin.',
      newCodeFailed: () =>
        'Ein neuer Code konnte nicht gesendet werden. Ihr bisheriger Code gilt weiterhin.',
      newCodeNotYet: () =>
        'Ein neuer Code kann noch nicht gesendet werden. Ihr bisheriger Code gilt weiterhin.',
      oldCodeStopped: () =>
        'Der alte Code gilt nicht mehr, und der neue konnte nicht gesendet werden.',
    },
    notices: {
      codeSent: (phone) => `Wir haben einen Code an ${phone} gesendet.`,
      newCodeSent: () => 'Wir haben einen neuen Code gesendet. Der vorherige gilt nicht mehr.',
      alreadySent: (phone) => `Wir haben bereits einen Code an ${phone} gesendet. Er gilt noch.`,
      mayStillWork: (phone) =>
        `Wir haben bereits einen Code an ${phone} gesendet. Vielleicht gilt er noch.`,
      cancelled: () => 'Bestätigung abgebrochen. Der Code gilt nicht mehr.',
      cancelledElsewhere: () => 'Die Bestätigung wurde in einem anderen Tab abgebrochen.',
      replacedElsewhere: () =>
        'In einem anderen Tab wurde ein neuer Code angefordert. Verwenden Sie den neuesten.',
      expiredWhileAway: () => 'Ihr Code ist abgelaufen. Senden Sie einen neuen, um fortzufahren.',
      mayStillCall: (phone) => `${phone} erhält vielleicht noch einen automatischen Anruf.`,
      oldCodeStopped: () => 'Der vorherige Code gilt nicht mehr.',
      backOnline: () => 'Sie sind wieder online.',
    },
    announcements: {
      codeSent: (phone, time) => `Code an ${phone} gesendet. Er ist ${time} gültig.`,
      newCodeSent: () => 'Neuer Code gesendet. Der vorherige gilt nicht mehr.',
      resumed: (phone, time) =>
        `Wir haben bereits einen Code an ${phone} gesendet. Er ist noch ${time} gültig.`,
      replaced: (_, time) =>
        `In einem anderen Tab wurde ein neuer Code angefordert. Er ist noch ${time} gültig.`,
      newCodePossible: () => 'Sie können jetzt abbrechen oder einen neuen Code senden.',
      callSoon: (_, time) => `In ${time} rufen wir Sie mit demselben Code an.`,
      lastMinute: (_, time) => `Code noch ${time} gültig.`,
      lastHalfMinute: (_, time) => `Code noch ${time} gültig.`,
      expired: () => 'Ihr Code ist abgelaufen. Sie können einen neuen senden.',
      verified: () => 'Telefonnummer bestätigt.',
      waitOver: () => 'Sie können es jetzt erneut versuchen.',
    },
  },
}
