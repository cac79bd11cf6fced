import { duration, wrongCode, type Messages } from '@phoneproof/hooks/messages'

/** Spanish, as in Mexico, the rest of Latin America and the United States. */
export const esMx: Messages = {
  codeInput: {
    label: 'Código de verificación',
    complete: (length) => `${length} de ${length} ingresados`,
    incomplete: (length, hasLetters) =>
      `Ingresa los ${length} ${hasLetters ? 'caracteres' : 'dígitos'} del código.`,
  },
  phoneEntry: {
    label: 'Número de teléfono',
    country: (country, callingCode) =>
      `${[callingCode, country ?? 'Código de país'].filter(Boolean).join(' ')}, cambiar país`,
    international: 'Internacional',
    countrySelect: 'País',
    choose: 'Elige un país',
    countries: 'Países',
    search: 'Buscar países',
    results: (count) => (count === 1 ? '1 país' : `${count} países`),
    noResults: 'No se encontró ningún país',
    close: 'Cerrar',
    problems: {
      empty: 'Ingresa tu número de teléfono.',
      needsCountry: 'Elige tu país o empieza el número con + y el código de país.',
      unknownCode: 'Ningún país tiene este código. Revisa los dígitos que siguen al +.',
      countryNotAllowed: 'Aquí no se aceptan números de este país.',
      tooShort: 'Este número es demasiado corto. Revisa si falta algún dígito.',
      tooLong: 'Este número es demasiado largo. Revisa si sobra algún dígito.',
      invalidLength: 'A este número le sobra o le falta un dígito. Revísalo de nuevo.',
      invalid: 'Este número de teléfono no es válido. Revisa los dígitos y el país.',
      wrongType: 'Este número no puede recibir mensajes de texto. Ingresa un número de celular.',
    },
    refusals: {
      letters: 'Los números de teléfono solo llevan dígitos. No se agregó nada.',
      extension: 'Se omitió la extensión. Solo podemos usar el número principal.',
    },
  },
  verificationFlow: {
    phoneHeading: 'Verifica tu número de teléfono',
    phoneIntro:
      'Te enviaremos un código por mensaje de texto. Si no lo ingresas, te llamaremos con el mismo código.',
    phoneIntroText: 'Te enviaremos un código por mensaje de texto.',
    phoneIntroCall: 'Te llamaremos y te diremos un código.',
    phoneIntroMessage: 'Te enviaremos un código.',
    sendCode: 'Enviar código',
    sending: 'Enviando código…',
    slow: 'Está tardando más de lo normal…',
    resumeNumber: (phone) => `Seguir con ${phone}`,
    codeHeading: 'Ingresa el código',
    codeIntro: (phone, time) =>
      `Enviamos un código a ${phone}. Los códigos son válidos por ${time}.`,
    callIntro: (phone, time) =>
      `Recibes el código en una llamada automática a ${phone}. Los códigos son válidos por ${time}.`,
    landlineIntro: (phone, time) =>
      `${phone} parece un teléfono fijo, así que recibes el código en una llamada automática. Los códigos son válidos por ${time}.`,
    noTextIntro: (phone) =>
      `${phone} parece un teléfono fijo, que no recibe mensajes de texto. Si no llega ningún código, usa otro número.`,
    codeHint: 'Lo revisamos en cuanto está completo.',
    verify: 'Verificar',
    checking: 'Revisando…',
    newCode: 'Enviar un código nuevo',
    sendingNewCode: 'Enviando un código nuevo…',
    changeNumber: 'Cambiar número',
    differentNumber: 'Usar otro número',
    cancel: 'Cancelar',
    cancelling: 'Cancelando…',
    tryAgain: 'Reintentar',
    validFor: (time) => `Código válido por ${time}`,
    cooldownEndsIn: (time) => `Podrás cancelar o enviar un código nuevo en ${time}`,
    callIn: (time) => `Te llamaremos en ${time} con el mismo código`,
    textIn: (time) => `Te enviaremos otro mensaje con el mismo código en ${time}`,
    messageIn: (time) => `Te volveremos a enviar el mismo código en ${time}`,
    calling: (phone) => `Estamos llamando a ${phone}. La llamada dicta el mismo código.`,
    nothingLeft: '¿No te llegó? Envía un código nuevo.',
    retryIn: (time) => `Podrás volver a intentarlo en ${time}.`,
    retryWithin: (time) => `Podrás recibir un código nuevo en ${time} como máximo.`,
    checkIn: (time) => `Podrás revisar un código en ${time}.`,
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
    securityNote: 'Nunca compartas este código. Nosotros nunca te lo pediremos.',
    hideTime: 'Ocultar tiempo',
    showTime: 'Mostrar tiempo',
    uncertainHeading: '¿Se envió el código?',
    uncertainText: (phone) => `No pudimos confirmar que el código se haya enviado a ${phone}.`,
    blockedHeading: 'Aún no puedes recibir un código nuevo',
    blockedText: 'Ya hay una verificación en curso para este número.',
    lostText: (phone) =>
      `Hace un momento se solicitó un código para ${phone}, pero perdimos la conexión antes de poder vincularlo a esta página. Si lo recibes, aquí no va a funcionar, y es posible que recibas una llamada automática. Puedes ignorar ambos.`,
    lostNoCallText: (phone) =>
      `Hace un momento se solicitó un código para ${phone}, pero perdimos la conexión antes de poder vincularlo a esta página. Si lo recibes, aquí no va a funcionar. Puedes ignorarlo.`,
    expiredHeading: 'Este código ya no es válido',
    expiredText: {
      time: 'Tu código venció. Envía uno nuevo para continuar.',
      whileChecking: 'El código venció mientras lo revisábamos. Envía uno nuevo para continuar.',
      ended:
        'Este código ya se usó, se canceló, se reemplazó o se probó demasiadas veces. Envía uno nuevo para continuar.',
      unconfirmed: 'No pudimos confirmar tu código. Envía uno nuevo para volver a empezar.',
    },
    lockedHeading: 'Demasiados códigos incorrectos',
    lockedText: 'Este código está bloqueado. Envía uno nuevo o usa otro número.',
    lastCode: '¿No te llegó? Revisa que el número sea correcto o contáctanos.',
    lastCodeOver:
      'Este código ya no sirve y era el último para este número. Usa otro número o contáctanos.',
    noMoreCodes: 'No puedes recibir más códigos para este número. Usa otro número o contáctanos.',
    verifiedHeading: 'Número de teléfono verificado',
    verifiedText: (phone) => `Confirmamos que ${phone} es tu número.`,
    mayStillRing: 'Es posible que aún recibas una llamada automática. Puedes ignorarla.',
    errors: {
      invalidPhone: () =>
        'No podemos enviar un código a este número. Revísalo e inténtalo de nuevo.',
      unavailable: () => 'Por el momento no podemos enviar códigos. Inténtalo más tarde.',
      offline: () =>
        'No tienes conexión. No se envió nada. Revisa tu conexión e inténtalo de nuevo.',
      rateLimited: () => 'En este momento tenemos mucha demanda.',
      limitReached: () => 'Se pidieron demasiados códigos para este número.',
      notSent: () => 'Tardó demasiado, así que no se envió ningún código. Inténtalo de nuevo.',
      incompleteCode: ({ codeLength }) => `Ingresa los ${codeLength} dígitos del código.`,
      noCodeFound: ({ codeLength }) =>
        `No encontramos un código de ${codeLength} dígitos en lo que pegaste. Copia solo el código o escríbelo.`,
      wrongCode: wrongCode({
        wrong: 'El código no es correcto.',
        check: 'Revisa el mensaje e inténtalo de nuevo.',
        newest: 'Usa el código del mensaje más reciente.',
        left: (attempts) =>
          attempts === 1 ? 'Te queda 1 intento.' : `Te quedan ${attempts} intentos.`,
      }),
      alreadyTried: () => 'Ya probaste este código. Revisa el mensaje más reciente.',
      codeExpired: () => 'Este código venció. Envía uno nuevo para continuar.',
      checkOffline: () =>
        'No tienes conexión. Conservamos tu código. Revisa tu conexión e inténtalo de nuevo.',
      checkUnavailable: () =>
        'Por el momento no podemos revisar códigos. Conservamos el tuyo para que lo intentes más tarde.',
      tooManyTries: () => 'Demasiados intentos para este número.',
      checkUncertain: () =>
        'No pudimos revisar tu código. Lo conservamos para que puedas intentarlo de nuevo.',
      cancelFailed: () => 'No se pudo cancelar. Tu código sigue siendo válido.',
      notCancellable: () => 'No se pudo cancelar. Tu código sigue siendo válido.',
      newCodeFailed: () => 'No se pudo enviar un código nuevo. El actual sigue siendo válido.',
      newCodeNotYet: () =>
        'Todavía no se puede enviar un código nuevo. El actual sigue siendo válido.',
      oldCodeStopped: () => 'Se anuló el código anterior y no se pudo enviar el nuevo.',
    },
    notices: {
      codeSent: (phone) => `Enviamos un código a ${phone}.`,
      newCodeSent: () => 'Enviamos un código nuevo. El anterior ya no es válido.',
      alreadySent: (phone) => `Ya enviamos un código a ${phone}. Sigue siendo válido.`,
      mayStillWork: (phone) =>
        `Ya enviamos un código a ${phone}. Es posible que siga siendo válido.`,
      cancelled: () => 'Verificación cancelada. El código ya no es válido.',
      cancelledElsewhere: () => 'La verificación se canceló en otra pestaña.',
      replacedElsewhere: () => 'Se solicitó un código nuevo en otra pestaña. Usa el más reciente.',
      expiredWhileAway: () => 'Tu código venció. Envía uno nuevo para continuar.',
      mayStillCall: (phone) => `Es posible que ${phone} aún reciba una llamada automática.`,
      oldCodeStopped: () => 'El código anterior ya no es válido.',
      backOnline: () => 'Ya tienes conexión de nuevo.',
    },
    announcements: {
      codeSent: (phone, time) => `Código enviado a ${phone}. Es válido por ${time}.`,
      newCodeSent: () => 'Código nuevo enviado. El anterior ya no es válido.',
      resumed: (phone, time) => `Ya enviamos un código a ${phone}. Es válido por ${time}.`,
      replaced: (_, time) => `Se solicitó un código nuevo en otra pestaña. Es válido por ${time}.`,
      newCodePossible: () => 'Ya puedes cancelar o enviar un código nuevo.',
      callSoon: (_, time) => `Te llamaremos en ${time} con el mismo código.`,
      lastMinute: (_, time) => `Código válido por ${time}.`,
      lastHalfMinute: (_, time) => `Código válido por ${time}.`,
      expired: () => 'Tu código venció. Puedes enviar uno nuevo.',
      verified: () => 'Número de teléfono verificado.',
      waitOver: () => 'Ya puedes volver a intentarlo.',
    },
  },
}
