/** For members whose name says what they are wherever they stand, and whose type is left bare. */
const words: Readonly<Record<string, string>> = {
  at: 'Milliseconds since the epoch.',
  brand: 'Stands in the text message: 1 to 18 letters, digits and inner spaces.',
  button: 'For the button, so that the focus can go back to it.',
  children: 'What is inside.',
  client: 'Where requests go.',
  clock: 'Where time comes from.',
  close: 'Closes the list without a choice.',
  country: 'Two letters (ISO 3166).',
  defaultValue: 'Where an uncontrolled field starts, and a form reset returns to.',
  description: 'Beside the label, tied to the input.',
  detail: 'What is known of the number: its status, country and type.',
  disabled: 'Cannot be used, and is not submitted with a form.',
  focus: 'Puts the focus on the input.',
  id: 'Of the input; the ids of the other parts are made from it.',
  invalid: 'There is an error to show.',
  isComplete: 'The code is whole.',
  isFocused: 'The input has the focus.',
  isOpen: 'The list is open.',
  language: 'Of the text message and the call.',
  query: 'What is searched for.',
  queryClient: 'Whose mutations the requests are.',
  readOnly: 'Can be read and copied, not changed.',
  reason: 'What the person, or something else, did.',
  requestNewCode: 'What *Send a new code* does.',
  required: 'May not be left empty.',
  send: 'An event of the machine.',
  senderId: 'Who the text message is from, where the country allows it.',
  snapshot: 'The state, the instant it is of, and what is to be announced.',
  status: 'Whether it can be used, and why not.',
  submitPhone: 'What *Send code* does.',
  value: 'What the field holds.',
  words: 'The words in use.',
}

/** `getRootProps`: the attributes and handlers of the part it is named after. */
export function usualWords(name: string): string {
  const [, part] = /^get(.+)Props$/.exec(name) ?? []
  if (part === undefined) return words[name] ?? ''
  const spaced = part.replaceAll(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase()
  return `Attributes and handlers for the ${spaced}.`
}
