import type { Messages } from '@phoneproof/hooks/messages'
import { fr } from './fr.ts'

/** French, as in Canada: texts, not SMS; cellular, not mobile; no space before a question mark. */
export const frCa: Messages = {
  ...fr,
  codeInput: {
    ...fr.codeInput,
    incomplete: (length, hasLetters) =>
      `Entrez les ${length} ${hasLetters ? 'caractères' : 'chiffres'} du code.`,
  },
  phoneEntry: {
    ...fr.phoneEntry,
    problems: {
      ...fr.phoneEntry.problems,
      empty: 'Entrez votre numéro de téléphone.',
      wrongType: 'Ce numéro ne peut pas recevoir de textos. Entrez un numéro de cellulaire.',
    },
  },
  verificationFlow: {
    ...fr.verificationFlow,
    phoneIntro:
      'Nous vous enverrons un code par texto. Si vous ne l’entrez pas, nous vous appellerons avec le même code.',
    phoneIntroText: 'Nous vous enverrons un code par texto.',
    codeHeading: 'Entrez le code',
    codeIntro: (phone) => `Nous avons envoyé un code au ${phone}.`,
    callIntro: (phone) => `Vous recevez le code lors d’un appel automatique au ${phone}.`,
    landlineIntro: (phone) =>
      `Le ${phone} semble être une ligne fixe. Vous recevez donc le code lors d’un appel automatique.`,
    codesValidFor: (time) => `Les codes sont valides ${time}.`,
    noTextIntro: (phone) =>
      `Le ${phone} semble être une ligne fixe, qui ne reçoit pas de texto. Si aucun code n’arrive, utilisez un autre numéro.`,
    nothingLeft: 'Vous n’avez rien reçu? Envoyez un nouveau code.',
    validFor: (time) => `Code valide encore ${time}`,
    textIn: (time) => `Nous vous renverrons le même code par texto dans ${time}`,
    uncertainHeading: 'Le code a-t-il été envoyé?',
    expiredHeading: 'Ce code n’est plus valide',
    lastCode: 'Vous n’avez rien reçu? Vérifiez que le numéro est correct ou contactez-nous.',
    errors: {
      ...fr.verificationFlow.errors,
      incompleteCode: ({ codeLength }) => `Entrez les ${codeLength} chiffres du code.`,
      noCodeFound: ({ codeLength }) =>
        `Nous n’avons pas trouvé de code à ${codeLength} chiffres dans ce que vous avez collé. Copiez uniquement le code ou entrez-le.`,
      cancelFailed: () => 'Impossible d’annuler. Votre code reste valide.',
      notCancellable: () => 'Impossible d’annuler. Votre code reste valide.',
      newCodeFailed: () => 'Impossible d’envoyer un nouveau code. Votre code actuel reste valide.',
      newCodeNotYet: () =>
        'Il est trop tôt pour envoyer un nouveau code. Votre code actuel reste valide.',
    },
    notices: {
      ...fr.verificationFlow.notices,
      newCodeSent: () => 'Nous avons envoyé un nouveau code. Le précédent n’est plus valide.',
      alreadySent: (phone) => `Nous avons déjà envoyé un code au ${phone}. Il est toujours valide.`,
      mayStillWork: (phone) =>
        `Nous avons déjà envoyé un code au ${phone}. Il est peut-être encore valide.`,
      cancelled: () => 'Vérification annulée. Le code n’est plus valide.',
      oldCodeStopped: () => 'Le code précédent n’est plus valide.',
    },
    announcements: {
      ...fr.verificationFlow.announcements,
      codeSent: (phone, time) => `Code envoyé au ${phone}. Il est valide ${time}.`,
      newCodeSent: () => 'Nouveau code envoyé. Le précédent n’est plus valide.',
      resumed: (phone, time) =>
        `Nous avons déjà envoyé un code au ${phone}. Il est encore valide ${time}.`,
      replaced: (_, time) =>
        `Un nouveau code a été demandé dans un autre onglet. Il est valide ${time}.`,
      lastMinute: (_, time) => `Code valide encore ${time}.`,
      lastHalfMinute: (_, time) => `Code valide encore ${time}.`,
    },
  },
}
