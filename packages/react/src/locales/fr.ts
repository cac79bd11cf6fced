import { duration, wrongCode, type Messages } from '@phoneproof/hooks/messages'
import { plural } from '../lib/plural.ts'

// U+202F is the narrow space that French puts before a question mark.

/** French, as in France. */
export const fr: Messages = {
  codeInput: {
    label: 'Code de vérification',
    complete: (length) => `${length} sur ${length} saisis`,
    incomplete: (length, hasLetters) =>
      `Saisissez les ${length} ${hasLetters ? 'caractères' : 'chiffres'} du code.`,
  },
  phoneEntry: {
    label: 'Numéro de téléphone',
    country: (country, callingCode) =>
      `${[callingCode, country ?? 'Indicatif du pays'].filter(Boolean).join(' ')}, changer de pays`,
    international: 'International',
    countrySelect: 'Pays',
    choose: 'Choisissez un pays',
    countries: 'Liste des pays',
    search: 'Rechercher un pays',
    results: plural('fr', { one: '# pays trouvé', other: '# pays trouvés' }),
    noResults: 'Aucun pays trouvé',
    close: 'Fermer',
    problems: {
      empty: 'Saisissez votre numéro de téléphone.',
      needsCountry:
        'Choisissez votre pays ou commencez le numéro par + suivi de l’indicatif du pays.',
      unknownCode: 'Aucun pays n’a cet indicatif. Vérifiez les chiffres après le +.',
      countryNotAllowed: 'Les numéros de ce pays ne sont pas acceptés ici.',
      tooShort: 'Ce numéro est trop court. Vérifiez s’il manque des chiffres.',
      tooLong: 'Ce numéro est trop long. Vérifiez s’il y a des chiffres en trop.',
      invalidLength: 'Ce numéro a un chiffre de trop ou de moins. Vérifiez-le encore une fois.',
      invalid: 'Ce numéro de téléphone n’est pas valide. Vérifiez les chiffres et le pays.',
      wrongType: 'Ce numéro ne peut pas recevoir de SMS. Saisissez un numéro de mobile.',
    },
    refusals: {
      letters: 'Un numéro de téléphone ne contient que des chiffres. Rien n’a été ajouté.',
      extension:
        'Le numéro de poste a été ignoré. Nous ne pouvons joindre que le numéro principal.',
    },
  },
  verificationFlow: {
    phoneHeading: 'Vérifiez votre numéro de téléphone',
    phoneIntro:
      'Nous vous enverrons un code par SMS. Si vous ne le saisissez pas, nous vous appellerons avec le même code.',
    phoneIntroText: 'Nous vous enverrons un code par SMS.',
    phoneIntroCall: 'Nous vous appellerons pour vous dicter un code.',
    phoneIntroMessage: 'Nous vous enverrons un code.',
    sendCode: 'Envoyer le code',
    sending: 'Envoi du code…',
    slow: 'Cela prend plus de temps que d’habitude…',
    resumeNumber: (phone) => `Continuer avec le ${phone}`,
    codeHeading: 'Saisissez le code',
    codeIntro: (phone) => `Nous avons envoyé un code au ${phone}.`,
    callIntro: (phone) => `Vous recevez le code lors d’un appel automatique au ${phone}.`,
    landlineIntro: (phone) =>
      `Le ${phone} semble être une ligne fixe. Vous recevez donc le code lors d’un appel automatique.`,
    codesValidFor: (time) => `Les codes sont valables ${time}.`,
    noTextIntro: (phone) =>
      `Le ${phone} semble être une ligne fixe, qui ne reçoit pas de SMS. Si aucun code n’arrive, utilisez un autre numéro.`,
    codeHint: 'Nous le vérifions dès qu’il est complet.',
    verify: 'Vérifier',
    checking: 'Vérification…',
    newCode: 'Envoyer un nouveau code',
    sendingNewCode: 'Envoi d’un nouveau code…',
    changeNumber: 'Changer de numéro',
    differentNumber: 'Utiliser un autre numéro',
    cancel: 'Annuler',
    cancelling: 'Annulation…',
    tryAgain: 'Réessayer',
    validFor: (time) => `Code valable encore ${time}`,
    cooldownEndsIn: (time) => `Vous pourrez annuler ou envoyer un nouveau code dans ${time}`,
    callIn: (time) => `Nous vous appellerons dans ${time} avec le même code`,
    textIn: (time) => `Nous vous renverrons le même code par SMS dans ${time}`,
    messageIn: (time) => `Nous vous renverrons le même code dans ${time}`,
    calling: (phone) => `Nous appelons le ${phone}. L’appel vous dictera le même code.`,
    nothingLeft: 'Vous n’avez rien reçu\u202F? Envoyez un nouveau code.',
    retryIn: (time) => `Vous pourrez réessayer dans ${time}.`,
    retryWithin: (time) => `Vous pourrez obtenir un nouveau code dans ${time} au plus tard.`,
    retryInOrWithin: (retry, end) =>
      `Vous pourrez réessayer dans ${retry}. Elle se termine dans ${end} au plus tard.`,
    checkIn: (time) => `Vous pourrez vérifier un code dans ${time}.`,
    newCodeIn: (time) => `Vous pourrez envoyer un nouveau code dans ${time}.`,
    cancelIn: (time) => `Vous pourrez annuler dans ${time}.`,
    tooLateIn: (time) =>
      `Il est trop tard pour annuler. Vous pourrez envoyer un nouveau code dans ${time}.`,
    stopping: 'Nous annulons d’abord l’ancien code…',
    underAMinute: 'moins d’une minute',
    duration: duration({
      days: (count) => (count === 1 ? '1 jour' : `${count} jours`),
      hours: (count) => (count === 1 ? '1 heure' : `${count} heures`),
      minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
      seconds: (count) => (count === 1 ? '1 seconde' : `${count} secondes`),
      gap: ' et ',
    }),
    securityNote: 'Ne communiquez jamais ce code. Nous ne vous le demanderons jamais.',
    hideTime: 'Masquer le temps',
    showTime: 'Afficher le temps',
    uncertainHeading: 'Le code a-t-il été envoyé\u202F?',
    uncertainText: (phone) => `Nous n’avons pas pu confirmer l’envoi du code au ${phone}.`,
    blockedHeading: 'Pas encore de nouveau code possible',
    blockedText: 'Une autre vérification de ce numéro est en cours.',
    lostText: (phone) =>
      `Un code a été demandé à l’instant pour le ${phone}, mais la connexion a été perdue avant que nous puissions l’associer à cette page. Si vous le recevez, il ne fonctionnera pas ici, et vous recevrez peut-être un appel automatique. Vous pouvez ignorer les deux.`,
    lostNoCallText: (phone) =>
      `Un code a été demandé à l’instant pour le ${phone}, mais la connexion a été perdue avant que nous puissions l’associer à cette page. Si vous le recevez, il ne fonctionnera pas ici. Vous pouvez l’ignorer.`,
    expiredHeading: 'Ce code n’est plus valable',
    expiredText: {
      time: 'Votre code a expiré. Envoyez-en un nouveau pour continuer.',
      whileChecking:
        'Ce code a expiré pendant que nous le vérifiions. Envoyez-en un nouveau pour continuer.',
      ended:
        'Ce code a été utilisé, annulé, remplacé ou essayé trop de fois. Envoyez-en un nouveau pour continuer.',
      unconfirmed:
        'Nous n’avons pas pu confirmer votre code. Envoyez-en un nouveau pour recommencer.',
    },
    lockedHeading: 'Trop de codes incorrects',
    lockedText: 'Ce code est bloqué. Envoyez-en un nouveau ou utilisez un autre numéro.',
    lastCode: 'Vous n’avez rien reçu\u202F? Vérifiez que le numéro est correct ou contactez-nous.',
    lastCodeOver:
      'Ce code ne fonctionne plus et c’était le dernier pour ce numéro. Utilisez un autre numéro ou contactez-nous.',
    noMoreCodes:
      'Vous ne pouvez plus obtenir de code pour ce numéro. Utilisez un autre numéro ou contactez-nous.',
    verifiedHeading: 'Numéro de téléphone vérifié',
    verifiedText: (phone) => `Le ${phone} est bien votre numéro.`,
    mayStillRing: 'Vous recevrez peut-être encore un appel automatique. Vous pouvez l’ignorer.',
    errors: {
      invalidPhone: () =>
        'Nous ne pouvons pas envoyer de code à ce numéro. Vérifiez-le et réessayez.',
      unavailable: () => 'Nous ne pouvons pas envoyer de code pour le moment. Réessayez plus tard.',
      offline: () =>
        'Vous êtes hors ligne. Rien n’a été envoyé. Vérifiez votre connexion et réessayez.',
      rateLimited: () => 'Nous recevons beaucoup de demandes en ce moment.',
      limitReached: () => 'Trop de codes ont été demandés pour ce numéro.',
      notSent: () => 'L’opération a pris trop de temps et aucun code n’a été envoyé. Réessayez.',
      incompleteCode: ({ codeLength }) => `Saisissez les ${codeLength} chiffres du code.`,
      noCodeFound: ({ codeLength }) =>
        `Nous n’avons pas trouvé de code à ${codeLength} chiffres dans ce que vous avez collé. Copiez uniquement le code ou saisissez-le.`,
      wrongCode: wrongCode({
        wrong: 'Ce code est incorrect.',
        check: 'Vérifiez le message et réessayez.',
        newest: 'Utilisez le code du message le plus récent.',
        left: plural('fr', {
          one: 'Il vous reste # tentative.',
          other: 'Il vous reste # tentatives.',
        }),
      }),
      alreadyTried: () => 'Vous avez déjà essayé ce code. Vérifiez le message le plus récent.',
      codeExpired: () => 'Ce code a expiré. Envoyez-en un nouveau pour continuer.',
      checkOffline: () =>
        'Vous êtes hors ligne. Nous avons conservé votre code. Vérifiez votre connexion et réessayez.',
      checkUnavailable: () =>
        'Nous ne pouvons pas vérifier de code pour le moment. Nous avons conservé le vôtre pour que vous puissiez réessayer plus tard.',
      tooManyTries: () => 'Trop de tentatives pour ce numéro.',
      checkUncertain: () =>
        'Nous n’avons pas pu vérifier votre code. Nous l’avons conservé pour que vous puissiez réessayer.',
      cancelFailed: () => 'Impossible d’annuler. Votre code reste valable.',
      notCancellable: () => 'Impossible d’annuler. Votre code reste valable.',
      newCodeFailed: () => 'Impossible d’envoyer un nouveau code. Votre code actuel reste valable.',
      newCodeNotYet: () =>
        'Il est trop tôt pour envoyer un nouveau code. Votre code actuel reste valable.',
      oldCodeStopped: () => 'L’ancien code a été annulé et le nouveau n’a pas pu être envoyé.',
    },
    notices: {
      codeSent: (phone) => `Nous avons envoyé un code au ${phone}.`,
      newCodeSent: () => 'Nous avons envoyé un nouveau code. Le précédent n’est plus valable.',
      alreadySent: (phone) =>
        `Nous avons déjà envoyé un code au ${phone}. Il est toujours valable.`,
      mayStillWork: (phone) =>
        `Nous avons déjà envoyé un code au ${phone}. Il est peut-être encore valable.`,
      cancelled: () => 'Vérification annulée. Le code n’est plus valable.',
      cancelledElsewhere: () => 'La vérification a été annulée dans un autre onglet.',
      replacedElsewhere: () =>
        'Un nouveau code a été demandé dans un autre onglet. Utilisez le plus récent.',
      expiredWhileAway: () => 'Votre code a expiré. Envoyez-en un nouveau pour continuer.',
      mayStillCall: (phone) => `Le ${phone} recevra peut-être encore un appel automatique.`,
      oldCodeStopped: () => 'Le code précédent n’est plus valable.',
      backOnline: () => 'Vous êtes de nouveau en ligne.',
    },
    announcements: {
      codeSent: (phone, time) => `Code envoyé au ${phone}. Il est valable ${time}.`,
      newCodeSent: () => 'Nouveau code envoyé. Le précédent n’est plus valable.',
      resumed: (phone, time) =>
        `Nous avons déjà envoyé un code au ${phone}. Il est encore valable ${time}.`,
      replaced: (_, time) =>
        `Un nouveau code a été demandé dans un autre onglet. Il est valable ${time}.`,
      newCodePossible: () => 'Vous pouvez maintenant annuler ou envoyer un nouveau code.',
      callSoon: (_, time) => `Nous vous appellerons dans ${time} avec le même code.`,
      lastMinute: (_, time) => `Code valable encore ${time}.`,
      lastHalfMinute: (_, time) => `Code valable encore ${time}.`,
      expired: () => 'Votre code a expiré. Vous pouvez en envoyer un nouveau.',
      verified: () => 'Numéro de téléphone vérifié.',
      waitOver: () => 'Vous pouvez maintenant réessayer.',
    },
  },
}
