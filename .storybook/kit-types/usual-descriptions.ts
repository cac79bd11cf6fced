/** Of members whose name means the same wherever they stand, so that their types need no comment. */
const descriptions: Readonly<Record<string, string>> = {
  at: 'Milliseconds since the epoch.',
  brand: 'The name in the text message: 1 to 18 letters, digits and inner spaces.',
  button: 'For the button, so that the focus can go back to it.',
  children: 'What is inside.',
  client: 'Where requests go.',
  clock: 'Where time comes from.',
  close: 'Closes the list without a choice.',
  country: 'Two letters (ISO 3166).',
  defaultValue: 'Where an uncontrolled field starts, and a form reset returns to.',
  description: 'Beside the label, tied to the input.',
  detail: 'What is known about the number: its status, country and type.',
  disabled: 'Cannot be used, and is not submitted with a form.',
  focus: 'Puts the focus on the input.',
  id: 'Of the input; the ids of the other parts are made from it.',
  invalid: 'There is an error to show.',
  isComplete: 'The code is whole.',
  isFocused: 'The input has the focus.',
  isOpen: 'The list is open.',
  language: 'Of the text message and the call.',
  messages: 'The messages in use.',
  query: 'What is searched for.',
  queryClient: 'Requests are its mutations.',
  readOnly: 'Can be read and copied, not changed.',
  reason: 'What changed it.',
  required: 'May not be left empty.',
  senderId: 'The sender of the text message, where the country allows one.',
  status: 'Whether it can be used, and why not.',
  value: 'What the field holds.',
}

/** `getRootProps`: the attributes and handlers of the part it is named after. */
export function usualDescription(name: string): string {
  const [, part] = /^get(.+)Props$/.exec(name) ?? []
  if (part === undefined) return descriptions[name] ?? ''
  const spaced = part.replaceAll(/\B[A-Z]/g, (letter) => ` ${letter}`).toLowerCase()
  return `Attributes and handlers for the ${spaced}.`
}
