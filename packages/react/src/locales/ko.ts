import { duration, wrongCode, type Messages } from '@phoneproof/hooks/messages'

// A number is followed by 번호: the particle would change with the last digit as it is read.

/** Korean, politely and in plain words (해요체). */
export const ko: Messages = {
  codeInput: {
    label: '인증번호',
    complete: (length) => `${length}자리를 모두 입력했어요`,
    incomplete: (length) => `인증번호 ${length}자리를 모두 입력하세요.`,
  },
  phoneEntry: {
    label: '전화번호',
    country: (country, callingCode) =>
      `${[callingCode, country ?? '국가 번호'].filter(Boolean).join(' ')}, 국가 변경`,
    international: '국제 번호',
    countrySelect: '국가',
    choose: '국가 선택',
    countries: '국가 목록',
    search: '국가 검색',
    results: (count) => `국가 ${count}개`,
    noResults: '일치하는 국가가 없어요',
    close: '닫기',
    problems: {
      empty: '전화번호를 입력하세요.',
      needsCountry: '국가를 선택하거나 번호를 +와 국가 번호로 시작하세요.',
      unknownCode: '없는 국가 번호예요. + 뒤의 숫자를 확인하세요.',
      countryNotAllowed: '이 국가의 번호는 여기에서 사용할 수 없어요.',
      tooShort: '번호가 너무 짧아요. 빠진 숫자가 있는지 확인하세요.',
      tooLong: '번호가 너무 길어요. 불필요한 숫자가 있는지 확인하세요.',
      invalidLength: '번호에서 숫자 하나가 남거나 모자라요. 다시 확인하세요.',
      invalid: '올바른 전화번호가 아니에요. 숫자와 국가를 확인하세요.',
      wrongType: '유선전화 번호인 것 같아요. 휴대폰 번호를 입력하세요.',
    },
    refusals: {
      letters: '전화번호에는 숫자만 쓸 수 있어요. 글자는 제외했어요.',
      extension: '내선번호는 제외했어요. 대표 번호만 사용할 수 있어요.',
    },
  },
  verificationFlow: {
    phoneHeading: '전화번호 인증',
    phoneIntro:
      '문자로 인증번호를 보내 드릴게요. 입력하지 않으면 전화로 같은 인증번호를 알려 드릴게요.',
    phoneIntroText: '문자로 인증번호를 보내 드릴게요.',
    phoneIntroCall: '전화로 인증번호를 알려 드릴게요.',
    phoneIntroMessage: '인증번호를 보내 드릴게요.',
    sendCode: '인증번호 받기',
    sending: '인증번호 보내는 중…',
    slow: '평소보다 오래 걸리고 있어요…',
    resumeNumber: (phone) => `${phone} 계속 사용`,
    codeHeading: '인증번호 입력',
    codeIntro: (phone) => `${phone} 번호로 인증번호를 보냈어요.`,
    callIntro: (phone) => `${phone} 번호로 자동 전화를 걸어 인증번호를 알려 드려요.`,
    landlineIntro: (phone) =>
      `${phone} 번호는 유선전화인 것 같아요. 자동 전화로 인증번호를 알려 드려요.`,
    codesValidFor: (time) => `인증번호는 ${time} 동안 사용할 수 있어요.`,
    noTextIntro: (phone) =>
      `${phone} 번호는 문자를 받을 수 없는 유선전화인 것 같아요. 인증번호가 오지 않으면 다른 번호를 사용하세요.`,
    codeHint: '모두 입력하면 바로 확인해요.',
    verify: '인증하기',
    checking: '확인하는 중…',
    newCode: '새 인증번호 받기',
    sendingNewCode: '새 인증번호 보내는 중…',
    changeNumber: '번호 변경',
    differentNumber: '다른 번호 사용',
    cancel: '취소',
    cancelling: '취소하는 중…',
    tryAgain: '다시 시도',
    validFor: (time) => `인증번호 ${time} 남음`,
    cooldownEndsIn: (time) => `${time} 뒤에 취소하거나 새로 받을 수 있어요`,
    callIn: (time) => `${time} 뒤 같은 인증번호를 전화로 알려요`,
    textIn: (time) => `${time} 뒤 같은 인증번호를 문자로 또 보내요`,
    messageIn: (time) => `${time} 뒤 같은 인증번호를 또 보내요`,
    calling: (phone) => `${phone} 번호로 전화하고 있어요. 같은 인증번호를 알려 드려요.`,
    nothingLeft: '인증번호가 오지 않나요? 새로 받아 보세요.',
    retryIn: (time) => `${time} 뒤에 다시 시도할 수 있어요.`,
    retryWithin: (time) => `${time} 안에 새 인증번호를 받을 수 있어요.`,
    retryInOrWithin: (retry, end) => `${retry} 뒤에 다시 시도할 수 있어요. ${end} 안에 끝나요.`,
    checkIn: (time) => `${time} 뒤에 인증번호를 확인할 수 있어요.`,
    newCodeIn: (time) => `${time} 뒤에 새 인증번호를 받을 수 있어요.`,
    cancelIn: (time) => `${time} 뒤에 취소할 수 있어요.`,
    tooLateIn: (time) => `이제는 취소할 수 없어요. ${time} 뒤에 새 인증번호를 받을 수 있어요.`,
    stopping: '먼저 이전 인증번호를 취소하고 있어요…',
    underAMinute: '길어야 1분',
    duration: duration({
      days: (count) => `${count}일`,
      hours: (count) => `${count}시간`,
      minutes: (count) => `${count}분`,
      seconds: (count) => `${count}초`,
    }),
    securityNote: '인증번호를 누구에게도 알려 주지 마세요. 저희도 절대 묻지 않아요.',
    hideTime: '시간 숨기기',
    showTime: '시간 보기',
    uncertainHeading: '전송을 확인하지 못했어요',
    uncertainText: (phone) => `${phone} 번호로 인증번호를 보냈는지 확인하지 못했어요.`,
    blockedHeading: '아직 새 인증번호를 받을 수 없어요',
    blockedText: '이 번호로 진행 중인 다른 인증이 있어요.',
    lostText: (phone) =>
      `조금 전에 ${phone} 번호로 인증번호가 요청됐지만, 이 페이지와 연결되기 전에 통신이 끊겼어요. 인증번호가 오더라도 여기에서는 사용할 수 없고, 자동 전화가 올 수도 있어요. 둘 다 무시해도 괜찮아요.`,
    lostNoCallText: (phone) =>
      `조금 전에 ${phone} 번호로 인증번호가 요청됐지만, 이 페이지와 연결되기 전에 통신이 끊겼어요. 인증번호가 오더라도 여기에서는 사용할 수 없어요. 무시해도 괜찮아요.`,
    expiredHeading: '인증번호를 사용할 수 없어요',
    expiredText: {
      time: '인증번호가 만료됐어요. 계속하려면 새 인증번호를 받으세요.',
      whileChecking: '확인하는 동안 인증번호가 만료됐어요. 계속하려면 새 인증번호를 받으세요.',
      ended:
        '이미 사용했거나, 취소했거나, 새로 바뀌었거나, 너무 여러 번 입력한 인증번호예요. 계속하려면 새 인증번호를 받으세요.',
      unconfirmed: '인증번호를 확인하지 못했어요. 처음부터 다시 하려면 새 인증번호를 받으세요.',
    },
    lockedHeading: '입력 횟수를 넘었어요',
    lockedText: '이 인증번호는 잠겼어요. 새 인증번호를 받거나 다른 번호를 사용하세요.',
    lastCode: '인증번호가 오지 않나요? 번호가 맞는지 확인하거나 저희에게 문의하세요.',
    lastCodeOver:
      '이 인증번호는 더 이상 쓸 수 없어요. 이 번호로 받을 수 있는 마지막 인증번호였어요. 다른 번호를 사용하거나 저희에게 문의하세요.',
    noMoreCodes:
      '이 번호로는 인증번호를 더 받을 수 없어요. 다른 번호를 사용하거나 저희에게 문의하세요.',
    verifiedHeading: '전화번호를 인증했어요',
    verifiedText: (phone) => `${phone} 번호가 본인 번호로 확인됐어요.`,
    mayStillRing: '그래도 자동 전화가 올 수 있어요. 무시해도 괜찮아요.',
    errors: {
      invalidPhone: () => '이 번호로는 인증번호를 보낼 수 없어요. 번호를 확인하고 다시 시도하세요.',
      unavailable: () => '지금은 인증번호를 보낼 수 없어요. 나중에 다시 시도하세요.',
      offline: () =>
        '인터넷에 연결되어 있지 않아요. 아무것도 보내지 않았어요. 연결을 확인하고 다시 시도하세요.',
      rateLimited: () => '지금은 요청이 아주 많아요.',
      limitReached: () => '이 번호로 인증번호를 너무 많이 요청했어요.',
      notSent: () => '시간이 너무 오래 걸려 인증번호를 보내지 않았어요. 다시 시도하세요.',
      incompleteCode: ({ codeLength }) => `인증번호 ${codeLength}자리를 모두 입력하세요.`,
      noCodeFound: ({ codeLength }) =>
        `붙여넣은 내용에서 ${codeLength}자리 인증번호를 찾지 못했어요. 인증번호만 복사하거나 직접 입력하세요.`,
      wrongCode: wrongCode({
        wrong: '인증번호가 맞지 않아요.',
        check: '메시지를 확인하고 다시 시도하세요.',
        newest: '가장 최근 메시지의 인증번호를 입력하세요.',
        left: (attempts) => `${attempts}번 더 시도할 수 있어요.`,
      }),
      alreadyTried: () => '이미 입력해 본 인증번호예요. 가장 최근 메시지를 확인하세요.',
      codeExpired: () => '인증번호가 만료됐어요. 계속하려면 새 인증번호를 받으세요.',
      checkOffline: () =>
        '인터넷에 연결되어 있지 않아요. 입력한 인증번호는 그대로 있어요. 연결을 확인하고 다시 시도하세요.',
      checkUnavailable: () =>
        '지금은 인증번호를 확인할 수 없어요. 입력한 인증번호는 그대로 있으니 나중에 다시 시도하세요.',
      tooManyTries: () => '이 번호로 너무 여러 번 시도했어요.',
      checkUncertain: () =>
        '인증번호를 확인하지 못했어요. 입력한 번호는 그대로 있으니 다시 시도하세요.',
      cancelFailed: () => '취소하지 못했어요. 인증번호는 아직 사용할 수 있어요.',
      notCancellable: () => '취소하지 못했어요. 인증번호는 아직 사용할 수 있어요.',
      newCodeFailed: () => '새 인증번호를 보내지 못했어요. 지금 인증번호는 아직 사용할 수 있어요.',
      newCodeNotYet: () =>
        '아직 새 인증번호를 보낼 수 없어요. 지금 인증번호는 아직 사용할 수 있어요.',
      oldCodeStopped: () => '이전 인증번호는 취소됐지만 새 인증번호를 보내지 못했어요.',
    },
    notices: {
      codeSent: (phone) => `${phone} 번호로 인증번호를 보냈어요.`,
      newCodeSent: () => '새 인증번호를 보냈어요. 이전 인증번호는 이제 사용할 수 없어요.',
      alreadySent: (phone) => `${phone} 번호로 이미 인증번호를 보냈어요. 아직 사용할 수 있어요.`,
      mayStillWork: (phone) =>
        `${phone} 번호로 이미 인증번호를 보냈어요. 아직 사용할 수 있을지도 몰라요.`,
      cancelled: () => '인증을 취소했어요. 인증번호는 이제 사용할 수 없어요.',
      cancelledElsewhere: () => '다른 탭에서 인증을 취소했어요.',
      replacedElsewhere: () =>
        '다른 탭에서 새 인증번호를 요청했어요. 가장 최근 인증번호를 사용하세요.',
      expiredWhileAway: () => '인증번호가 만료됐어요. 계속하려면 새 인증번호를 받으세요.',
      mayStillCall: (phone) => `${phone} 번호로 자동 전화가 갈 수 있어요.`,
      oldCodeStopped: () => '이전 인증번호는 이제 사용할 수 없어요.',
      backOnline: () => '인터넷에 다시 연결됐어요.',
    },
    announcements: {
      codeSent: (phone, time) =>
        `${phone} 번호로 인증번호를 보냈어요. ${time} 동안 사용할 수 있어요.`,
      newCodeSent: () => '새 인증번호를 보냈어요. 이전 인증번호는 이제 사용할 수 없어요.',
      resumed: (phone, time) =>
        `${phone} 번호로 이미 인증번호를 보냈어요. 앞으로 ${time} 동안 사용할 수 있어요.`,
      replaced: (_, time) =>
        `다른 탭에서 새 인증번호를 요청했어요. 앞으로 ${time} 동안 사용할 수 있어요.`,
      newCodePossible: () => '이제 취소하거나 새 인증번호를 받을 수 있어요.',
      callSoon: (_, time) => `${time} 뒤 같은 인증번호를 전화로 알려 드려요.`,
      lastMinute: (_, time) => `인증번호 유효 시간이 ${time} 남았어요.`,
      lastHalfMinute: (_, time) => `인증번호 유효 시간이 ${time} 남았어요.`,
      expired: () => '인증번호가 만료됐어요. 새 인증번호를 받을 수 있어요.',
      verified: () => '전화번호를 인증했어요.',
      waitOver: () => '이제 다시 시도할 수 있어요.',
    },
  },
}
