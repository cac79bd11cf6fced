/** The words of this surface. Functions where they take values. */
export interface PhoneEntryMessages {
  label: string
}

export const phoneEntryMessages: PhoneEntryMessages = {
  label: 'Phone number',
}
