// Every rule of the phone field, and the tests that prove it: PHONE-17 is H17 of its specification.
import type { Rule } from './rules.ts'

const hooks = 'packages/hooks/src/phone-entry'
const state = `${hooks}/phone-entry.state.test.ts`
const bulk = `${hooks}/resolve-bulk.test.ts`
const table = `${hooks}/read-number.test.ts`
const headless = `${hooks}/use-phone-entry.browser.test.tsx`
const search = `${hooks}/match-countries.test.ts`
const listState = `${hooks}/country-list.state.test.ts`

const react = 'packages/react/src/phone-entry'
const field = `${react}/phone-entry.browser.test.tsx`
const rules = `${react}/phone-entry-rules.browser.test.tsx`
const numbers = `${react}/phone-entry-numbers.browser.test.tsx`
const composition = `${react}/phone-entry-composition.browser.test.tsx`
const autofill = `${react}/phone-entry-autofill.browser.test.tsx`
const forms = `${react}/phone-entry-forms.browser.test.tsx`
const layout = `${react}/phone-entry-layout.browser.test.tsx`
const server = `${react}/phone-entry-server.browser.test.tsx`
const loading = `${react}/phone-entry-loading.browser.test.tsx`
const picker = `${react}/country-picker.browser.test.tsx`
const listLoading = `${react}/country-list-loading.browser.test.tsx`
const props = `${react}/phone-entry.test.tsx`

const pasted = '%s in %s, a paste of %s gives %s'
const judged = '%s in %s, %s is %s, in words of its own'

export const phoneEntry: Readonly<Record<string, Rule>> = {
  'PHONE-1': {
    says: 'typed digits stay, all of them, in order',
    proofs: {
      [state]: [
        'H1 any digits typed anywhere stand in the field, all of them, in order',
        'H1 no key and no paste loses a digit that it does not replace',
        'H1 what is cut or selected takes no digit beside it',
      ],
      [bulk]: ['H1 keeps every digit of a text that is too long'],
      [rules]: [
        'H1 H2 in %s, %s is kept to the last digit, and gives no number',
        'H1 a digit in the middle of a whole number pushes none out',
      ],
      [field]: ['H1 punctuation that is cut, or selected and deleted, takes no digit with it'],
      [composition]: [
        'H1 H2 H29 %s, composed digit by digit, is the number that was typed',
        'H1 a composition in a number that is too long drops none of its digits',
      ],
    },
  },
  'PHONE-2': {
    says: 'no value of digits that are not shown',
    proofs: {
      [state]: ['H2 a value is what anybody would read in the text on show'],
      [rules]: ['H1 H2 in %s, %s is kept to the last digit, and gives no number'],
      [composition]: ['H1 H2 H29 %s, composed digit by digit, is the number that was typed'],
    },
  },
  'PHONE-3': {
    says: 'letters and symbols change nothing',
    proofs: {
      [field]: [
        'H3 a letter changes nothing, and is explained',
        'H3 a letter over a selection leaves the selection',
        'H3 a plus before the plus goes past it',
        'punctuation and a second plus are passed over without a word',
      ],
      [composition]: ['H3 composed letters are refused, and leave caret and digits'],
      [state]: ['a refused paste leaves the caret where it would have gone in'],
    },
  },
  'PHONE-4': {
    says: 'a pasted number of another country',
    proofs: {
      [bulk]: ['takes %s (%s: %s)'],
      [field]: ['H4 pastes the number of another country'],
      [numbers]: ['takes a number of %s, %s, typed and pasted, as at home and with its code'],
    },
  },
  'PHONE-5': {
    says: 'pasted dialling prefixes',
    proofs: {
      [bulk]: ['takes %s (%s: %s)'],
      [field]: ['H5 pastes a dialled-out number'],
      [rules]: [pasted],
    },
  },
  'PHONE-6': {
    says: 'trunk prefixes in between',
    proofs: { [bulk]: ['takes %s (%s: %s)'], [rules]: [pasted] },
  },
  'PHONE-7': {
    says: 'extensions stay out of the number',
    proofs: {
      [bulk]: [
        'H7 keeps an extension out of the number: %s',
        'H7 a text that begins like an extension is none',
      ],
      [state]: ['H7 keeps an extension from outside, and one pasted behind a number'],
      [field]: ['H7 pastes a number with an extension, and says that it was left out'],
      [rules]: ['H7 an extension behind a number is told, and one without a number is a number'],
    },
  },
  'PHONE-8': {
    says: 'digits and spaces of other scripts',
    proofs: {
      [bulk]: ['takes %s (%s: %s)'],
      [rules]: [pasted, 'H8 %s digits typed in %s are shown in ASCII'],
    },
  },
  'PHONE-9': {
    says: 'a number among words',
    proofs: {
      [bulk]: [
        'takes %s (%s: %s)',
        'H9 takes the number of %s, whose other letters cling to other digits',
      ],
      [rules]: [pasted],
    },
  },
  'PHONE-10': {
    says: 'letters never make a shorter number',
    proofs: {
      [bulk]: ['H10 leaves the field as it was for %s: without its letters it is another number'],
      [rules]: [pasted, 'H10 a paste of %s adds nothing, and says so'],
    },
  },
  'PHONE-11': {
    says: 'no country and no plus',
    proofs: {
      [bulk]: ['takes %s (%s: %s)', 'H11 keeps national digits that no country explains'],
      [rules]: [
        'H11 without a country, digits without a plus stay, and need one',
        'H11 with International picked, a number without its plus is read',
      ],
    },
  },
  'PHONE-12': {
    says: 'a paste or drop over part of the text',
    proofs: {
      [state]: [
        'H12 pasting over three digits replaces those three',
        'H12 a whole number pasted into another replaces it all',
      ],
      [field]: [
        'H12 pastes over part of the text',
        'H12 drops text as it pastes it, and leaves the caret behind it',
        'H12 drops digits where they are let go',
      ],
    },
  },
  'PHONE-13': {
    says: 'paste events are left alone',
    proofs: { [field]: ['H13 leaves paste events alone'] },
  },
  'PHONE-14': {
    says: 'filled in by the browser',
    proofs: {
      [autofill]: [
        'H14 H15 the browser fills in %s of %s with %s shown',
        'tel-country-code: %s of %s goes to both fields with %s shown',
      ],
    },
  },
  'PHONE-15': {
    says: 'filled in without a plus',
    proofs: {
      [bulk]: ['H15 reads what Chromium fills in for the United States and Canada, in %s'],
      [autofill]: ['H14 H15 the browser fills in %s of %s with %s shown'],
    },
  },
  'PHONE-16': {
    says: 'a keydown without a key',
    proofs: {
      [autofill]: [
        'H16 the keydown that the browser sends when it fills in has no key, and does no harm',
      ],
    },
  },
  'PHONE-17': {
    says: 'Backspace and Delete take one digit',
    proofs: {
      [state]: [
        'H17 Backspace takes the digit before punctuation',
        'H17 Backspace takes the last digit of the group before a space',
        'H17 Delete takes the digit after punctuation',
        'H17 Backspace at the start and Delete at the end take no digit, and leave the caret there',
        'H17 Backspace empties the field from any text',
        'Backspace and Delete take one digit, the one beside the caret',
      ],
      [field]: [
        'H17 Backspace and Delete go through punctuation',
        'H17 Backspace empties the field',
        'H17 the caret stays beside punctuation that cannot be deleted',
      ],
    },
  },
  'PHONE-18': {
    says: 'the caret after typing over, at the start, by words',
    proofs: {
      [state]: [
        'H18 the caret stays behind the digit typed in the middle',
        'H18 typing over everything leaves one digit',
      ],
      [field]: [
        'H18 keeps the caret while digits in the middle are replaced',
        'H18 deletes by words, and types over everything',
        'H18 the same digit over a selection is typed like any other',
      ],
    },
  },
  'PHONE-19': {
    says: 'undo and redo',
    proofs: {
      [state]: [
        'H19 undo goes back to empty through every state, redo forward again',
        'H19 a paste is one step',
        'undo is the inverse of any edit',
        'the history holds steps, not states with histories of their own',
      ],
      [field]: [
        'H19 undoes and redoes, by keys and by the menu',
        'H19 a paste is undone in one step, and the caret is back in the middle',
      ],
    },
  },
  'PHONE-20': {
    says: 'the order in which a country is found',
    proofs: {
      [state]: [
        'H20 H22 %s alone shows %s',
        'H20 a picked country holds while the number fits it',
        'International is picked like a country: it reads no national digits, and is gone back to',
      ],
      [rules]: ['H20 H22 typing %s shows %s'],
    },
  },
  'PHONE-21': {
    says: 'the number tells its country',
    proofs: {
      [state]: ['H21 the number tells its country'],
      [rules]: ['H21 in %s, %s is of %s'],
    },
  },
  'PHONE-22': {
    says: 'a calling code alone',
    proofs: { [state]: ['H20 H22 %s alone shows %s'], [rules]: ['H20 H22 typing %s shows %s'] },
  },
  'PHONE-23': {
    says: 'a found country moves nothing',
    proofs: {
      [field]: ['H23 a country found while typing moves neither focus nor caret'],
      [layout]: ['the number stays where it is, whatever the country shows'],
    },
  },
  'PHONE-24': {
    says: 'the country of an emptied field',
    proofs: {
      [state]: ['H24 an emptied field shows the country picked last, else the default'],
      [rules]: ['H24 an emptied field goes back to the country picked last, or to the default'],
    },
  },
  'PHONE-25': {
    says: 'picking another country',
    proofs: {
      [state]: [
        'H25 national digits are read anew in the picked country',
        'H25 an international number gets the code of the picked country',
        'H25 keeps the digits where they do not fit',
        'H25 a country of the same code changes neither text nor value',
      ],
      [rules]: [
        'H25 a picked country reads national digits anew, and changes the code of others',
        'International can be picked: it shows a globe, and reads no national digits',
      ],
    },
  },
  'PHONE-26': {
    says: 'a country that is not allowed',
    proofs: {
      [state]: [
        'H26 a number of a country that is not allowed stays, shows none and gives no value',
      ],
      [rules]: [
        'H26 a number of a country that is not allowed stays, and shows no country',
        judged,
      ],
    },
  },
  'PHONE-27': {
    says: 'numbers of no country',
    proofs: {
      [state]: ['H27 numbers of no country are numbers'],
      [rules]: ['H27 a number of no country is one'],
    },
  },
  'PHONE-28': {
    says: 'fast typing on a slow machine',
    proofs: { [field]: ['H28 loses no digit to fast typing on a slow machine'] },
  },
  'PHONE-29': {
    says: 'keyboards that compose each digit',
    proofs: {
      [field]: ['H29 keeps the order of digits typed in the middle with nothing between them'],
      [composition]: [
        'H1 H2 H29 %s, composed digit by digit, is the number that was typed',
        'H29 composes digits in the middle in their order',
      ],
    },
  },
  'PHONE-30': {
    says: 'compositions',
    proofs: {
      [composition]: [
        'H30 formats a composition once it is over',
        'H30 a half-width composition that grows leaves each digit once',
        'H30 composes in the middle, with the caret behind what was composed',
      ],
    },
  },
  'PHONE-31': {
    says: 'a typed dialling prefix',
    proofs: {
      [state]: ['H31 a typed dialling prefix is one'],
      [rules]: ['H31 in %s, a typed 00 dials out'],
    },
  },
  'PHONE-32': {
    says: 'the Italian zero',
    proofs: {
      [state]: ['H32 an Italian zero stays'],
      [rules]: ['H32 H33 trunk prefixes: kept in Italy, optional in Britain'],
    },
  },
  'PHONE-33': {
    says: 'a number without its trunk prefix',
    proofs: {
      [state]: ['H33 a number without its trunk prefix is spaced out too'],
      [rules]: ['H32 H33 trunk prefixes: kept in Italy, optional in Britain'],
    },
  },
  'PHONE-34': {
    says: 'distinct problems, in distinct words',
    proofs: {
      [table]: ['the table has more than 60 numbers of more than 30 countries'],
      [state]: [
        '%s in %s, %s is %s',
        'H34 judges by length alone without patterns, or where that is asked for',
      ],
      [rules]: [judged, 'every problem has words of its own'],
    },
  },
  'PHONE-35': {
    says: 'mobiles only',
    proofs: {
      [state]: ['H35 a mobile is asked for, and a landline refused where it can be told'],
      [rules]: [judged, 'H35 where mobiles and landlines look the same, a number is taken'],
    },
  },
  'PHONE-36': {
    says: 'no error before the field is left or submitted',
    proofs: {
      [forms]: [
        'H36 says nothing before the field is left, then follows',
        'H36 leaving an empty field is no mistake',
        'H36 leaving by way of the country is leaving',
        'going to the country beside it is not leaving the field',
        'a form that looks at its validity with each key moves no focus and says nothing',
      ],
      [headless]: ['works around a bare input, without the root: leaving it is leaving'],
    },
  },
  'PHONE-37': {
    says: 'an invalid field says so',
    proofs: {
      [forms]: [
        'H37 H38 a plain form submits E.164 once it is one, and focuses the field before',
        'a form without native validation asks by checkValidity',
        'leaves the focus to the first wrong field of the form, also by Enter',
        'a submit that a script asks for is stopped by the browser, at the field',
      ],
      [picker]: [
        'the button says what it shows, the country, and what it does',
        'a letter opens and searches, and the rest of the word follows',
        'Escape closes without a change and goes back to the button',
        'Tab closes and moves on, Shift+Tab back',
        'says how many were found, and that none were',
        'axe finds nothing, closed, open, searching, and in error',
        'a screen reader hears the picker in this order',
      ],
      [listState]: ['arrows go round, Page keys and Home and End stop at the ends'],
      [search]: [
        '%s finds %s first',
        'finds by calling code, the main country of a shared code first',
      ],
      [layout]: [
        'axe finds nothing in %s, closed, open and in error',
        'the focus ring of the search, and that of the field, are there',
      ],
    },
  },
  'PHONE-38': {
    says: 'what a form submits',
    proofs: {
      [forms]: [
        'H37 H38 a plain form submits E.164 once it is one, and focuses the field before',
        'H38 an optional empty field submits an empty string',
      ],
    },
  },
  'PHONE-39': {
    says: 'values from outside, and resets',
    proofs: {
      [state]: ['H39 takes a value from outside, E.164 or not'],
      [forms]: [
        'H39 a reset brings the initial number back',
        'H39 a reset that is prevented changes nothing',
        'H39 an order to clear reaches what is not a number yet; an echo does not',
        'H39 a parent that makes nothing of undefined loses no digit',
        'H39 follows a value from outside, and keeps its text through an echo',
        'H39 null and an empty string are empty',
      ],
    },
  },
  'PHONE-40': {
    says: 'no other origin, no console',
    proofs: {
      [field]: ['H40 asks no other origin for anything'],
      'test/scripts/flags.test.ts': ['no flag asks anybody for anything'],
    },
  },
  'PHONE-41': {
    says: 'server HTML is the first render',
    proofs: {
      [server]: [
        'H41 server HTML is a plain phone field, and hydrates in place without a word',
        'keeps what was typed before scripts ran',
        'hydrates %s without a word',
      ],
      [`${react}/phone-entry-late.browser.test.tsx`]: [
        'a boundary that hydrates late is rendered as the server did, whatever has come meanwhile',
      ],
      [props]: [
        'server HTML names no country that a browser might name otherwise',
        'the native list of a server is in an order that any browser gives',
      ],
    },
  },
  'PHONE-42': {
    says: 'metadata that comes late, or never',
    proofs: {
      [headless]: ['H42 the full metadata spaces out what was typed before it came, caret and all'],
      [loading]: [
        'H42 without a network the field works, and judges by length',
        'H42 metadata that comes late judges what is there, and what was submitted meanwhile',
      ],
      [listLoading]: [
        'without a network the platform’s own list takes the place of the button, and its focus',
        'a list that comes late leaves the focus and the keys where somebody has gone',
      ],
      [`${hooks}/number-metadata.test.ts`]: [
        'a failure leaves the little set, and the next call tries again',
      ],
      'test/scripts/lite-metadata.test.ts': [
        'the little set of numbering plans is that of the installed libphonenumber-js',
      ],
    },
  },
  'PHONE-43': {
    says: 'right to left',
    proofs: {
      [layout]: [
        'H43 a page from right to left mirrors the field, not the number',
        'H43 plus and digits of a calling code read from left to right in a page that does not',
      ],
    },
  },
  'PHONE-44': {
    says: 'narrow pages and large targets',
    proofs: {
      [layout]: [
        'H44 fits %i px with text at %s, closed and open',
        'H44 what a finger touches is 44 px at least',
        'on a phone the list is a sheet, open at the country on show',
      ],
    },
  },
  'PHONE-45': {
    says: 'several fields on a page',
    proofs: {
      [picker]: ['H45 two on a page have ids of their own, and one list open at a time'],
    },
  },
  'PHONE-46': {
    says: 'disabled and read-only',
    proofs: {
      [forms]: [
        'H46 read-only keeps the number copyable and blocks the country; disabled blocks both',
      ],
      [picker]: ['a field that is blocked meanwhile closes its list'],
    },
  },
}
