import { verificationFlowMessages } from '@phoneproof/hooks'

export interface AnnouncementRow {
  when: string
  what: string
  region: 'status' | 'alert'
}

/** When each announcement comes, in the order of a flow. The texts are the kit's own. */
export const announcedWhen: Readonly<Record<string, string>> = {
  codeSent: '0 s',
  newCodePossible: '30 s',
  callSoon: '50 s and 110 s, ten seconds before each call',
  lastMinute: '240 s',
  lastHalfMinute: '270 s',
  expired: '300 s',
  newCodeSent: 'A new code was sent',
  resumed: 'The page was loaded again',
  replaced: 'Another tab asked for a new code',
  waitOver: 'What a busy service asked to wait is over',
  verified: 'The code was right',
  backOnline: 'The network is back',
}

/** The time that stands in a sentence, where one does. */
const times: Readonly<Record<string, string>> = {
  codeSent: '5 minutes',
  resumed: '4 minutes 20 seconds',
  replaced: '5 minutes',
  callSoon: '10 seconds',
  lastMinute: '1 minute',
  lastHalfMinute: '30 seconds',
}

// Some sentences take only a number, some a time as well.
type Say = (phone: string, time: string) => string
const announcements: Readonly<Record<string, Say>> = verificationFlowMessages.announcements

export const announcementRows: readonly AnnouncementRow[] = Object.entries(announcedWhen).flatMap(
  ([kind, when]) => {
    const say = announcements[kind]
    if (!say) return []
    const what = say('+44 7400 123456', times[kind] ?? '')
    return [{ when, what, region: kind === 'expired' ? 'alert' : 'status' }]
  },
)
