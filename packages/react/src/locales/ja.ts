import { duration, wrongCode, type Messages } from '@phoneproof/hooks/messages'

/** Japanese. A space stands between Japanese and Western characters, none between sentences. */
export const ja: Messages = {
  codeInput: {
    label: '認証コード',
    complete: (length) => `${length} 桁すべて入力しました`,
    incomplete: (length, hasLetters) =>
      `コードを ${length} ${hasLetters ? '文字' : '桁'}すべて入力してください。`,
  },
  phoneEntry: {
    label: '電話番号',
    country: (country, callingCode) =>
      `${[callingCode, country ?? '国番号'].filter(Boolean).join(' ')}、国・地域を変更`,
    international: '国際番号',
    countrySelect: '国・地域',
    choose: '国・地域を選択',
    countries: '国・地域の一覧',
    search: '国・地域を検索',
    results: (count) => `${count} 件の国・地域`,
    noResults: '国・地域が見つかりません',
    close: '閉じる',
    problems: {
      empty: '電話番号を入力してください。',
      needsCountry: '国・地域を選ぶか、番号を + と国番号から入力してください。',
      unknownCode: 'この国番号は存在しません。+ の後の数字をご確認ください。',
      countryNotAllowed: 'この国・地域の番号は、ここではご利用いただけません。',
      tooShort: '番号が短すぎます。数字が抜けていないかご確認ください。',
      tooLong: '番号が長すぎます。余分な数字がないかご確認ください。',
      invalidLength: '番号が 1 桁多いか少ないようです。もう一度ご確認ください。',
      invalid: '有効な電話番号ではありません。数字と国・地域をご確認ください。',
      wrongType: '固定電話の番号のようです。携帯電話の番号を入力してください。',
    },
    refusals: {
      letters: '電話番号に使えるのは数字だけです。文字は取り除きました。',
      extension: '内線番号は取り除きました。ご利用いただけるのは代表番号だけです。',
    },
  },
  verificationFlow: {
    phoneHeading: '電話番号の認証',
    phoneIntro: 'SMS でコードを送信します。入力がなければ、電話で同じコードをお伝えします。',
    phoneIntroText: 'SMS でコードを送信します。',
    phoneIntroCall: '電話でコードをお伝えします。',
    phoneIntroMessage: 'コードを送信します。',
    sendCode: 'コードを送信',
    sending: 'コードを送信中…',
    slow: '通常より時間がかかっています…',
    resumeNumber: (phone) => `${phone} を引き続き使う`,
    codeHeading: 'コードを入力',
    codeIntro: (phone) => `${phone} にコードを送信しました。`,
    callIntro: (phone) => `コードは ${phone} への自動音声の電話でお伝えします。`,
    landlineIntro: (phone) =>
      `${phone} は固定電話のようですので、自動音声の電話でコードをお伝えします。`,
    codesValidFor: (time) => `コードの有効時間は ${time}です。`,
    noTextIntro: (phone) =>
      `${phone} は SMS を受信できない固定電話のようです。コードが届かない場合は、別の番号をお使いください。`,
    codeHint: 'すべて入力すると、自動で確認します。',
    verify: '認証する',
    checking: '確認中…',
    newCode: '新しいコードを送信',
    sendingNewCode: '新しいコードを送信中…',
    changeNumber: '番号を変更',
    differentNumber: '別の番号を使う',
    cancel: 'キャンセル',
    cancelling: 'キャンセル中…',
    tryAgain: 'もう一度試す',
    validFor: (time) => `コードはあと ${time} 有効`,
    cooldownEndsIn: (time) => `${time} 後にキャンセルや新しいコードの送信ができます`,
    callIn: (time) => `${time} 後に電話で同じコードを伝えます`,
    textIn: (time) => `${time} 後に、同じコードをもう一度 SMS で送信します`,
    messageIn: (time) => `${time} 後に、同じコードをもう一度送信します`,
    calling: (phone) => `${phone} に電話中です。同じコードをお伝えします。`,
    nothingLeft: 'コードが届かない場合は、新しいコードを送信してください。',
    retryIn: (time) => `${time} 後にもう一度お試しいただけます。`,
    retryWithin: (time) => `遅くとも ${time} 後に新しいコードを送信できます。`,
    retryInOrWithin: (retry, end) =>
      `${retry} 後にもう一度お試しいただけます。遅くとも ${end} 後に終了します。`,
    checkIn: (time) => `${time} 後にコードを確認できます。`,
    newCodeIn: (time) => `${time} 後に新しいコードを送信できます。`,
    cancelIn: (time) => `${time} 後にキャンセルできます。`,
    tooLateIn: (time) => `もうキャンセルできません。${time} 後に新しいコードを送信できます。`,
    stopping: '先に前のコードを停止しています…',
    underAMinute: '1 分弱',
    duration: duration({
      days: (count) => `${count} 日`,
      hours: (count) => `${count} 時間`,
      minutes: (count) => `${count} 分`,
      seconds: (count) => `${count} 秒`,
    }),
    securityNote: 'このコードは誰にも教えないでください。こちらからお尋ねすることもありません。',
    hideTime: '時間を隠す',
    showTime: '時間を表示',
    uncertainHeading: 'コードの送信を確認できません',
    uncertainText: (phone) => `${phone} にコードが送信されたかどうか、確認できませんでした。`,
    blockedHeading: '新しいコードはまだ送信できません',
    blockedText: 'この番号では、別の認証が進行中です。',
    lostText: (phone) =>
      `先ほど ${phone} 宛てのコードがリクエストされましたが、このページに結び付ける前に接続が途切れました。コードが届いても、ここでは使えません。自動音声の電話がかかることもあります。どちらも無視してかまいません。`,
    lostNoCallText: (phone) =>
      `先ほど ${phone} 宛てのコードがリクエストされましたが、このページに結び付ける前に接続が途切れました。コードが届いても、ここでは使えません。無視してかまいません。`,
    expiredHeading: 'このコードは無効です',
    expiredText: {
      time: 'コードの有効時間が過ぎました。続けるには、新しいコードを送信してください。',
      whileChecking:
        '確認している間に、コードの有効時間が過ぎました。続けるには、新しいコードを送信してください。',
      ended:
        'このコードは使用済みか、キャンセルまたは変更されたか、入力回数の上限に達しています。続けるには、新しいコードを送信してください。',
      unconfirmed:
        'コードを確認できませんでした。最初からやり直すには、新しいコードを送信してください。',
    },
    lockedHeading: 'コードの入力回数が上限に達しました',
    lockedText:
      'このコードはロックされました。新しいコードを送信するか、別の番号をお使いください。',
    lastCode: 'コードが届かない場合は、番号が正しいか確認するか、お問い合わせください。',
    lastCodeOver:
      'このコードはもう使えません。この番号に送信できるコードはこれが最後でした。別の番号をお使いになるか、お問い合わせください。',
    noMoreCodes:
      'この番号にはこれ以上コードを送信できません。別の番号をお使いになるか、お問い合わせください。',
    verifiedHeading: '電話番号を認証しました',
    verifiedText: (phone) => `${phone} がご本人の番号であることを確認しました。`,
    mayStillRing: '自動音声の電話がかかることがありますが、無視してかまいません。',
    errors: {
      invalidPhone: () =>
        'この番号にはコードを送信できません。番号を確認して、もう一度お試しください。',
      unavailable: () => '現在、コードを送信できません。しばらくしてからもう一度お試しください。',
      offline: () =>
        'オフラインです。まだ何も送信していません。接続を確認して、もう一度お試しください。',
      rateLimited: () => '現在、たいへん混み合っています。',
      limitReached: () => 'この番号へのコードの送信回数が上限に達しました。',
      notSent: () =>
        '時間がかかりすぎたため、コードは送信されませんでした。もう一度お試しください。',
      incompleteCode: ({ codeLength }) => `コードを ${codeLength} 桁すべて入力してください。`,
      noCodeFound: ({ codeLength }) =>
        `貼り付けた内容に ${codeLength} 桁のコードが見つかりませんでした。コードだけをコピーするか、入力してください。`,
      wrongCode: wrongCode({
        wrong: 'コードが正しくありません。',
        check: 'メッセージを確認して、もう一度お試しください。',
        newest: '最新のメッセージのコードを入力してください。',
        left: (attempts) => `あと ${attempts} 回試せます。`,
        gap: '',
      }),
      alreadyTried: () => 'このコードはすでに入力済みです。最新のメッセージをご確認ください。',
      codeExpired: () =>
        'このコードの有効時間が過ぎました。続けるには、新しいコードを送信してください。',
      checkOffline: () =>
        'オフラインです。入力したコードは残してあります。接続を確認して、もう一度お試しください。',
      checkUnavailable: () =>
        '現在、コードを確認できません。入力したコードは残してありますので、しばらくしてからもう一度お試しください。',
      tooManyTries: () => 'この番号での試行回数が多すぎます。',
      checkUncertain: () =>
        'コードを確認できませんでした。コードは残してありますので、もう一度お試しください。',
      cancelFailed: () => 'キャンセルできませんでした。コードは引き続き使えます。',
      notCancellable: () => 'キャンセルできませんでした。コードは引き続き使えます。',
      newCodeFailed: () => '新しいコードを送信できませんでした。現在のコードは引き続き使えます。',
      newCodeNotYet: () => '新しいコードはまだ送信できません。現在のコードは引き続き使えます。',
      oldCodeStopped: () =>
        '前のコードは使えなくなりましたが、新しいコードを送信できませんでした。',
    },
    notices: {
      codeSent: (phone) => `${phone} にコードを送信しました。`,
      newCodeSent: () => '新しいコードを送信しました。前のコードはもう使えません。',
      alreadySent: (phone) => `${phone} にはすでにコードを送信しました。まだ使えます。`,
      mayStillWork: (phone) =>
        `${phone} にはすでにコードを送信しました。まだ使える可能性があります。`,
      cancelled: () => '認証をキャンセルしました。コードはもう使えません。',
      cancelledElsewhere: () => '別のタブで認証がキャンセルされました。',
      replacedElsewhere: () =>
        '別のタブで新しいコードがリクエストされました。最新のコードをお使いください。',
      expiredWhileAway: () =>
        'コードの有効時間が過ぎました。続けるには、新しいコードを送信してください。',
      mayStillCall: (phone) => `${phone} に自動音声の電話がかかることがあります。`,
      oldCodeStopped: () => '前のコードはもう使えません。',
      backOnline: () => 'オンラインに戻りました。',
    },
    announcements: {
      codeSent: (phone, time) => `${phone} にコードを送信しました。有効時間は ${time}です。`,
      newCodeSent: () => '新しいコードを送信しました。前のコードはもう使えません。',
      resumed: (phone, time) => `${phone} にはすでにコードを送信しました。あと ${time} 有効です。`,
      replaced: (_, time) =>
        `別のタブで新しいコードがリクエストされました。あと ${time} 有効です。`,
      newCodePossible: () => 'キャンセルや新しいコードの送信ができるようになりました。',
      callSoon: (_, time) => `${time} 後に電話で同じコードをお伝えします。`,
      lastMinute: (_, time) => `コードの有効時間はあと ${time}です。`,
      lastHalfMinute: (_, time) => `コードの有効時間はあと ${time}です。`,
      expired: () => 'コードの有効時間が過ぎました。新しいコードを送信できます。',
      verified: () => '電話番号を認証しました。',
      waitOver: () => 'もう一度お試しいただけます。',
    },
  },
}
