/** A clock for what is measured: milliseconds, with fractions. */
export const stopwatch = (): number => performance.now()

/** Waits in real time, in milliseconds. */
export const realPause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms))
