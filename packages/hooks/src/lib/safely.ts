/**
 * What was asked for, or undefined where it throws instead: a storage or a channel with blocked cookies, a
 * history in a frame, an API that an old engine lacks, a record that somebody has damaged.
 */
export function safely<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch {
    return undefined
  }
}

/** Calls somebody else's code. What it throws is reported like anywhere else, and stops nothing here. */
export function callOut(call: () => void): void {
  try {
    call()
  } catch (error) {
    void Promise.reject(error)
  }
}
