// Every rule of the code field, and the tests that prove it: CODE-17 is H17 of its specification.
// Its last two paragraphs have no number there: CODE-28 is compositions, CODE-29 WebOTP.
import type { Rule } from './rules.ts'

const hooks = 'packages/hooks/src/code-input'
const state = `${hooks}/code-input.state.test.ts`
const extract = `${hooks}/extract-code.test.ts`
const headless = `${hooks}/use-code-input.test.tsx`

const react = 'packages/react/src/code-input/code-input'
const props = `${react}.test.tsx`
const events = `${react}-events.test.tsx`
const editing = `${react}.browser.test.tsx`
const pointer = `${react}-pointer.browser.test.tsx`
const fill = `${react}-fill.browser.test.tsx`
const composition = `${react}-composition.browser.test.tsx`
const parents = `${react}-parents.browser.test.tsx`
const forms = `${react}-forms.browser.test.tsx`
const libraries = `${react}-libraries.browser.test.tsx`
const handlers = `${react}-handlers.browser.test.tsx`
const places = `${react}-places.browser.test.tsx`
const access = `${react}-access.browser.test.tsx`
const layout = `${react}-layout.browser.test.tsx`
const random = `${react}-random.browser.test.tsx`

const page = 'test/e2e/code-field.spec.ts'
const contrast = 'test/documents/contrast.test.ts'

export const codeInput: Readonly<Record<string, Rule>> = {
  'CODE-1': {
    says: 'a string of allowed characters, never a number, never longer than the code',
    proofs: {
      [extract]: ['clamping is idempotent, and never leaves the alphabet or the length'],
      [state]: ['any run of keys keeps the code short, clean and the selection inside it'],
      [editing]: ['keeps a leading zero'],
      [parents]: [
        'shows no more than fits of a controlled value, without saying so',
        'follows a length that changes',
      ],
    },
  },
  'CODE-2': {
    says: 'where the caret is after focusing',
    proofs: {
      [editing]: [
        'puts the caret after the last character when focused by Tab',
        'puts the caret on the last slot of a full code when its label is clicked',
        'lets a script select everything after focusing',
      ],
      [pointer]: [
        'goes to the slot that is clicked',
        'goes to the next empty slot when an empty one is clicked',
        'goes to the end, not to the first slot, when its label is tapped',
      ],
      [layout]: ['has the focus, and its active slot, from the start when told to'],
      [page]: ['keeps the selection while another window is in front'],
    },
  },
  'CODE-3': {
    says: 'a character fills the active slot and moves on, with one change and one commit',
    proofs: {
      [state]: ['%s, typing %s, is %s'],
      [editing]: [
        'takes typed digits one by one, each with one change and one commit',
        'types over the slot the caret is on and moves on',
        'stays on the last slot of a full code',
        'moves on to the next filled slot of a partial code, then appends',
      ],
    },
  },
  'CODE-4': {
    says: 'a character that does not belong changes nothing, not even the history',
    proofs: {
      [editing]: [
        'does nothing at all for a key that does not belong',
        'leaves the history of edits alone for a key that does not belong',
      ],
    },
  },
  'CODE-5': {
    says: 'a character typed over itself moves on without a change',
    proofs: { [editing]: ['advances without a change when a character is typed over itself'] },
  },
  'CODE-6': {
    says: 'deleting leaves a gap that typing fills',
    proofs: {
      [editing]: [
        'puts a digit back into the gap that Backspace left',
        'replaces the last digit with Backspace and another',
        'keeps inserting in a gap until the code is full',
        'deletes forward from the same place',
        'is empty after as many Backspaces as characters, and quiet after that',
      ],
      [parents]: [
        'keeps the gap until a parent that takes its time accepts a deletion',
        'deletes as often as Backspace is pressed before a late answer',
      ],
      [composition]: ['deletes when an Android keyboard reports only key code 229'],
      [random]: ['does what a person expects, after any run of edits'],
    },
  },
  'CODE-7': {
    says: 'arrows, Home and End, with Shift and Ctrl, and no shortcut of others',
    proofs: {
      [state]: [
        '%s, moving %s, is %s',
        '%s, extending %s, is %s',
        'extending there and back again ends where it began',
      ],
      [editing]: [
        'moves by arrows, Home and End, within what is filled',
        'commits nothing for an arrow key at the edge',
        'extends a selection with Shift, shrinks it again, and replaces it',
        'selects backwards from the end of a partial code',
        'leaves shortcuts of others alone',
        "lets an app's handler run first and stop ours",
      ],
    },
  },
  'CODE-8': {
    says: 'the whole code can be selected, replaced, deleted, copied and cut',
    proofs: {
      [editing]: [
        'selects, copies, cuts and replaces the whole code',
        'ignores keys and pastes while read-only, and can still be copied',
      ],
    },
  },
  'CODE-9': {
    says: 'clicks, taps and drags, which never scroll the page or keep it from scrolling',
    proofs: {
      [pointer]: [
        'goes to the slot that is clicked',
        'goes to the next empty slot when an empty one is clicked',
        'selects everything on a double click',
        'extends the selection on a click with Shift',
        'keeps the end a backward selection began at on a click with Shift',
        'selects the slots that a drag crosses, even beyond the row',
        'selects nothing when a press on an empty slot trembles into the next',
        'keeps all selected when the mouse trembles after a double click',
        'selects nothing with the right button',
        'finds the slot in rows that wrap',
        'finds the slot under the mouse and the finger with %o on what is around it',
        'does not scroll the page when clicked',
        'goes to the slot that is tapped, and a second tap elsewhere moves on',
        'stays on the tapped slot when the browser puts its caret elsewhere a moment later',
        'goes on from the tapped slot when a key comes at once',
        'lets a vertical swipe across it scroll the page, and takes no tap from it',
        'leaves what a long press selects as it is',
      ],
    },
  },
  'CODE-10': {
    says: 'undo and redo, with slots, field and form in agreement',
    proofs: {
      [editing]: [
        'undoes and redoes typing',
        'undoes a paste',
        'undoes %s, and the next key replaces one character',
      ],
      [random]: ['agrees with itself everywhere, also when edits are undone and done again'],
    },
  },
  'CODE-11': {
    says: 'text is cleaned, and the code in it found',
    proofs: {
      [extract]: [
        'reads %j as %s',
        'finds the code in %j',
        'takes what it can of %j',
        'does not guess a whole code out of %j',
        'takes nothing of %j, where several codes are as good',
        'finds the alphanumeric code in %j',
        'finds codes of other lengths',
        'extracting never invents: the code is in the text, in order',
        'finds a code in any prose that holds no other digits',
      ],
      [editing]: ['pastes %j as %s, in one commit'],
      [pointer]: ['takes a code that is dropped on it'],
      [fill]: [
        'takes a suggestion of the keyboard, which arrives as inserted text',
        'takes nothing from a message with several codes, and says so',
      ],
    },
  },
  'CODE-12': {
    says: 'a whole code replaces everything, part of one goes in at the caret',
    proofs: {
      [state]: [
        'a whole code replaces everything, wherever the caret is',
        'part of a code goes in at the caret, and the tail stays',
      ],
      [editing]: [
        'replaces everything with a whole code pasted anywhere',
        'pastes part of a code at the caret and keeps the tail',
      ],
    },
  },
  'CODE-13': {
    says: 'nothing usable, or a locked field: nothing happens',
    proofs: {
      [editing]: [
        'leaves all as it was when nothing pasted is usable',
        'ignores keys and pastes while read-only, and can still be copied',
      ],
      [fill]: [
        'keeps what it had when a manager fills in something else',
        'takes no fill, drop, paste or key while locked (%o)',
      ],
      [composition]: ['takes nothing that is composed into a read-only field'],
    },
  },
  'CODE-14': {
    says: 'a manager fills in, focused or not, perhaps twice: one change, one completion',
    proofs: {
      [fill]: [
        'takes the fill of a password manager, unfocused, as one change and one completion',
        'takes a fill into the focused field, with the keys and events that some managers send',
        'counts a fill that fires twice once',
        'counts a fill that fires twice once, also when the parent clears the field at once',
        'completes for an equal fill %i ms later %i times in all',
        'takes another code that is filled in over a whole one',
        'stays empty when a program empties it and sends %s, and takes the next code',
      ],
      [events]: [
        'agrees on "$becomes" after "$set" over "$initial" by the native setter and $events, held by $held',
        'agrees on "$becomes" after "$set" over "$initial" is assigned and $events, held by $held',
      ],
    },
  },
  'CODE-15': {
    says: 'changes are told of after an edit by the person only',
    proofs: {
      [editing]: ['says nothing when it is mounted, focused, left or moved about in'],
      [parents]: ['shows no more than fits of a controlled value, without saying so'],
      [forms]: [
        'says nothing when the form is reset to what it holds',
        'keeps what it holds when a parent prevents the reset',
      ],
      [fill]: ['stays where it is when a script writes the value it has'],
    },
  },
  'CODE-16': {
    says: 'completion is told of once, after the commit, and not of what the parent set or refused',
    proofs: {
      [editing]: [
        'takes typed digits one by one, each with one change and one commit',
        'types over the slot the caret is on and moves on',
        'completes again when the same code is pasted again',
        'does not complete for an undo or a redo',
      ],
      [parents]: [
        'does not complete for a value that the parent sets',
        'completes once a parent that answers late accepts the code',
        'loses no key that comes before a parent that takes its time has answered the last',
        'stays empty and incomplete under a parent that accepts nothing',
        'does not complete later for a whole code that the parent had refused',
      ],
      [forms]: [
        'sends the whole code when the form is submitted on completion',
        'tells each change and each completion once in StrictMode',
      ],
    },
  },
  'CODE-17': {
    says: 'one submission for each completion',
    proofs: {
      [forms]: [
        'submits by itself once for each completion, when told to',
        'does not submit by itself unless told to',
        'does not submit while busy, by Enter or by itself',
      ],
    },
  },
  'CODE-18': {
    says: 'while a code is checked, and after it was wrong',
    proofs: {
      [props]: ['is read-only and busy, never disabled, while a code is checked'],
      [fill]: ['takes no fill, drop, paste or key while locked (%o)'],
      [parents]: [
        'starts again in the first slot when the parent clears it',
        'looks active nowhere once it is disabled, and does not take the focus back',
      ],
      [layout]: [
        'shows that a check is under way, not only that nothing can be typed (%o)',
        'moves while %s, and stands still under reduced motion',
      ],
    },
  },
  'CODE-19': {
    says: 'a field of its form: sent, reset, validated, disabled',
    proofs: {
      [forms]: [
        'is one entry of the form, sent natively by Enter',
        'blocks an empty required field and a part of a code',
        'sends nothing while disabled, and nothing from a disabled fieldset',
        'goes back to its default when the form is reset',
        'goes back to its default when the form is reset, with the caret at its end',
        'leaves a controlled value to its parent when the form is reset',
        'is reset to what fits of a default that has become too long',
        'keeps its value when its default changes, and is reset to the new one',
        'belongs to a form elsewhere that mounts after it',
        'gives a form library clean text after a composition and a fill',
      ],
      [libraries]: [
        'is a field of %s',
        'gets the focus from React Hook Form by %s when its code is too short',
        'gives %s clean text after a composition and a fill',
      ],
      [handlers]: [
        'tells $what by $handler, once, as an input does (controlled: $isControlled)',
        'tells $what by onValueChange, then by onInput, then by onChange, and completes after them',
        'shows the capitals that a parent makes by %s, and keeps the caret',
        'drops what a parent refuses by %s, and only that, however fast the keys come',
      ],
    },
  },
  'CODE-20': {
    says: 'works before its scripts arrive, and without them',
    proofs: {
      [headless]: ['renders on a server what the page starts with'],
      [forms]: [
        'adopts %s typed before hydration',
        'is a named, visible text field that its form sends in server HTML',
      ],
      [layout]: [
        'shows text typed before hydration, and the focus, with %s',
        'masks text typed before hydration with %s',
        'scrolls none of %i digits out on a page of 320 px',
      ],
      [page]: ['is a plain field: what is typed is seen, with the focus and the caret, and sent'],
    },
  },
  'CODE-21': {
    says: 'leaves nothing behind, and does one state update for a key',
    proofs: {
      [forms]: ['leaves no listener behind, and has none on the document or the window'],
      [editing]: [
        'takes typed digits one by one, each with one change and one commit',
        'pastes %j as %s, in one commit',
      ],
      [parents]: [
        'works with a ref that is %s',
        'cleans up after a ref that says how, instead of calling it with null',
        'is not focused when it comes back from an Activity that was hidden',
      ],
    },
  },
  'CODE-22': {
    says: 'page translation, shadow roots, strict policies',
    proofs: {
      [props]: ['keeps its digits out of page translation, and in one direction'],
      [forms]: ['works inside a shadow root'],
      [places]: [
        'is typed, pasted, selected and undone in $place, by $by',
        'is clicked, dragged over and double-clicked in $place, by $by',
        'is composed and filled into, and reset, in $place, by $by',
      ],
      [page]: ['hydrates, draws and completes under a policy that allows nothing inline'],
    },
  },
  'CODE-23': {
    says: 'one textbox, named and described, whose value is the code',
    proofs: {
      [props]: [
        'is one textbox, named, described, and invalid with its error',
        'hides from screen readers what it draws',
        'is named by the words of the provider, or by a name given elsewhere',
      ],
      [headless]: ['is a field by its getters alone: labelled, described, drawn and told of'],
    },
  },
  'CODE-24': {
    says: 'invalid when told so, with its error tied to it',
    proofs: {
      [props]: [
        'is one textbox, named, described, and invalid with its error',
        'is invalid when told so without an error, and says nothing',
        'announces the error and the completion when asked to, and never the digits',
      ],
      [headless]: ['has an alert for its error, and says nothing else, when it announces'],
      [access]: ['is not heard as an invalid entry before it is judged (%o)'],
    },
  },
  'CODE-25': {
    says: 'a fill can be announced, and never the digits',
    proofs: {
      [props]: ['announces the error and the completion when asked to, and never the digits'],
    },
  },
  'CODE-26': {
    says: 'seen by shape, in forced colours, on narrow pages, in large text, without motion',
    proofs: {
      [layout]: [
        'fits a page of 320 px with %i slots, each large enough',
        'clips nothing with text of twice the size on a narrow page',
        'shows the caret and the selection in forced colours',
        'moves while %s, and stands still under reduced motion',
        'has slots of 48 by 56 px, 8 px apart, where there is room',
      ],
      [state]: ['draws the caret as a bar where typing inserts, and on the slot where it replaces'],
      [contrast]: ['can be read in %s mode'],
    },
  },
  'CODE-27': {
    says: 'from left to right on every page',
    proofs: {
      [layout]: ['goes left on Left on a page from right to left'],
      [props]: ['keeps its digits out of page translation, and in one direction'],
    },
  },
  'CODE-28': {
    says: 'a composition counts once, and on Android with each step',
    proofs: {
      [composition]: [
        'reports a composed character once, when the composition ends',
        'turns a composed full-width digit into an ASCII one',
        'composes over the slot the caret is on',
        'keeps the code when a composition is cancelled',
        'drops composed text that does not belong',
        'counts each step of a composition on Android, where it may never end',
        'composes over filled slots on Android without pushing the rest along',
        'replaces everything with a whole code that is composed ($system)',
        'does not submit on the Enter that confirms a composition',
        'composes in a field that renders with another ref each time',
        'shows "$set" that a parent by $by sets during a composition, which goes on from there ("$last")',
        'shows what $who sets during a composition, which goes on from there ("$last")',
        'holds what it had when it is locked during a composition ($lock, $system, "$last")',
      ],
    },
  },
  'CODE-29': {
    says: 'WebOTP is asked when told to, once, and aborted when it is no longer needed',
    proofs: {
      [fill]: [
        'asks for the code of a message when told to, once, and takes the answer',
        'has one request for the code of a message in StrictMode',
        'stops asking for the code of a message when it is unmounted',
        'stops asking for the code of a message when the form is submitted, without AbortSignal.any',
        'leaves the keyboard when asking for the code of a message is refused',
      ],
    },
  },
}
