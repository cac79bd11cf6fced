/** As the clock of a phone shows it. */
export const timeOfDay = (instant: number): string =>
  new Date(instant).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
