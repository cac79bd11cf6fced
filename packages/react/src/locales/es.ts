import { duration, wrongCode, type Messages } from '@phoneproof/hooks/messages'

/** Spanish, as in Spain. */
export const es: Messages = {
  codeInput: {
    label: 'Código de verificación',
    complete: (length) => `${length} de ${length} introducidas`,
    incomplete: (length, hasLetters) =>
      `Introduce ${hasLetters ? `los ${length} caracteres` : `las ${length} cifras`} del código.`,
  },
  phoneEntry: {
    label: 'Número de teléfono',
    country: (country, callingCode) =>
      `${[callingCode, country ?? 'Prefijo del país'].filter(Boolean).join(' ')}, cambiar país`,
    international: 'Internacional',
    countrySelect: 'País',
    choose: 'Elige un país',
    countries: 'Países',
    search: 'Buscar países',
    results: (count) => (count === 1 ? '1 país' : `${count} países`),
    noResults: 'No se ha encontrado ningún país',
    close: 'Cerrar',
    problems: {
      empty: 'Introduce tu número de teléfono.',
      needsCountry: 'Elige tu país o empieza el número con + y el prefijo del país.',
      unknownCode: 'Ningún país tiene este prefijo. Comprueba las cifras que siguen al +.',
      countryNotAllowed: 'Aquí no se admiten números de este país.',
      tooShort: 'Este número es demasiado corto. Comprueba si falta alguna cifra.',
      tooLong: 'Este número es demasiado largo. Comprueba si sobra alguna cifra.',
      invalidLength: 'A este número le sobra o le falta una cifra. Compruébalo de nuevo.',
      invalid: 'Este número de teléfono no es válido. Comprueba las cifras y el país.',
      wrongType: 'Este número no puede recibir SMS. Introduce un número de móvil.',
    },
    refusals: {
      letters: 'Los números de teléfono solo llevan cifras. No se ha añadido nada.',
      extension: 'Se ha omitido la extensión. Solo podemos usar el número principal.',
    },
  },
  verificationFlow: {
    phoneHeading: 'Verifica tu número de teléfono',
    phoneIntro:
      'Te enviaremos un código por SMS. Si no lo introduces, te llamaremos con el mismo código.',
    phoneIntroText: 'Te enviaremos un código por SMS.',
    phoneIntroCall: 'Te llamaremos y te diremos un código.',
    phoneIntroMessage: 'Te enviaremos un código.',
    sendCode: 'Enviar código',
    sending: 'Enviando código…',
    slow: 'Está tardando más de lo habitual…',
    resumeNumber: (phone) => `Seguir con ${phone}`,
    codeHeading: 'Introduce el código',
    codeIntro: (phone) => `Hemos enviado un código a ${phone}.`,
    callIntro: (phone) => `Recibes el código en una llamada automática a ${phone}.`,
    landlineIntro: (phone) =>
      `${phone} parece un teléfono fijo, así que recibes el código en una llamada automática.`,
    codesValidFor: (time) => `Los códigos son válidos durante ${time}.`,
    noTextIntro: (phone) =>
      `${phone} parece un teléfono fijo, que no recibe SMS. Si no llega ningún código, usa otro número.`,
    codeHint: 'Lo comprobamos en cuanto está completo.',
    verify: 'Verificar',
    checking: 'Comprobando…',
    newCode: 'Enviar un código nuevo',
    sendingNewCode: 'Enviando un código nuevo…',
    changeNumber: 'Cambiar número',
    differentNumber: 'Usar otro número',
    cancel: 'Cancelar',
    cancelling: 'Cancelando…',
    tryAgain: 'Reintentar',
    validFor: (time) => `Código válido durante ${time}`,
    cooldownEndsIn: (time) => `Podrás cancelar o enviar un código nuevo en ${time}`,
    callIn: (time) => `Te llamaremos en ${time} con el mismo código`,
    textIn: (time) => `Te enviaremos otro SMS con el mismo código en ${time}`,
    messageIn: (time) => `Te volveremos a enviar el mismo código en ${time}`,
    calling: (phone) => `Estamos llamando a ${phone}. La llamada dicta el mismo código.`,
    nothingLeft: '¿No te ha llegado? Envía un código nuevo.',
    retryIn: (time) => `Podrás volver a intentarlo en ${time}.`,
    retryWithin: (time) => `Podrás recibir un código nuevo en ${time} como máximo.`,
    retryInOrWithin: (retry, end) =>
      `Podrás volver a intentarlo en ${retry}. Termina en ${end} como máximo.`,
    checkIn: (time) => `Podrás comprobar un código en ${time}.`,
    newCodeIn: (time) => `Podrás enviar un código nuevo en ${time}.`,
    cancelIn: (time) => `Podrás cancelar en ${time}.`,
    tooLateIn: (time) => `Ya es tarde para cancelar. Podrás enviar un código nuevo en ${time}.`,
    stopping: 'Primero anulamos el código anterior…',
    underAMinute: 'menos de un minuto',
    duration: duration({
      days: (count) => (count === 1 ? '1 día' : `${count} días`),
      hours: (count) => (count === 1 ? '1 hora' : `${count} horas`),
      minutes: (count) => (count === 1 ? '1 minuto' : `${count} minutos`),
      seconds: (count) => (count === 1 ? '1 segundo' : `${count} segundos`),
      gap: ' y ',
    }),
    securityNote: 'No compartas nunca este código. Nosotros nunca te lo pediremos.',
    hideTime: 'Ocultar tiempo',
    showTime: 'Mostrar tiempo',
    uncertainHeading: '¿Se ha enviado el código?',
    uncertainText: (phone) => `No hemos podido confirmar que el código se haya enviado a ${phone}.`,
    blockedHeading: 'Aún no puedes recibir un código nuevo',
    blockedText: 'Hay otra verificación abierta para este número.',
    lostText: (phone) =>
      `Hace un momento se pidió un código para ${phone}, pero perdimos la conexión antes de poder vincularlo a esta página. Si lo recibes, aquí no servirá, y es posible que recibas una llamada automática. Puedes ignorar ambos.`,
    lostNoCallText: (phone) =>
      `Hace un momento se pidió un código para ${phone}, pero perdimos la conexión antes de poder vincularlo a esta página. Si lo recibes, aquí no servirá. Puedes ignorarlo.`,
    expiredHeading: 'Este código ya no es válido',
    expiredText: {
      time: 'Tu código ha caducado. Envía uno nuevo para continuar.',
      whileChecking:
        'El código ha caducado mientras lo comprobábamos. Envía uno nuevo para continuar.',
      ended:
        'Este código ya se ha usado, cancelado o sustituido, o se ha probado demasiadas veces. Envía uno nuevo para continuar.',
      unconfirmed: 'No hemos podido confirmar tu código. Envía uno nuevo para volver a empezar.',
    },
    lockedHeading: 'Demasiados códigos incorrectos',
    lockedText: 'Este código está bloqueado. Envía uno nuevo o usa otro número.',
    lastCode: '¿No te ha llegado? Comprueba que el número es correcto o contacta con nosotros.',
    lastCodeOver:
      'Este código ya no sirve y era el último para este número. Usa otro número o contacta con nosotros.',
    noMoreCodes:
      'No puedes recibir más códigos para este número. Usa otro número o contacta con nosotros.',
    verifiedHeading: 'Número de teléfono verificado',
    verifiedText: (phone) => `Hemos confirmado que ${phone} es tu número.`,
    mayStillRing: 'Es posible que aún recibas una llamada automática. Puedes ignorarla.',
    errors: {
      invalidPhone: () =>
        'No podemos enviar un código a este número. Compruébalo e inténtalo de nuevo.',
      unavailable: () => 'Ahora mismo no podemos enviar códigos. Inténtalo más tarde.',
      offline: () =>
        'No tienes conexión. No se ha enviado nada. Comprueba la conexión e inténtalo de nuevo.',
      rateLimited: () => 'Ahora mismo tenemos mucha demanda.',
      limitReached: () => 'Se han solicitado demasiados códigos para este número.',
      notSent: () =>
        'Ha tardado demasiado, así que no se ha enviado ningún código. Inténtalo de nuevo.',
      incompleteCode: ({ codeLength }) => `Introduce las ${codeLength} cifras del código.`,
      noCodeFound: ({ codeLength }) =>
        `No hemos encontrado un código de ${codeLength} cifras en lo que has pegado. Copia solo el código o escríbelo.`,
      wrongCode: wrongCode({
        wrong: 'El código no es correcto.',
        check: 'Revisa el mensaje e inténtalo de nuevo.',
        newest: 'Usa el código del mensaje más reciente.',
        left: (attempts) =>
          attempts === 1 ? 'Te queda 1 intento.' : `Te quedan ${attempts} intentos.`,
      }),
      alreadyTried: () => 'Ya has probado este código. Revisa el mensaje más reciente.',
      codeExpired: () => 'Este código ha caducado. Envía uno nuevo para continuar.',
      checkOffline: () =>
        'No tienes conexión. Hemos conservado tu código. Comprueba la conexión e inténtalo de nuevo.',
      checkUnavailable: () =>
        'Ahora mismo no podemos comprobar códigos. Hemos conservado el tuyo para que lo intentes más tarde.',
      tooManyTries: () => 'Demasiados intentos para este número.',
      checkUncertain: () =>
        'No hemos podido comprobar tu código. Lo hemos conservado para que puedas intentarlo de nuevo.',
      cancelFailed: () => 'No se ha podido cancelar. Tu código sigue siendo válido.',
      notCancellable: () => 'No se ha podido cancelar. Tu código sigue siendo válido.',
      newCodeFailed: () => 'No se ha podido enviar un código nuevo. El actual sigue siendo válido.',
      newCodeNotYet: () =>
        'Todavía no se puede enviar un código nuevo. El actual sigue siendo válido.',
      oldCodeStopped: () => 'El código anterior se ha anulado y no se ha podido enviar el nuevo.',
    },
    notices: {
      codeSent: (phone) => `Hemos enviado un código a ${phone}.`,
      newCodeSent: () => 'Hemos enviado un código nuevo. El anterior ya no es válido.',
      alreadySent: (phone) => `Ya habíamos enviado un código a ${phone}. Sigue siendo válido.`,
      mayStillWork: (phone) =>
        `Ya habíamos enviado un código a ${phone}. Puede que siga siendo válido.`,
      cancelled: () => 'Verificación cancelada. El código ya no es válido.',
      cancelledElsewhere: () => 'La verificación se ha cancelado en otra pestaña.',
      replacedElsewhere: () => 'Se ha pedido un código nuevo en otra pestaña. Usa el más reciente.',
      expiredWhileAway: () => 'Tu código ha caducado. Envía uno nuevo para continuar.',
      mayStillCall: (phone) => `Es posible que ${phone} aún reciba una llamada automática.`,
      oldCodeStopped: () => 'El código anterior ya no es válido.',
      backOnline: () => 'Vuelves a tener conexión.',
    },
    announcements: {
      codeSent: (phone, time) => `Código enviado a ${phone}. Es válido durante ${time}.`,
      newCodeSent: () => 'Código nuevo enviado. El anterior ya no es válido.',
      resumed: (phone, time) =>
        `Ya habíamos enviado un código a ${phone}. Es válido durante ${time}.`,
      replaced: (_, time) =>
        `Se ha pedido un código nuevo en otra pestaña. Es válido durante ${time}.`,
      newCodePossible: () => 'Ya puedes cancelar o enviar un código nuevo.',
      callSoon: (_, time) => `Te llamaremos en ${time} con el mismo código.`,
      lastMinute: (_, time) => `Código válido durante ${time}.`,
      lastHalfMinute: (_, time) => `Código válido durante ${time}.`,
      expired: () => 'Tu código ha caducado. Puedes enviar uno nuevo.',
      verified: () => 'Número de teléfono verificado.',
      waitOver: () => 'Ya puedes volver a intentarlo.',
    },
  },
}
