// Every rule of the flow, and the tests that prove it. The ids are those of the specification:
// E edge cases, I invariants, A11Y accessibility, SEC what a browser can do for security.

/** What a rule asks for, and the exact titles of its tests, by file. */
export interface Rule {
  says: string
  proofs: Readonly<Record<string, readonly string[]>>
}

const hooks = 'packages/hooks/src/verification'
const machine = `${hooks}/verification.machine.test.ts`
const run = `${hooks}/verification.run.test.ts`
const lives = `${hooks}/verification-invariants.test.ts`
const requests = `${hooks}/use-requests.test.tsx`
const calls = `${hooks}/requests.run.test.ts`
const tabs = `${hooks}/tabs.run.test.ts`
const storage = `${hooks}/flow-storage.test.ts`
const outside = `${hooks}/plausible.test.ts`
const live = `${hooks}/live-flows.test.ts`
const hook = `${hooks}/use-verification.test.tsx`
const page = `${hooks}/page.test.tsx`
const countdown = 'packages/hooks/src/countdown/countdown.test.ts'
const spoken = `${hooks}/announcements.state.test.ts`
const words = `${hooks}/flow-words.test.ts`
const clock = 'packages/client/src/clock.test.ts'
const client = 'packages/client/src/client.test.ts'
const clientOptions = 'packages/client/src/client-options.test.ts'
const useCountdown = 'packages/hooks/src/countdown/use-countdown.test.tsx'
const alarm = 'packages/hooks/src/lib/schedule-at.test.ts'
const errorRules = 'packages/client/src/error-rules.test.ts'

const react = 'packages/react/src/verification-flow/verification-flow'
const flow = `${react}.test.tsx`
const parts = `${react}-parts.test.tsx`
const access = `${react}-access.browser.test.tsx`
const announcements = `${react}-announcements.test.tsx`
const commits = `${react}-commits.browser.test.tsx`
const focus = `${react}-focus.browser.test.tsx`
const history = `${react}-history.browser.test.tsx`
const reasons = `${react}-reasons.test.tsx`
const security = `${react}-security.test.tsx`
const time = `${react}-time.test.tsx`

const codeInput = 'packages/react/src/code-input/code-input'
const extractCode = 'packages/hooks/src/code-input/extract-code.test.ts'
const phoneText = 'packages/hooks/src/phone-entry/phone-text.test.ts'

const corners = 'test/e2e/corners.spec.ts'
const walk = 'test/e2e/flow.spec.ts'
const contrast = 'test/documents/contrast.test.ts'
const documents = 'test/documents/documents.test.ts'

export const edgeCases: Readonly<Record<string, Rule>> = {
  'E-1': {
    says: 'deadlines and clocks',
    proofs: {
      [machine]: ['has the deadlines of the service'],
      [clock]: [
        'keeps running while the wall clock is set back (E-1)',
        'keeps running through a sleep, in which the monotonic clock stands still (E-1)',
        'never runs backwards, even when both clocks do (E-1)',
        'keeps running through a sleep after the wall clock was set back (E-1)',
        'gains no time when it is read often, though its two sources never tick together (E-1)',
      ],
      [calls]: [
        'goes by the backend’s clock where it is told, and never longer than it says',
        'goes on with what was pressed while nobody sees the page, and draws nothing as time passes',
      ],
      [page]: ['calls back on %s, for time may have passed unnoticed'],
      [hook]: [
        'is right at once on %s, after timers have stood still',
        'is right within 5 s of waking where no event tells of it',
      ],
      [alarm]: ['rings within 5 s when the device has slept over it'],
      [countdown]: ['rounds up, so that 1 is the last second before the end'],
      [useCountdown]: ['is read again on %s, after timers have stood still'],
      [commits]: ['commits nothing while the page is hidden, and is right when it is seen again'],
      [announcements]: ['says one thing, and only what is true, after a sleep of $seconds s'],
      [lives]: ['no more time is promised than the service gives'],
      [corners]: [
        'nothing moves while nobody looks, and all is right as soon as it is seen',
        'a page that was frozen goes on where time is by now, without a request',
        'Back brings the very page back, from the cache, with the time that is left',
      ],
    },
  },
  'E-2': {
    says: 'a start whose answer is lost',
    proofs: {
      [machine]: [
        'becomes uncertain after 15 s without an answer, and adopts the answer when it comes late',
        'never loses the id of a start whose answer comes after the person left',
        'lets only the request that is waited for decide: an older one of the same press moves nothing',
        'blocks no longer than the first request can have been accepted',
        'uses an idempotency key again only while it means the same request',
      ],
      [run]: [
        'says that it does not know, when the answer is lost, and is blocked by the 409 that follows',
      ],
      [calls]: [
        'adopts the first answer, even when a repeat has met a 409 meanwhile',
        'counts from the first request when a repeat under the same key is answered',
        'asks under another key after a 409, which a backend may have kept',
      ],
      [storage]: [
        'is written before the request goes out',
        'asks whether the code was sent after a reload in %s',
        'still knows after a reload that a start broke off, and repeats it under the same key',
      ],
      [client]: [
        'sends the idempotency key of a start as a header (E-2)',
        'never repeats a request by itself (E-2)',
      ],
      [reasons]: ['says that it takes longer than usual at 8 s: of a first code, and of a new one'],
      [words]: ['says nothing of a new code of which nobody knows whether it was sent'],
    },
  },
  'E-3': {
    says: 'a number that is busy elsewhere',
    proofs: {
      [machine]: [
        'shows who has the number when the service says 409, with an end that repeats do not move',
      ],
      [run]: [
        'takes over a code that another tab has, when the service says that the number is busy',
      ],
      [calls]: [
        'takes over after a 409 what the backend’s session runs, known by %s',
        'takes over nothing with %s',
        'does not take back from the backend’s session what it has just cancelled',
      ],
      [tabs]: ['takes over nothing from a tab that is verified'],
      [lives]: ['only a verification of the number that is shown is shown'],
      [storage]: ['keeps a busy number, and when it is free, over a reload'],
      [corners]: ['two tabs: a number that another tab verifies is taken over instead of refused'],
      [walk]: ['explains a number that is busy elsewhere, and starts when it is free'],
    },
  },
  'E-4': {
    says: 'changing the number, at any time',
    proofs: {
      [machine]: [
        'is possible at once, keeps the number, and cancels just before the call',
        'goes back to the running code when the same number is submitted, without a request',
        'cancels the old number as soon as allowed when another is submitted',
        'prevents the second call when the first has been',
        'repeats a cancel that fails after 2, 4 and 8 s, and at once less early',
        'does not offer the old code any more',
        'cancels again when the same number is submitted, and starts then',
        'shows the code as one that may still work when that fails too, so that nobody is stranded',
      ],
      [run]: [
        'cancels an abandoned number before it is called',
        'goes on cancelling an abandoned number after everything is unmounted',
      ],
      [storage]: ['sends after a reload what it had to cancel meanwhile'],
      [live]: ['hands what is still to be cancelled over to the flow that follows a success'],
      [walk]: ['changes the number at any time, and goes back to a running code'],
    },
  },
  'E-5': {
    says: 'the Cancel button',
    proofs: {
      [machine]: [
        'does nothing before 30 s, by identity, and cancels from then on',
        'keeps the code when a cancel fails',
        'takes a cancel at any time where the backend carries it out later',
      ],
      [calls]: ['cancels at once where the backend carries it out later'],
      [hook]: ['lets Cancel be pressed at once where the backend carries it out later'],
      [reasons]: [
        'keeps Cancel and Send a new code focusable and explained until they can be used',
      ],
      [walk]: ['refuses to cancel before 30 seconds, with the reason, and does it after'],
    },
  },
  'E-6': {
    says: 'each countdown names its own clock, two at a time',
    proofs: {
      [time]: [
        'shows the three countdowns, each by name, two at a time',
        'keeps its lines while a code is checked or sent, and has as many in between',
      ],
      [parts]: ['has each countdown alone'],
    },
  },
  'E-7': {
    says: 'a new code is a cancel, then a start',
    proofs: {
      [machine]: [
        'cancels, then starts, for a new code',
        'gives the digits back when the cancel before a new code fails',
        'repeats a 409 right after a cancel three times before believing it',
        'waits with a new code until the end when a call has begun and the service refuses to cancel',
        'asks once more when the cancel before a new code came too early, then gives the digits back',
        'says that no code is alive when the old one was stopped and the new one not sent',
        'sends no repeat later than 15 s after the first 409',
        'offers no other one %s',
        'sends none to the same number by way of another, and as many to that',
      ],
      [run]: ['sends a new code as cancel, then start, and the old one is dead'],
      [walk]: ['sends a new code after 30 seconds, and the old one no longer works'],
      [words]: [
        'asks for the most recent message at the first wrong code after a new one was sent',
        'counts over all codes of the flow: nothing but a new flow forgets them',
        'says that the old code was stopped only where it was',
        'stays after a refused cancel, for both buttons, when somebody types',
      ],
      [reasons]: [
        'keeps the reason while somebody types: of a cancel that the service refused',
        'offers no other one while it lives, and says from 30 s on what can be done',
        'leads to another number once %s',
      ],
    },
  },
  'E-8': {
    says: 'calls come while a person types',
    proofs: {
      [access]: [
        'moves nothing on a screen of %i px in the five minutes: not at 30 s, not when a call comes or ends',
        'moves nothing on screen when the buttons open at 30 s, nor the focus when a call comes',
      ],
      [run]: [
        'announces at most seven things about one code, and nothing while a call is read out',
      ],
      [machine]: [
        'changes nothing a person has before them when a call comes',
        'warns of a late call from the earliest instant at which it can come',
      ],
      [time]: ['shows the three countdowns, each by name, two at a time'],
      [flow]: ['$says of a call that may still come, after success at $at'],
      [words]: [
        'promises a call to a landline where there is one, and stays true for five minutes',
      ],
    },
  },
  'E-9': {
    says: 'two tabs',
    proofs: {
      [run]: [
        'shows success in every tab, and asks the service in one',
        'shows in every tab that the code was cancelled, also when the number was only left',
        'goes on with the new code in every tab, and with no digits of the old one',
      ],
      [tabs]: [
        'lets success win when it is heard after a check has found the code used',
        'shows success of the same flow under another id, and cancels its own',
        'is not verified by another number than the one it is at',
        'turns a tab only if that is about the same number: one that %s',
        'takes no notice of %s, which another version of the page may say',
        'hears from a tab that has just got a code, when its own start is in doubt',
      ],
      [corners]: [
        'two tabs: a duplicate shows the same code, and success in both',
        'two tabs: a cancel in one leaves no dead code field in the other',
        'two tabs: a new code in one replaces the code of the other',
      ],
    },
  },
  'E-10': {
    says: 'reload',
    proofs: {
      [run]: [
        'resumes after a reload on the first snapshot, without a request, and never stores a code',
      ],
      [flow]: [
        'resumes where it was when it is mounted again',
        'renders on a server as its first step',
      ],
      [focus]: [
        'takes no focus when a reload resumes a code',
        'takes no focus when the page of a server is hydrated, and does then',
      ],
      [announcements]: ['says after a reload that the code ended meanwhile'],
      [outside]: ['may be damaged in any place, in any way'],
      [walk]: ['is where it was after a reload, without another request'],
      [storage]: [
        'is empty after success, after a cancel and after the end',
        'says once that the code expired, and forgets the number then',
        'takes %s for nothing, and does not keep it',
        'does without a storage that throws',
        'keeps nothing where it is told not to',
        'keeps a locked code locked over a reload, until its cancel is done',
      ],
      [lives]: ['a code that lives is there again after a reload'],
      [corners]: ['the flow resumes after a reload, without a request'],
    },
  },
  'E-11': {
    says: 'expiry while a code is checked',
    proofs: {
      [machine]: [
        'counts a right answer that comes after the local end',
        'calls a dead id expired near the end, and ended before',
        'keeps an unanswered code and lets it be sent again',
        'ends without a word about the code when a repeated check finds it unknown',
        'is verified by an answer that comes after Change number, unless another number was submitted',
        'calls a code that is refused after its end expired, never wrong',
        'repeats a 409 within 10 s of an end after 1, 2 and 4 s, and later not',
      ],
      [calls]: [
        'learns from the backend’s session that an unanswered check was right',
        'keeps the digits of an unanswered check when the session says %s',
      ],
      [reasons]: ['goes on checking at 0:00, and shows it'],
      [announcements]: ['says how a code ended that was being checked'],
      [words]: ['is said of another code than the one that may still be confirmed after the end'],
    },
  },
  'E-12': {
    says: '429',
    proofs: {
      [machine]: [
        'makes only the action wait that got it',
        'keeps the wait of a start when a code %s, and none of that code’s own',
        'waits 5, 10, 20, 40 and 60 s when nobody says how long, for each action by itself',
        'holds a start back that got it, and leaves the rest alone',
        'holds a cancel or a new code back that got it, and the code stays usable',
        'tells a limit of the team’s own backend from a busy service',
        'waits with the next cancel as long as a busy service asks to',
      ],
      [errorRules]: ['%s: %s (E-12, E-18)'],
      [words]: [
        'stays after a 429, for the button that got it, when somebody types',
        'is said when a whole code is typed while checks have to wait',
      ],
      [reasons]: [
        'keeps the reason while somebody types: of a busy check',
        'keeps the reason while somebody types: of a busy start',
      ],
    },
  },
  'E-13': {
    says: 'wrong codes',
    proofs: {
      [machine]: [
        'keeps the digits after a wrong code, and does not send a refused code again',
        'stops when the service says there were too many wrong codes, and ends the calls',
        'stays dead: it is cancelled when that is due, and never offered again',
        'stops at the number of wrong codes that it was given, counted for each verification',
        'knows how many attempts are left of the code on screen, and of no other',
        'had too many after $wrongs and the one that is answered: $step',
        'counts down to the cancel of a locked code once, and then says only that it is stopped',
      ],
      [flow]: ['keeps the digits of a wrong code, selected, with the error tied to the field'],
      [reasons]: [
        'says how many attempts are left from three down, in the flow',
        'says why a locked code cannot be replaced yet, and when that changes',
      ],
    },
  },
  'E-14': {
    says: 'unmounting, and StrictMode',
    proofs: {
      [flow]: [
        'verifies a number, sends each request once in StrictMode, and says so once',
        'leaves no timer of its own behind',
      ],
      [live]: [
        'goes on with a start that was on its way when everything was unmounted',
        'reports a success that came while nothing was mounted to whoever mounts next, once',
        'reports a refusal that came while nothing was mounted',
      ],
      [hook]: [
        'starts by itself where it is asked to, once for a flow, also in StrictMode',
        'does not start by itself unless it is asked to, nor after a reload that finds something',
      ],
      [lives]: ['8: a success is reported to whoever looks, unless another number is wanted'],
      [machine]: ['leaves nothing waiting after success'],
      [run]: ['leaves no timer behind when it is unmounted'],
      [requests]: ['never repeats a request by itself'],
    },
  },
  'E-15': {
    says: 'offline',
    proofs: {
      [machine]: [
        'says that nothing was sent when the device is offline',
        'does not take the place of what matters more',
      ],
      [run]: ['keeps the code and sends nothing while offline'],
      [calls]: ['sends nothing while offline but what is due when the connection is back'],
      [reasons]: [
        'says offline what became of the press: a code is kept, of a cancel nothing was sent',
      ],
      [corners]: [
        'offline: nothing is sent, nothing is lost, and nothing is sent by itself afterwards',
      ],
    },
  },
  'E-16': {
    says: 'Back',
    proofs: {
      [history]: [
        'leaves the history alone by default',
        'Back is Change number, and Forward goes on with the code, without a request',
        'keeps a code that is back before the history has gone back',
        'Back after success shows no code field',
      ],
      [corners]: ['Back leaves the page, and Forward finds the code where it was'],
    },
  },
  'E-17': {
    says: 'double submission',
    proofs: {
      [machine]: [
        'ignores a second press while the first is on its way, by identity',
        'ignores a second submission while one is being checked, by identity',
      ],
      [run]: [
        'holds a second start back while the first is on its way',
        'holds a second check back while the first is on its way, and sends it then',
      ],
      [`${codeInput}-fill.browser.test.tsx`]: [
        'counts a fill that fires twice once (CODE-14, E-17)',
      ],
      [`${codeInput}.test.tsx`]: [
        'is read-only and busy, never disabled, while a code is checked (CODE-18, E-17)',
      ],
    },
  },
  'E-18': {
    says: 'errors by kind, overridable',
    proofs: {
      [errorRules]: [
        '%s: %s (E-12, E-18)',
        'every row of the default table decides something (E-18)',
        'asks given rules first, and its own table for the rest (E-18)',
        'gives any failure, with any body at all, one of the documented kinds (E-18, SEC-11)',
      ],
      [run]: [
        'reports a refused key to the developer and tells the person only that it does not work',
      ],
      [calls]: [
        'takes %s, returned by a client of a team’s own, for what it is',
        'reads failures through the rows that it is given, before its own',
      ],
      [hook]: ['reads the failures of a client of one’s own through errorRules'],
    },
  },
  'E-19': {
    says: 'details of the input that decide success',
    proofs: {
      [client]: ['checks with a PUT whose code is a string with its leading zeros (E-19)'],
      [`${codeInput}.browser.test.tsx`]: ['keeps a leading zero (CODE-1, E-19)'],
      [`${codeInput}-composition.browser.test.tsx`]: [
        'turns a composed full-width digit into an ASCII one (CODE-28, E-19)',
      ],
      [extractCode]: ['finds a code in any prose that holds no other digits (CODE-11, E-19)'],
      [reasons]: ['says of a pasted text without one whole code that it was not used'],
    },
  },
}

export const invariants: Readonly<Record<string, Rule>> = {
  'I-1': {
    says: 'one start and one check in flight',
    proofs: { [lives]: ['1: one start and one check at most are on their way'] },
  },
  'I-2': {
    says: 'no cancel before it is allowed',
    proofs: { [lives]: ['2: nothing is cancelled before 30 s'] },
  },
  'I-3': {
    says: 'no start over a live code',
    proofs: { [lives]: ['3: a number with a code of ours alive is not started again'] },
  },
  'I-4': {
    // Within a page. Over a reload it would take stored codes, which are never stored (SEC-9).
    says: 'a judged code is sent once by a page',
    proofs: { [lives]: ['4: a code that was judged is not sent again'] },
  },
  'I-5': {
    says: 'time only runs out',
    proofs: { [lives]: ['5: the time that is left never grows'] },
  },
  'I-6': {
    says: 'a way out within five minutes',
    proofs: {
      [lives]: [
        '6: whoever looks for a way out finds it within 5 minutes',
        '6: whoever wants to be verified is, within 5 minutes after all trouble has ended',
      ],
    },
  },
  'I-7': {
    says: 'no request without a person',
    proofs: {
      [lives]: ['7: nothing is sent 15 s after the last gesture, but cancels of numbers left'],
    },
  },
  'I-8': {
    says: 'verified once',
    proofs: {
      [lives]: [
        '8: a number is reported verified once, and only when it is',
        '8: a success is reported to whoever looks, unless another number is wanted',
      ],
    },
  },
  'I-9': {
    says: 'a number that was left is not called',
    proofs: { [lives]: ['9: a number that was left is cancelled before it is called'] },
  },
}

export const accessibility: Readonly<Record<string, Rule>> = {
  'A11Y-1': {
    says: 'a time limit that is said, warned of and renewed with one press',
    proofs: {
      [announcements]: ['says seven things in the five minutes of a code that nobody types'],
      [walk]: ['ends a code at 300 seconds and sends a new one after it'],
    },
  },
  'A11Y-2': {
    says: 'the limit is said at the start',
    proofs: { [access]: ['says the limit at the start, and that the code is checked by itself'] },
  },
  'A11Y-3': {
    says: 'a clock that can be hidden or slowed',
    proofs: {
      [time]: [
        'lets a person hide all clocks, and says without them what comes',
        'counts minutes, and only the last one in seconds, where a slow clock is wanted',
        'shows again the clock that was chosen',
      ],
    },
  },
  'A11Y-4': {
    says: 'the clock is a timer, in no live region',
    proofs: { [time]: ['has its clocks in no live region'] },
  },
  'A11Y-5': {
    says: 'regions that are there before they speak',
    proofs: { [flow]: ['has its live regions on every step, empty at first'] },
  },
  'A11Y-6': {
    says: 'seven announcements at most, and each change that a press brings once',
    proofs: {
      [announcements]: [
        'says seven things in the five minutes of a code that nobody types',
        'says one thing, and only what is true, after a sleep of $seconds s',
        'says of a code that was sent before how long it still is valid',
        'says each change that a press brings, once',
        'is silent while a number is edited, and when its spacing becomes known',
        'is true at each second of a code that nobody types',
        'is gone before the same is said again, so that it is news: the second call is',
      ],
      [lives]: ['what stands in the live regions is so, as long as it stands there'],
      [spoken]: ['says %s, once'],
      [run]: [
        'announces at most seven things about one code, and nothing while a call is read out',
      ],
    },
  },
  'A11Y-7': {
    says: 'paste, autofill and password managers',
    proofs: {
      [`${codeInput}.browser.test.tsx`]: [
        'replaces everything with a whole code pasted anywhere (CODE-12, A11Y-7)',
      ],
      [`${codeInput}-fill.browser.test.tsx`]: [
        'takes the fill of a password manager, unfocused, as one change and one completion (CODE-14, A11Y-7)',
      ],
    },
  },
  'A11Y-8': {
    says: 'no number is asked for twice',
    proofs: {
      [machine]: ['is possible at once, keeps the number, and cancels just before the call'],
      [walk]: [
        'changes the number at any time, and goes back to a running code',
        'is where it was after a reload, without another request',
      ],
    },
  },
  'A11Y-9': {
    says: 'fields name their purpose',
    proofs: { [access]: ['names what belongs into its fields, for browsers and keyboards'] },
  },
  'A11Y-10': {
    says: 'labels, descriptions and errors in text',
    proofs: {
      [flow]: [
        'sends nothing for a number that cannot be one, and says what is wrong at the field',
        'keeps the digits of a wrong code, selected, with the error tied to the field',
        'describes the code field by where the code went, how long codes are valid, and what it does',
      ],
      [`${codeInput}.test.tsx`]: [
        'is one textbox, named, described, and invalid with its error (CODE-23, CODE-24, A11Y-10)',
      ],
    },
  },
  'A11Y-11': {
    says: 'where the focus goes',
    proofs: {
      [flow]: ['verifies a number, sends each request once in StrictMode, and says so once'],
      [focus]: [
        'moves the focus to what comes next, and never loses it',
        'takes the focus from nothing else on the page',
        'stays on Try again until the answer, whichever it is',
        'goes to Send a new code when a code is locked, and stays there until the answer',
        'stays on a button whose press failed, and leaves the digits alone',
        'selects the digits of a wrong code, so that the next key starts anew',
      ],
      [access]: [
        'moves nothing on screen when the buttons open at 30 s, nor the focus when a call comes',
      ],
    },
  },
  'A11Y-12': {
    says: 'the check by itself is announced, optional, and never the only way',
    proofs: {
      [access]: ['says the limit at the start, and that the code is checked by itself'],
      [flow]: ['does not check by itself when told not to'],
    },
  },
  'A11Y-13': {
    says: 'actions wait in place, with their reason',
    proofs: {
      [reasons]: [
        'keeps Cancel and Send a new code focusable and explained until they can be used',
        'keeps the reason while somebody types: of a cancel that the service refused',
        'says why a locked code cannot be replaced yet, and when that changes',
        'says why Try again waits, also in the last seconds of a busy number',
      ],
      [lives]: ['an action that looks alive does something, and one that looks dead nothing'],
      [access]: [
        'moves nothing on screen when the buttons open at 30 s, nor the focus when a call comes',
      ],
    },
  },
  'A11Y-14': {
    says: 'what has the focus is in view',
    proofs: {
      [access]: [
        'brings what takes the focus into view',
        'brings what takes the focus out from under bars that stay',
      ],
    },
  },
  'A11Y-15': {
    says: 'targets',
    proofs: { [access]: ['has targets of 44 px for its main actions and 24 px for all'] },
  },
  'A11Y-16': {
    says: 'contrast, reflow and large text',
    proofs: {
      [contrast]: ['can be read in %s mode (CODE-26, A11Y-16)'],
      [access]: [
        'fits 320 px, and twice the text size',
        'loses nothing when text is spaced, at 320 px, whatever comes',
      ],
    },
  },
  'A11Y-17': {
    says: 'reduced motion',
    proofs: {
      [access]: ['moves nothing under reduced motion, and shows that it is busy all the same'],
    },
  },
  'A11Y-18': {
    says: 'forced colours',
    proofs: { [access]: ['keeps borders and the caret in forced colours'] },
  },
  'A11Y-19': {
    says: 'a call is foretold, and a text is always to be had',
    proofs: {
      // In this order: a text can be had, then the call is near.
      [announcements]: ['says seven things in the five minutes of a code that nobody types'],
      [words]: ['promises the texts and calls that the schedule has, and no others'],
      [time]: ['lets a person hide all clocks, and says without them what comes'],
      [walk]: ['sends a new code after 30 seconds, and the old one no longer works'],
    },
  },
  'A11Y-20': {
    says: 'digits that can be read, in one field',
    proofs: {
      [access]: ['reads as one field with figures of one width'],
      [`${codeInput}.test.tsx`]: ['groups six digits in two halves, and as told (A11Y-20)'],
    },
  },
  'A11Y-21': {
    says: 'pages from right to left, and the language of the words',
    proofs: {
      [reasons]: ['names the language of its words, so that they are pronounced as such'],
      [access]: ['mirrors the layout on a page from right to left, and neither code nor number'],
    },
  },
}

export const browserSecurity: Readonly<Record<string, Rule>> = {
  'SEC-1': {
    says: 'no key in a browser',
    proofs: {
      [clientOptions]: [
        'warns when a page is about to publish the API key (SEC-1)',
        'warns in a page without a bundler, which has no process (SEC-1)',
      ],
    },
  },
  'SEC-5': {
    says: 'six digits',
    proofs: {
      [security]: [
        'asks for six digits unless told otherwise',
        'warns a developer who asks for four digits',
      ],
    },
  },
  'SEC-8': {
    says: 'nothing about who owns a number',
    proofs: {
      [security]: ['says of a busy number neither who has it nor since when'],
      [phoneText]: ['masks all but the calling code and the end'],
      [announcements]: ['says a mask where the number is not to be shown'],
    },
  },
  'SEC-9': {
    says: 'no code in storage, addresses, logs or events',
    proofs: {
      [run]: [
        'resumes after a reload on the first snapshot, without a request, and never stores a code',
        'tells the host what happened without numbers, codes or ids',
        'shows each request to the QueryClient, without the code',
        'tells the host of each change of its state, with a dot for each digit of a code',
      ],
      [calls]: ['leaves nothing of a request with the app’s QueryClient, whatever became of it'],
      [storage]: [
        'says once that the code expired, and forgets the number then',
        'is gone by itself within a minute of the end of its codes: %s',
        'is gone when any flow is mounted after that, of whichever id',
      ],
      [corners]: ['no code and no id is in the address, and the code is in no storage'],
    },
  },
  'SEC-10': {
    says: 'what a verified number is good for',
    proofs: { [documents]: ['the documents say what a verified number proves, and what not'] },
  },
  'SEC-11': {
    says: 'no words of others',
    proofs: {
      [security]: ['never shows a person what the service wrote beside a %i'],
      [errorRules]: [
        'gives any failure, with any body at all, one of the documented kinds (E-18, SEC-11)',
      ],
      [documents]: ['the documents say that the words of a text are the server’s to choose'],
    },
  },
  'SEC-12': {
    says: 'never share the code',
    proofs: { [security]: ['says never to share the code'] },
  },
}
