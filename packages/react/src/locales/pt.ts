import { duration, wrongCode, type Messages } from '@phoneproof/hooks/messages'

/** Portuguese, as in Portugal. */
export const pt: Messages = {
  codeInput: {
    label: 'Código de verificação',
    complete: (length) => `${length} de ${length} introduzidos`,
    incomplete: (length, hasLetters) =>
      `Introduza os ${length} ${hasLetters ? 'caracteres' : 'algarismos'} do código.`,
  },
  phoneEntry: {
    label: 'Número de telefone',
    country: (country, callingCode) =>
      `${[callingCode, country ?? 'Indicativo do país'].filter(Boolean).join(' ')}, alterar país`,
    international: 'Internacional',
    countrySelect: 'País',
    choose: 'Escolha um país',
    countries: 'Países',
    search: 'Pesquisar países',
    results: (count) => (count === 1 ? '1 país' : `${count} países`),
    noResults: 'Nenhum país encontrado',
    close: 'Fechar',
    problems: {
      empty: 'Introduza o seu número de telefone.',
      needsCountry: 'Escolha o seu país ou comece o número com + e o indicativo do país.',
      unknownCode: 'Nenhum país tem este indicativo. Verifique os algarismos a seguir ao +.',
      countryNotAllowed: 'Os números deste país não são aceites aqui.',
      tooShort: 'Este número é demasiado curto. Verifique se faltam algarismos.',
      tooLong: 'Este número é demasiado longo. Verifique se há algarismos a mais.',
      invalidLength: 'Este número tem um algarismo a mais ou a menos. Verifique-o novamente.',
      invalid: 'Este número de telefone não é válido. Verifique os algarismos e o país.',
      wrongType: 'Este número não recebe SMS. Introduza um número de telemóvel.',
    },
    refusals: {
      letters: 'Os números de telefone só têm algarismos. Nada foi adicionado.',
      extension: 'A extensão foi retirada. Só podemos utilizar o número principal.',
    },
  },
  verificationFlow: {
    phoneHeading: 'Verifique o seu número de telefone',
    phoneIntro:
      'Vamos enviar-lhe um código por SMS. Se não o introduzir, ligamos-lhe com o mesmo código.',
    phoneIntroText: 'Vamos enviar-lhe um código por SMS.',
    phoneIntroCall: 'Vamos ligar-lhe e ditar um código.',
    phoneIntroMessage: 'Vamos enviar-lhe um código.',
    sendCode: 'Enviar código',
    sending: 'A enviar o código…',
    slow: 'Está a demorar mais do que o habitual…',
    resumeNumber: (phone) => `Continuar com ${phone}`,
    codeHeading: 'Introduza o código',
    codeIntro: (phone) => `Enviámos um código para ${phone}.`,
    callIntro: (phone) => `Recebe o código numa chamada automática para ${phone}.`,
    landlineIntro: (phone) =>
      `${phone} parece ser um telefone fixo, por isso recebe o código numa chamada automática.`,
    codesValidFor: (time) => `Os códigos são válidos durante ${time}.`,
    noTextIntro: (phone) =>
      `${phone} parece ser um telefone fixo, que não recebe SMS. Se não chegar nenhum código, utilize outro número.`,
    codeHint: 'Verificamo-lo assim que estiver completo.',
    verify: 'Verificar',
    checking: 'A verificar…',
    newCode: 'Enviar um novo código',
    sendingNewCode: 'A enviar um novo código…',
    changeNumber: 'Alterar número',
    differentNumber: 'Utilizar outro número',
    cancel: 'Cancelar',
    cancelling: 'A cancelar…',
    tryAgain: 'Tentar novamente',
    validFor: (time) => `Código válido durante ${time}`,
    cooldownEndsIn: (time) => `Dentro de ${time} pode cancelar ou enviar um novo código`,
    callIn: (time) => `Dentro de ${time} ligamos-lhe com o mesmo código`,
    textIn: (time) => `Dentro de ${time} enviamos o mesmo código outra vez por SMS`,
    messageIn: (time) => `Dentro de ${time} enviamos-lhe o mesmo código outra vez`,
    calling: (phone) => `Estamos a ligar para ${phone}. Vai ouvir o mesmo código.`,
    nothingLeft: 'Não chegou? Envie um novo código.',
    retryIn: (time) => `Pode tentar novamente dentro de ${time}.`,
    retryWithin: (time) => `Pode obter um novo código dentro de ${time}, no máximo.`,
    retryInOrWithin: (retry, end) =>
      `Pode tentar novamente dentro de ${retry}. Termina dentro de ${end}, no máximo.`,
    checkIn: (time) => `Pode verificar um código dentro de ${time}.`,
    newCodeIn: (time) => `Pode enviar um novo código dentro de ${time}.`,
    cancelIn: (time) => `Pode cancelar dentro de ${time}.`,
    tooLateIn: (time) => `Já é tarde para cancelar. Pode enviar um novo código dentro de ${time}.`,
    stopping: 'Primeiro anulamos o código anterior…',
    underAMinute: 'menos de um minuto',
    duration: duration({
      days: (count) => (count === 1 ? '1 dia' : `${count} dias`),
      hours: (count) => (count === 1 ? '1 hora' : `${count} horas`),
      minutes: (count) => (count === 1 ? '1 minuto' : `${count} minutos`),
      seconds: (count) => (count === 1 ? '1 segundo' : `${count} segundos`),
      gap: ' e ',
    }),
    securityNote: 'Nunca partilhe este código. Nós nunca lho pediremos.',
    hideTime: 'Ocultar tempo',
    showTime: 'Mostrar tempo',
    uncertainHeading: 'O código foi enviado?',
    uncertainText: (phone) => `Não conseguimos confirmar que o código foi enviado para ${phone}.`,
    blockedHeading: 'Ainda não pode obter um novo código',
    blockedText: 'Está em curso outra verificação deste número.',
    lostText: (phone) =>
      `Foi pedido há momentos um código para ${phone}, mas perdemos a ligação antes de o podermos associar a esta página. Se o receber, não vai funcionar aqui, e poderá receber uma chamada automática. Pode ignorar ambos.`,
    lostNoCallText: (phone) =>
      `Foi pedido há momentos um código para ${phone}, mas perdemos a ligação antes de o podermos associar a esta página. Se o receber, não vai funcionar aqui. Pode ignorá-lo.`,
    expiredHeading: 'Este código já não é válido',
    expiredText: {
      time: 'O código expirou. Envie um novo para continuar.',
      whileChecking: 'O código expirou enquanto o verificávamos. Envie um novo para continuar.',
      ended:
        'Este código foi utilizado, cancelado, substituído ou tentado demasiadas vezes. Envie um novo para continuar.',
      unconfirmed: 'Não conseguimos confirmar o código. Envie um novo para recomeçar.',
    },
    lockedHeading: 'Demasiados códigos errados',
    lockedText: 'Este código está bloqueado. Envie um novo ou utilize outro número.',
    lastCode: 'Não chegou? Verifique se o número está certo ou contacte-nos.',
    lastCodeOver:
      'Este código já não funciona e era o último para este número. Utilize outro número ou contacte-nos.',
    noMoreCodes:
      'Não pode obter mais códigos para este número. Utilize outro número ou contacte-nos.',
    verifiedHeading: 'Número de telefone verificado',
    verifiedText: (phone) => `Confirmámos que ${phone} é o seu número.`,
    mayStillRing: 'Ainda poderá receber uma chamada automática. Pode ignorá-la.',
    errors: {
      invalidPhone: () =>
        'Não podemos enviar um código para este número. Verifique-o e tente novamente.',
      unavailable: () => 'De momento não podemos enviar códigos. Tente mais tarde.',
      offline: () => 'Está offline. Nada foi enviado. Verifique a ligação e tente novamente.',
      rateLimited: () => 'De momento temos muitos pedidos.',
      limitReached: () => 'Foram pedidos demasiados códigos para este número.',
      notSent: () => 'Demorou demasiado e não foi enviado nenhum código. Tente novamente.',
      incompleteCode: ({ codeLength }) => `Introduza os ${codeLength} algarismos do código.`,
      noCodeFound: ({ codeLength }) =>
        `Não encontrámos um código de ${codeLength} algarismos no texto que colou. Copie apenas o código ou escreva-o.`,
      wrongCode: wrongCode({
        wrong: 'O código não está correto.',
        check: 'Verifique a mensagem e tente novamente.',
        newest: 'Utilize o código da mensagem mais recente.',
        left: (attempts) =>
          attempts === 1 ? 'Resta 1 tentativa.' : `Restam ${attempts} tentativas.`,
      }),
      alreadyTried: () => 'Já experimentou este código. Verifique a mensagem mais recente.',
      codeExpired: () => 'Este código expirou. Envie um novo para continuar.',
      checkOffline: () =>
        'Está offline. Guardámos o seu código. Verifique a ligação e tente novamente.',
      checkUnavailable: () =>
        'De momento não podemos verificar códigos. Guardámos o seu para que possa tentar mais tarde.',
      tooManyTries: () => 'Demasiadas tentativas para este número.',
      checkUncertain: () =>
        'Não conseguimos verificar o código. Guardámo-lo para que possa tentar novamente.',
      cancelFailed: () => 'Não foi possível cancelar. O código continua válido.',
      notCancellable: () => 'Não foi possível cancelar. O código continua válido.',
      newCodeFailed: () =>
        'Não foi possível enviar um novo código. O código atual continua válido.',
      newCodeNotYet: () =>
        'Ainda não é possível enviar um novo código. O código atual continua válido.',
      oldCodeStopped: () => 'O código anterior foi anulado e não foi possível enviar o novo.',
    },
    notices: {
      codeSent: (phone) => `Enviámos um código para ${phone}.`,
      newCodeSent: () => 'Enviámos um novo código. O anterior já não é válido.',
      alreadySent: (phone) => `Já enviámos um código para ${phone}. Continua válido.`,
      mayStillWork: (phone) => `Já enviámos um código para ${phone}. Pode ainda ser válido.`,
      cancelled: () => 'Verificação cancelada. O código já não é válido.',
      cancelledElsewhere: () => 'A verificação foi cancelada noutro separador.',
      replacedElsewhere: () =>
        'Foi pedido um novo código noutro separador. Utilize o mais recente.',
      expiredWhileAway: () => 'O código expirou. Envie um novo para continuar.',
      mayStillCall: (phone) => `${phone} ainda poderá receber uma chamada automática.`,
      oldCodeStopped: () => 'O código anterior já não é válido.',
      backOnline: () => 'Está novamente online.',
    },
    announcements: {
      codeSent: (phone, time) => `Código enviado para ${phone}. É válido durante ${time}.`,
      newCodeSent: () => 'Novo código enviado. O anterior já não é válido.',
      resumed: (phone, time) => `Já enviámos um código para ${phone}. É válido durante ${time}.`,
      replaced: (_, time) =>
        `Foi pedido um novo código noutro separador. É válido durante ${time}.`,
      newCodePossible: () => 'Já pode cancelar ou enviar um novo código.',
      callSoon: (_, time) => `Dentro de ${time} ligamos-lhe com o mesmo código.`,
      lastMinute: (_, time) => `Código válido durante mais ${time}.`,
      lastHalfMinute: (_, time) => `Código válido durante mais ${time}.`,
      expired: () => 'O código expirou. Pode enviar um novo.',
      verified: () => 'Número de telefone verificado.',
      waitOver: () => 'Já pode tentar novamente.',
    },
  },
}
